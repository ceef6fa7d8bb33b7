import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Period } from "../clients/clients.graphql.ts";
import type { Instant } from "../core/time.ts";
import { OutcomeEnum } from "../coverage/coverage.graphql.ts";
import { connectionOf } from "../platform/connection.ts";
import { DeskClock } from "../platform/desk-clock.graphql.ts";
import { enumOf } from "../platform/enums.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { ClockStateEnum, CommitmentEnum, MetricEnum, PauseReasonEnum, StandingEnum } from "../sla/sla.graphql.ts";
import { AffectedEnum, Priority, QueuePlace, TicketStatusEnum } from "../tickets/ticket.graphql.ts";

export const QueueOrderEnum = enumOf("QueueOrder", "An order of open tickets, made on the server.", {
  QUEUE: "What to take next. Only tickets that are in the queue.",
  WALL: "What can still be saved: breached without an owner, breached with one, then by due instant.",
});
export const RunwayKindEnum = enumOf("RunwayKind", "How a bin of the runway is drawn.", {
  LATE: "Breached.",
  AT_RISK: "About to breach.",
  ON_TRACK: "Later.",
});

@InputType("QueueFilter", { description: "Which open tickets. All conditions hold at once." })
export class QueueFilterInput {
  @Field(() => ID, { nullable: true, description: "Of this team." })
  teamId?: string | null;
  @Field(() => ID, { nullable: true, description: "Held by this technician." })
  assigneeId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Held by nobody (true) or by somebody (false)." })
  unassigned?: boolean | null;
  @Field(() => ID, { nullable: true, description: "Of this client." })
  clientId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whose shown clock is paused, or is not." })
  paused?: boolean | null;
}

@ObjectType({
  description: "Open tickets, each counted once: breached (paused or not), else paused, else at risk, else on track.",
})
export class QueueCounts {
  @Field(() => Int, { description: "All of them." })
  open!: number;
  @Field(() => Int, { description: "Past their due instant, paused or not." })
  breached!: number;
  @Field(() => Int, { description: "At risk and running." })
  atRisk!: number;
  @Field(() => Int, { description: "Neither." })
  onTrack!: number;
  @Field(() => Int, { description: "Paused and not breached." })
  paused!: number;
  @Field(() => Int, { description: "In the queue: NEW or OPEN, and nobody holds them." })
  unassigned!: number;
}

@ObjectType({
  description: "One ticket as a row of a board, with the clock it shows: the open one with the earliest due.",
})
export class WallRow {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "Its number." })
  number!: number;
  @Field(() => Int, { description: "Its version." })
  version!: number;
  @Field(() => String, { description: "Opaque; rows are placed by comparing these as text." })
  orderKey!: string;
  @Field(() => Boolean, { description: "Whether it is the one that *take next* takes." })
  next!: boolean;
  @Field(() => String, { description: "Name of the client." })
  client!: string;
  @Field(() => String, { description: "Code of the client, for walls that face windows." })
  clientCode!: string;
  @Field(() => String, { description: "What it is about." })
  subject!: string;
  @Field(() => AffectedEnum, { nullable: true, description: "How many users are affected." })
  affected!: string | null;
  @Field(() => Priority, { description: "Its priority." })
  priority!: Priority;
  @Field(() => Boolean, { description: "Whether an open fact could make it urgent." })
  couldBeUrgent!: boolean;
  @Field(() => TicketStatusEnum, { description: "Its status." })
  status!: string;
  @Field(() => String, { nullable: true, description: "Who holds it; null: nobody." })
  assignee!: string | null;
  @Field(() => String, { nullable: true, description: "Its team." })
  team!: string | null;
  @Field(() => OutcomeEnum, { description: "Whether it is covered." })
  coverage!: string;
  @Field(() => String, { nullable: true, description: "By which clause." })
  coverageClause!: string | null;
  @Field(() => MetricEnum, { nullable: true, description: "What the shown clock promises; null when none is open." })
  metric!: string | null;
  @Field(() => CommitmentEnum, { nullable: true, description: "To whom." })
  commitment!: string | null;
  @Field(() => ClockStateEnum, { description: "What the clock does at `asOf`." })
  state!: string;
  @Field(() => StandingEnum, { description: "How it stands at `asOf`, also while paused." })
  standing!: string;
  @Field(() => PauseReasonEnum, { nullable: true, description: "Why it is paused." })
  pausedReason!: string | null;
  @Field(() => DateTime, { nullable: true, description: "Since when it is paused." })
  pausedAt!: Instant | null;
  @Field(() => Int, {
    nullable: true,
    description: "Counted seconds left at `asOf`; negative once breached; null without a due instant.",
  })
  remainingSeconds!: number | null;
  @Field(() => DateTime, { nullable: true, description: "Last instant in time." })
  dueAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "From when on it is at risk." })
  atRiskAt!: Instant | null;
  @Field(() => Int, { nullable: true, description: "Counted seconds left at `atRiskAt`: below this it is at risk." })
  atRiskRemainingSeconds!: number | null;
  @Field(() => String, { nullable: true, description: "Key of the calendar it counts by, among the message's." })
  calendar!: string | null;
  @Field(() => DateTime, { description: "When it was created." })
  createdAt!: Instant;
}

