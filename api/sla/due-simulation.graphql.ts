import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Period } from "../clients/clients.graphql.ts";
import type { Instant } from "../core/time.ts";
import { DateTime } from "../platform/scalars.ts";
import { PublishCalendarInput, PublishPlanInput } from "./publish.input.ts";
import { ClockSegment, CommitmentEnum, MetricEnum, NoDueReasonEnum, PauseReasonEnum, Target } from "./sla.graphql.ts";

@InputType({ description: "A wait that is imagined, `[from, until)`." })
export class SimulatedWaitInput {
  @Field(() => PauseReasonEnum, { description: "On what; clocks whose target pauses on it stand still." })
  on!: string;
  @Field(() => DateTime, { description: "From this instant, not before the creation." })
  from!: Instant;
  @Field(() => DateTime, { description: "Until this instant, which is no longer included." })
  until!: Instant;
}

@InputType({ description: "After-hours service that is imagined, in force in `[from, until)`." })
export class SimulatedAfterHoursInput {
  @Field(() => DateTime, { description: "From this instant on." })
  from!: Instant;
  @Field(() => DateTime, { nullable: true, description: "Until this instant; null: no end." })
  until?: Instant | null;
}

@InputType({
  description: "A ticket that is only imagined: by which plan and calendar, of which priority, from which instant.",
})
export class DueSimulationInput {
  @Field(() => String, { nullable: true, description: "Code of a published plan, in its newest version." })
  planCode?: string | null;
  @Field(() => PublishPlanInput, { nullable: true, description: "Instead: a plan as it would be published now." })
  plan?: PublishPlanInput | null;
  @Field(() => String, { nullable: true, description: "Code of a published calendar, in its newest version." })
  calendarCode?: string | null;
  @Field(() => PublishCalendarInput, {
    nullable: true,
    description: "Instead: a calendar as it would be published now.",
  })
  calendar?: PublishCalendarInput | null;
  @Field(() => String, { description: "Code of one of the plan's priorities." })
  priority!: string;
  @Field(() => DateTime, { description: "When the ticket would be created; any instant, past or to come." })
  createdAt!: Instant;
  @Field(() => [SimulatedWaitInput], { defaultValue: [], description: "Waits, in order and apart; at most 20." })
  waits!: SimulatedWaitInput[];
  @Field(() => [SimulatedAfterHoursInput], { defaultValue: [], description: "After-hours service; at most 20." })
  afterHours!: SimulatedAfterHoursInput[];
}

@ObjectType({ description: "A clock of an imagined ticket, if nobody answered until its due." })
export class SimulatedClock {
  @Field(() => MetricEnum, { description: "What is promised." })
  metric!: string;
  @Field(() => Target, { nullable: true, description: "The promise; null when there is none for this priority." })
  target!: Target | null;
  @Field(() => CommitmentEnum, { nullable: true, description: "To whom; null without a promise." })
  commitment!: string | null;
  @Field(() => DateTime, { description: "When it starts." })
  startedAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "From when on it would be at risk." })
  atRiskAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "The last instant in time." })
  dueAt!: Instant | null;
  @Field(() => NoDueReasonEnum, { nullable: true, description: "Why there is no due instant." })
  noDueReason!: string | null;
  @Field(() => [ClockSegment], { description: "Every stretch from the start to the due instant, with its cause." })
  segments!: readonly ClockSegment[];
  @Field(() => String, { description: "The same as a sentence to read out." })
  sentence!: string;
}

@ObjectType({ description: "When an imagined ticket would be due, by the very engine that counts real ones." })
export class DueSimulation {
  @Field(() => String, { description: "IANA zone of the calendar: its wall times are in it." })
  timeZone!: string;
  @Field(() => Int, { description: "Version of the plan; for a draft, the one it would become." })
  planVersion!: number;
  @Field(() => Int, { description: "Version of the calendar; for a draft, the one it would become." })
  calendarVersion!: number;
  @Field(() => [SimulatedClock], { description: "The clocks that the ticket would start, contractual ones first." })
  clocks!: readonly SimulatedClock[];
  @Field(() => [Period], {
    description: "Open stretches from the creation to the last due instant, a hundred at most.",
  })
  openPeriods!: readonly Period[];
}
