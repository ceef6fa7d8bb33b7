import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime } from "../platform/scalars.ts";

export const MetricEnum = enumOf("Metric", "What is promised.", {
  FIRST_RESPONSE: "The first public reply by a person.",
  NEXT_RESPONSE: "A public reply after each message of the requester.",
  RESOLUTION: "The end of the work.",
});
export const CommitmentEnum = enumOf("Commitment", "To whom it is promised. A report never mixes the two.", {
  CONTRACTUAL: "Promised to the client.",
  INTERNAL: "Promised to ourselves.",
});
export const TargetKindEnum = enumOf("TargetKind", "How a target's amount is counted.", {
  OPERATING_TIME: "Seconds in which the desk is open.",
  OPERATING_DAYS: "The same wall time on the n-th next operating day.",
  ELAPSED: "Every second; an end in closed hours waits for the next opening.",
});
export const ClockStateEnum = enumOf("ClockState", "What a clock does now. Standing is independent of it.", {
  RUNNING: "It counts.",
  CLOSED_HOURS: "The desk is closed: it stands until the next opening.",
  PAUSED: "It stands, because the ticket waits.",
  ENDED: "It is over; `verdict` says how.",
  NO_TARGET: "Nothing is promised for this priority.",
});
export const StandingEnum = enumOf("Standing", "How a clock stands, also while it is paused.", {
  ON_TRACK: "More counted time is left than the target's warning.",
  AT_RISK: "No more counted time is left than the target's warning.",
  BREACHED: "The due instant has passed.",
});
export const VerdictEnum = enumOf("Verdict", "How a clock ended.", {
  MET: "Satisfied at or before its due instant.",
  MISSED: "Satisfied after its due instant.",
  CANCELLED: "The ticket was cancelled: neither met nor missed.",
  MERGED: "The ticket was merged: neither met nor missed.",
});
export const NoDueReasonEnum = enumOf("NoDueReason", "Why a clock has no due instant.", {
  NO_TARGET: "Nothing is promised for this priority.",
  NO_OPERATING_TIME: "The calendar is not open for so long within five years.",
});
export const SatisfiedByEnum = enumOf("SatisfiedBy", "What satisfies a target.", {
  PUBLIC_REPLY: "A public reply by a person.",
  RESOLVED: "The ticket is resolved.",
  CLOSED: "The ticket is closed.",
});
export const PriorityChangeEnum = enumOf("PriorityChange", "How a raised priority moves the due instant.", {
  EARLIER_OF_OLD_AND_NEW: "The earlier of the old due and the change plus the new amount.",
  FROM_THE_START: "Counted again from the start.",
});
export const OnReopenEnum = enumOf("OnReopen", "What reopening does to a finished clock.", {
  NEW_CYCLE: "The finished cycle stays; a new one starts.",
  CONTINUE: "The same cycle goes on.",
});
export const PauseReasonEnum = enumOf("PauseReason", "Why a clock is paused.", {
  REQUESTER: "Waiting for the requester.",
  MANUFACTURER: "Waiting for the manufacturer.",
  PARTS: "Waiting for parts.",
  INTERNAL: "Waiting for somebody in the house.",
  APPOINTMENT: "Until a booked appointment.",
});
export const SegmentKindEnum = enumOf("SegmentKind", "What a stretch of a clock is.", {
  COUNTED: "Counted: these sum exactly to the elapsed seconds.",
  CLOSED: "The desk was closed.",
  PAUSED: "The clock was paused.",
});

@ObjectType({ description: "One promise of a plan: a metric and an amount for one priority." })
export class Target {
  @Field(() => MetricEnum, { description: "What is promised." })
  metric!: string;
  @Field(() => String, { description: "Code of the priority it is promised for." })
  priority!: string;
  @Field(() => TargetKindEnum, { description: "How the amount is counted." })
  kind!: string;
  @Field(() => Int, { nullable: true, description: "Amount in seconds; null for OPERATING_DAYS." })
  amountSeconds!: number | null;
  @Field(() => Int, { nullable: true, description: "Amount in operating days; null for the other kinds." })
  amountDays!: number | null;
  @Field(() => CommitmentEnum, { description: "To whom." })
  commitment!: string;
  @Field(() => SatisfiedByEnum, { description: "What satisfies it." })
  satisfiedBy!: string;
  @Field(() => [PauseReasonEnum], { description: "For which waiting its clock stands still; empty: never." })
  pausesOn!: string[];
  @Field(() => Int, { description: "Counted seconds before due from which the clock is at risk." })
  atRiskBeforeSeconds!: number;
  @Field(() => PriorityChangeEnum, { description: "How a raised priority moves the due instant." })
  onPriorityChange!: string;
  @Field(() => OnReopenEnum, { description: "What reopening does." })
  onReopen!: string;
  @Field(() => Boolean, {
    description: "Whether, when a cycle goes on after reopening, the time between counts too.",
  })
  countsWhileSatisfied!: boolean;
}

