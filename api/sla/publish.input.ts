import { Field, InputType, Int } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { ClauseInput } from "../coverage/condition.graphql.ts";
import { KindOfWorkEnum } from "../coverage/coverage.graphql.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { RequiredStepEnum } from "./plan.graphql.ts";
import {
  CommitmentEnum,
  MetricEnum,
  OnReopenEnum,
  PauseReasonEnum,
  PriorityChangeEnum,
  SatisfiedByEnum,
  TargetKindEnum,
} from "./sla.graphql.ts";

@InputType({ description: "Wall-clock hours." })
export class HoursWindowInput {
  @Field(() => String, { description: 'Opening wall time, "08:30".' })
  from!: string;
  @Field(() => String, { description: 'Closing wall time; "24:00" is midnight at the end of the day.' })
  until!: string;
  @Field(() => Boolean, { nullable: true, description: "Whether it runs past midnight; without it, it must not." })
  overnight?: boolean | null;
}

@InputType({ description: "The hours of one day of the week." })
export class DayHoursInput {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;
  @Field(() => [HoursWindowInput], { description: "Open windows; empty: closed." })
  windows!: HoursWindowInput[];
}

@InputType({ description: "A date on which the desk is closed." })
export class HolidayInput {
  @Field(() => CalendarDate, { description: "The date in the calendar's zone." })
  date!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: "Where it comes from, as `publicHolidays` says it; without it, `published`. At most 60 characters.",
  })
  origin?: string | null;
}

@InputType({ description: "A date with other hours; it replaces weekday and holiday." })
export class CalendarExceptionInput {
  @Field(() => CalendarDate, { description: "The date in the calendar's zone." })
  date!: string;
  @Field(() => String, { description: "Why." })
  name!: string;
  @Field(() => [HoursWindowInput], { description: "Its windows; empty: closed." })
  windows!: HoursWindowInput[];
}

@InputType({ description: "A new version of a calendar." })
export class PublishCalendarInput {
  @Field(() => String, { description: "Code that contracts name; a known one gets its next version." })
  code!: string;
  @Field(() => String, { description: "IANA time zone." })
  timeZone!: string;
  @Field(() => [DayHoursInput], { description: "Days that are left out are closed." })
  week!: DayHoursInput[];
  @Field(() => [HolidayInput], { nullable: true, description: "Closed dates." })
  holidays?: HolidayInput[] | null;
  @Field(() => [CalendarExceptionInput], { nullable: true, description: "Dates with other hours." })
  exceptions?: CalendarExceptionInput[] | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "From when on it holds, now or later; without it, from now on. Until then the version before holds.",
  })
  effectiveFrom?: Instant | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether open clocks are counted by it too, from that instant on. What has been counted stays.",
  })
  applyToOpenClocks!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Why, as every clock that moves is told; at most 200 characters.",
  })
  reason?: string | null;
}

@InputType({ description: "A level of urgency." })
export class PriorityInput {
  @Field(() => String, { description: "Code, stable." })
  code!: string;
  @Field(() => String, { description: "Name as people read it." })
  name!: string;
  @Field(() => Int, { description: "1 is taken first." })
  rank!: number;
}

@InputType({ description: "One promise." })
export class TargetInput {
  @Field(() => MetricEnum, { description: "What is promised." })
  metric!: string;
  @Field(() => String, { description: "Code of one of the plan's priorities." })
  priority!: string;
  @Field(() => TargetKindEnum, { description: "How the amount is counted." })
  kind!: string;
  @Field(() => Int, { nullable: true, description: "Amount in seconds, for OPERATING_TIME and ELAPSED." })
  amountSeconds?: number | null;
  @Field(() => Int, { nullable: true, description: "Amount in operating days, for OPERATING_DAYS." })
  amountDays?: number | null;
  @Field(() => CommitmentEnum, { description: "To whom." })
  commitment!: string;
  @Field(() => SatisfiedByEnum, { description: "What satisfies it." })
  satisfiedBy!: string;
  @Field(() => [PauseReasonEnum], { description: "For which waiting its clock stands still." })
  pausesOn!: string[];
  @Field(() => Int, { description: "Counted seconds before due from which the clock is at risk." })
  atRiskBeforeSeconds!: number;
  @Field(() => PriorityChangeEnum, { description: "How a raised priority moves the due instant." })
  onPriorityChange!: string;
  @Field(() => OnReopenEnum, { description: "What reopening does." })
  onReopen!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether, when a cycle goes on after reopening, the time between counts too.",
  })
  countsWhileSatisfied!: boolean;
}

@InputType({ description: "The oldest version of an operating system that a plan helps with." })
export class MinimumVersionInput {
  @Field(() => String, { description: "The operating system, by any name that the desk's manufacturer data knows." })
  product!: string;
  @Field(() => String, {
    description: "A version of it that the data knows, or CURRENT: the newest on the day of the request.",
  })
  version!: string;
}

@InputType({ description: "The minutes that a kind of work is presumed to take." })
export class UsualMinutesInput {
  @Field(() => KindOfWorkEnum, { description: "The kind of work." })
  kindOfWork!: string;
  @Field(() => Int, { description: "Whole minutes, from 1 to the plan's `minutesLimit`." })
  minutes!: number;
}

@InputType({ description: "A new version of a plan. It applies to tickets that are created from then on." })
export class PublishPlanInput {
  @Field(() => String, { description: "Code that contracts name; a known one gets its next version." })
  code!: string;
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => Boolean, { defaultValue: false, description: "A policy of the past: its targets may be zero." })
  historical!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "Whether priorities are stated instead of derived." })
  statedPriorities!: boolean;
  @Field(() => [PriorityInput], { description: "Its priorities; a plan that derives them needs URGENT and STANDARD." })
  priorities!: PriorityInput[];
  @Field(() => [RequiredStepEnum], { description: "The steps that resolving and closing ask for." })
  requiredSteps!: string[];
  @Field(() => Int, {
    nullable: true,
    description: "Days after closing in which a ticket may be reopened; null: no limit.",
  })
  reopenDays?: number | null;
  @Field(() => Int, { defaultValue: 1800, description: "Seconds after due in which a late fact may still arrive." })
  settlingSeconds!: number;
  @Field(() => Int, {
    nullable: true,
    description: "Seconds of remote service a day; without it, the standard plan's.",
  })
  fairUseSecondsPerDay?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Minutes that one request may take, 0 to 1440; without it, the standard plan's.",
  })
  minutesLimit?: number | null;
  @Field(() => [MinimumVersionInput], {
    nullable: true,
    description:
      "Operating systems and the oldest version that is helped with, at most 50; without them, the standard plan's; empty: no minimum.",
  })
  minimumVersions?: MinimumVersionInput[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Days after a release in which the version before still counts as CURRENT, 0 to 365; without it, the standard plan's.",
  })
  currentGraceDays?: number | null;
  @Field(() => [UsualMinutesInput], {
    nullable: true,
    description:
      "What kinds of work are presumed to take where nobody estimated it, each kind once; of one that is left out nothing is presumed. Without the list, the standard plan's, as far as they are within `minutesLimit`.",
  })
  usualMinutes?: UsualMinutesInput[] | null;
  @Field(() => [ClauseInput], {
    nullable: true,
    description:
      "Coverage clauses, at most 100; without them, the standard plan's. What excludes decides before what limits, each as they are listed here; where no clause has a condition of its own, in the standard plan's order.",
  })
  clauses?: ClauseInput[] | null;
  @Field(() => [TargetInput], { description: "What is promised." })
  targets!: TargetInput[];
}