@ObjectType({
  description: "A calendar in use on a board: open periods for two weeks ahead, the one that holds `asOf` included.",
})
export class WallCalendar {
  @Field(() => String, { description: "What rows name it by." })
  key!: string;
  @Field(() => String, { description: "Its IANA zone." })
  timeZone!: string;
  @Field(() => [Period], { description: "Stretches in which time is counted." })
  periods!: Period[];
}

@ObjectType({ description: "How many clocks fall due in a stretch ahead." })
export class RunwayBin {
  @Field(() => String, { description: "Stable name of the bin." })
  key!: string;
  @Field(() => String, { description: "Its label." })
  label!: string;
  @Field(() => RunwayKindEnum, { description: "How it is drawn." })
  kind!: string;
  @Field(() => Int, { description: "Tickets in it." })
  count!: number;
  @Field(() => DateTime, { nullable: true, description: "Its last due instant; null for bins by counted time." })
  until!: Instant | null;
}

@ObjectType({ description: "A remote session that runs now; its bar is the client's day." })
export class WallSession {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => String, { description: "Who is connected." })
  technician!: string;
  @Field(() => String, { description: "To which client." })
  client!: string;
  @Field(() => DateTime, { description: "Since when." })
  startedAt!: Instant;
  @Field(() => Int, { description: "Its length at `asOf`." })
  sessionSeconds!: number;
  @Field(() => Int, { description: "What the client has used today, this session included." })
  usedTodaySeconds!: number;
  @Field(() => Int, { description: "What the client's plan grants a day." })
  allowanceSeconds!: number;
  @Field(() => Int, { description: "Sessions of this client that run now." })
  runningSessions!: number;
}

@ObjectType({ description: "All that a wall shows, at one instant." })
export class Wall {
  @Field(() => DateTime, { description: "The instant it speaks of, in desk time." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => Position, { description: "The desk's feed had come to here when it was read." })
  position!: string;
  @Field(() => DateTime, {
    description: "Machine time of the sequencer's last pulse: the picture is as fresh as this.",
  })
  pulseAt!: Instant;
  @Field(() => Int, {
    description:
      "How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from.",
  })
  pulseAgeSeconds!: number;
  @Field(() => String, { description: "The desk's IANA zone." })
  timeZone!: string;
  @Field(() => DateTime, { nullable: true, description: "When the desk closes; null when it is closed." })
  openUntil!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When the desk opens; null when it is open." })
  opensAt!: Instant | null;
  @Field(() => QueueCounts, { description: "All open tickets, counted." })
  counts!: QueueCounts;
  @Field(() => [WallRow], {
    description: "The first rows of the wall order; the last three are kept for what is not breached.",
  })
  rows!: WallRow[];
  @Field(() => Int, { description: "Of how many." })
  rowsOf!: number;
  @Field(() => [RunwayBin], { description: "What falls due when." })
  runway!: RunwayBin[];
  @Field(() => [WallSession], { description: "Remote sessions that run now (at most 12)." })
  sessions!: WallSession[];
  @Field(() => [WallCalendar], { description: "The calendars that rows name." })
  calendars!: WallCalendar[];
}

@ObjectType({ description: "A place in an order, and the ticket that holds it." })
export class QueueEntry {
  @Field(() => QueuePlace, { description: "Its place among what to take next." })
  place!: QueuePlace;
  @Field(() => WallRow, { description: "The ticket as a row." })
  row!: WallRow;
}
export const QueueEntryConnection = connectionOf(QueueEntry, "QueueEntry");

@ObjectType({ description: "Open tickets in an order, at one instant." })
export class Queue {
  @Field(() => DateTime, { description: "The instant it speaks of, in desk time." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => Position, { description: "The desk's feed had come to here when it was read." })
  position!: string;
  @Field(() => QueueCounts, { description: "The filtered tickets, counted." })
  counts!: QueueCounts;
}