@ObjectType({ description: "A counted, closed or paused stretch of a clock." })
export class ClockSegment {
  @Field(() => DateTime, { description: "First instant inside." })
  from!: Instant;
  @Field(() => DateTime, { description: "First instant after." })
  until!: Instant;
  @Field(() => SegmentKindEnum, { description: "What it is." })
  kind!: string;
  @Field(() => String, { description: "Its cause in words." })
  cause!: string;
}

export const AlternativeEnum = enumOf("Alternative", "What might have been otherwise.", {
  WITHOUT_PAUSES: "Had it never been paused.",
  ROUND_THE_CLOCK: "Were the desk open round the clock.",
});

@ObjectType({ description: "When a clock would be due if one thing were otherwise." })
export class WouldBeDue {
  @Field(() => AlternativeEnum, { description: "What would be otherwise." })
  when!: string;
  @Field(() => DateTime, { nullable: true, description: "Its due instant then; null where it would have none." })
  dueAt!: Instant | null;
}

@ObjectType({ description: "What facts that came after the seal would have made of a clock. The verdict stays." })
export class AfterSeal {
  @Field(() => VerdictEnum, { nullable: true, description: "The verdict it would have had; null: none yet." })
  verdict!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it would have been satisfied." })
  satisfiedAt!: Instant | null;
}

@ObjectType({ description: "A manager's other view of a sealed verdict. The sealed one stays, and reports count it." })
export class VerdictRevision {
  @Field(() => VerdictEnum, { description: "The verdict as the manager sees it." })
  verdict!: string;
  @Field(() => String, { description: "Why." })
  reason!: string;
  @Field(() => String, { description: "Who revised it, by the name of the time." })
  revisedBy!: string;
  @Field(() => DateTime, { description: "When." })
  at!: Instant;
}

@ObjectType({
  implements: Node,
  description: "One target on one ticket, per cycle, read at `asOf`. It explains every second of itself by `segments`.",
})
export class SlaClock extends Node {
  @Field(() => MetricEnum, { description: "What is promised." })
  metric!: string;
  @Field(() => Int, { description: "1 for the first; reopening may start another." })
  cycle!: number;
  @Field(() => CommitmentEnum, { description: "To whom." })
  commitment!: string;
  @Field(() => Target, { nullable: true, description: "The promise; null when there is none for this priority." })
  target!: Target | null;
  @Field(() => ClockStateEnum, { description: "What it does now." })
  state!: string;
  @Field(() => StandingEnum, { description: "How it stands, also while paused." })
  standing!: string;
  @Field(() => VerdictEnum, { nullable: true, description: "How it ended; null while it has not." })
  verdict!: string | null;
  @Field(() => DateTime, { nullable: true, description: "From when on the verdict is history; null before." })
  sealedAt!: Instant | null;
  @Field(() => AfterSeal, {
    nullable: true,
    description: "What came after the seal and would have changed the verdict; null where nothing did.",
  })
  afterSeal!: AfterSeal | null;
  @Field(() => [VerdictRevision], { description: "What managers appended to the sealed verdict, oldest first." })
  revisions!: VerdictRevision[];
  @Field(() => PauseReasonEnum, { nullable: true, description: "Why it is paused; null when it is not." })
  pausedReason!: string | null;
  @Field(() => DateTime, { nullable: true, description: "Since when it is paused." })
  pausedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it will go on by itself, if that is known." })
  resumesAt!: Instant | null;
  @Field(() => NoDueReasonEnum, { nullable: true, description: "Why there is no due instant." })
  noDueReason!: string | null;
  @Field(() => DateTime, { description: "When it started." })
  startedAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "Last instant in time: satisfied at this very second is met. While paused: if resumed now.",
  })
  dueAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "From when on it is at risk." })
  atRiskAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it was satisfied." })
  satisfiedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "First second after due, once that has passed unsatisfied." })
  breachedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  endedAt!: Instant | null;
  @Field(() => Int, { description: "Counted seconds so far. Wall time is never called elapsed." })
  elapsedSeconds!: number;
  @Field(() => Int, {
    nullable: true,
    description: "Counted seconds left; negative once breached; null without a due.",
  })
  remainingSeconds!: number | null;
  @Field(() => DateTime, { description: "The instant this reading speaks of." })
  asOf!: Instant;
  @Field(() => [ClockSegment], { description: "Every stretch from the start to `asOf` or the end, with its cause." })
  segments!: ClockSegment[];
  @Field(() => String, { description: "IANA zone of the calendar it counts by." })
  timeZone!: string;
  @Field(() => Int, { description: "Version of the plan." })
  policyVersion!: number;
  @Field(() => Int, { description: "Version of the calendar." })
  calendarVersion!: number;
  @Field(() => String, {
    description: "Version of the time-zone data it was computed with; once sealed, that of the seal.",
  })
  timeZoneData!: string;
}
