import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { CommitmentEnum, MetricEnum, VerdictEnum } from "../sla/sla.graphql.ts";

@InputType({ description: "Which promises to report on: those of tickets created in `[from, until)`." })
export class SlaReportInput {
  @Field(() => CalendarDate, { description: "First day of creation, in the report's zone." })
  from!: string;
  @Field(() => CalendarDate, { description: "First day after, in the report's zone." })
  until!: string;
  @Field(() => String, { nullable: true, description: "IANA zone of days and months; without it, the provider's own." })
  timeZone?: string | null;
  @Field(() => MetricEnum, { nullable: true, description: "Which promise; without it, the first response." })
  metric?: string | null;
  @Field(() => CommitmentEnum, {
    nullable: true,
    description:
      "Promised to whom, never mixed; without it, CONTRACTUAL for first responses and INTERNAL for the rest.",
  })
  commitment?: string | null;
  @Field(() => ID, { nullable: true, description: "Only this client's." })
  clientId?: string | null;
  @Field(() => String, { nullable: true, description: "Only clocks whose last priority has this code." })
  priority?: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "The report as it would have read at this instant, as recorded by then; without it, now.",
  })
  asOf?: Instant | null;
}

@ObjectType({ description: "How many promises of a group were kept." })
export class AttainmentRow {
  @Field(() => String, {
    description: 'Names the group: "2026-11", a priority\'s code, a client\'s id, or both by "|".',
  })
  key!: string;
  @Field(() => String, { description: "The group in words." })
  label!: string;
  @Field(() => ID, { nullable: true, description: "The client, where the group is one client's." })
  clientId!: string | null;
  @Field(() => String, { nullable: true, description: 'The month of creation, "2026-11", where the group is a month.' })
  month!: string | null;
  @Field(() => String, { nullable: true, description: "The priority's code, where the group is a priority." })
  priority!: string | null;
  @Field(() => Int, { description: "Clocks satisfied in time." })
  met!: number;
  @Field(() => Int, { description: "Clocks satisfied too late." })
  missed!: number;
  @Field(() => Int, { description: "Clocks without a verdict yet, breached ones included." })
  open!: number;
  @Field(() => Int, {
    description: "Clocks that count neither way: of cancelled or merged tickets, or without a promise.",
  })
  leftOut!: number;
  @Field(() => Int, { description: "`met` plus `missed`: what the share is taken of." })
  n!: number;
  @Field(() => Float, { nullable: true, description: "`met` ÷ `n`, from 0 to 1, not rounded; null when `n` is 0." })
  attainment!: number | null;
  @Field(() => Boolean, { description: "Fewer than 10 verdicts: the share says little." })
  few!: boolean;
}

@ObjectType({ description: "A promise that was not kept in time, answered meanwhile or not." })
export class Breach {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "The ticket's number." })
  number!: number;
  @Field(() => String, { description: "The ticket's subject." })
  subject!: string;
  @Field(() => String, { description: "The client's name." })
  client!: string;
  @Field(() => String, { description: "Code of the clock's last priority." })
  priority!: string;
  @Field(() => MetricEnum, { description: "What was promised." })
  metric!: string;
  @Field(() => DateTime, { description: "Last instant in time." })
  dueAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was kept after all; null: not yet, or never." })
  satisfiedAt!: Instant | null;
  @Field(() => Int, { description: "Counted seconds late, so far where it is still open." })
  lateSeconds!: number;
  @Field(() => Int, { description: "Seconds late by the wall clock, so far where it is still open." })
  lateWallSeconds!: number;
  @Field(() => String, { nullable: true, description: "Who held the ticket when it became late; null: nobody." })
  assigneeAtBreach!: string | null;
  @Field(() => Int, { description: "Seconds the clock stood still because the ticket waited." })
  pausedSeconds!: number;
  @Field(() => VerdictEnum, { nullable: true, description: "How it ended; null while it has not." })
  verdict!: string | null;
}
export const BreachConnection = connectionOf(Breach, "Breach");

@ObjectType({ description: "How well one promise was kept, each figure followed by the tickets behind it." })
export class SlaReport {
  @Field(() => CalendarDate, { description: "First day of creation." })
  from!: string;
  @Field(() => CalendarDate, { description: "First day after." })
  until!: string;
  @Field(() => String, { description: "IANA zone of its days and months." })
  timeZone!: string;
  @Field(() => DateTime, { description: "Data up to this instant of desk time." })
  asOf!: Instant;
  @Field(() => String, { description: "What the figures mean, in sentences to print above them." })
  definition!: string;
  @Field(() => Int, {
    description: "Sealed verdicts that a manager sees differently, with a reason; the figures count what was sealed.",
  })
  revised!: number;
  @Field(() => AttainmentRow, { description: "All in one." })
  total!: AttainmentRow;
  @Field(() => [AttainmentRow], { description: "By month of the ticket's creation, oldest first." })
  byMonth!: AttainmentRow[];
  @Field(() => [AttainmentRow], { description: "By the clock's last priority, most urgent first." })
  byPriority!: AttainmentRow[];
  @Field(() => [AttainmentRow], { description: "By client, by name." })
  byClient!: AttainmentRow[];
  @Field(() => [AttainmentRow], { description: "By client, by name, then by month." })
  byClientAndMonth!: AttainmentRow[];
}

@ObjectType({ description: "Tickets of one priority at an instant." })
export class BacklogCount {
  @Field(() => String, { description: "The priority's code, as it was at that instant." })
  priority!: string;
  @Field(() => Int, { description: "Not closed, cancelled or merged." })
  open!: number;
  @Field(() => Int, { description: "Of these, not resolved." })
  unresolved!: number;
}

@ObjectType({ description: "How much work stood open at an instant." })
export class Backlog {
  @Field(() => DateTime, { description: "The instant counted at; never later than now." })
  asOf!: Instant;
  @Field(() => Int, { description: "Tickets not closed, cancelled or merged." })
  open!: number;
  @Field(() => Int, { description: "Of these, not resolved." })
  unresolved!: number;
  @Field(() => [BacklogCount], { description: "By priority, most urgent first." })
  byPriority!: BacklogCount[];
}
