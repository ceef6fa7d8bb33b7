import { Field, Int, ObjectType } from "type-graphql";
import { PlanClause } from "../coverage/condition.graphql.ts";
import { KindOfWorkEnum } from "../coverage/coverage.graphql.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { Target } from "./sla.graphql.ts";

export const RequiredStepEnum = enumOf("Step", "The four documented steps. Their order is free.", {
  IDENTIFY_CAUSE: "What was the cause?",
  RESOLVE: "What was done?",
  TEST: "How was it tested?",
  DOCUMENT: "What should the next person know?",
});

@ObjectType({ description: "A level of urgency, as the plan names it." })
export class Priority {
  @Field(() => String, { description: "Code, stable." })
  code!: string;
  @Field(() => String, { description: "Name as people read it." })
  name!: string;
  @Field(() => Int, { description: "1 is taken first." })
  rank!: number;
}

@ObjectType({ description: "The oldest version of an operating system that a plan helps with." })
export class MinimumVersion {
  @Field(() => String, { description: 'The operating system, for example "macOS".' })
  product!: string;
  @Field(() => String, {
    description: 'Its version, for example "10.13"; CURRENT: the newest on the day of the request, with days of grace.',
  })
  version!: string;
}

@ObjectType({ description: "The minutes that a kind of work is presumed to take where nobody estimated them." })
export class UsualMinutes {
  @Field(() => KindOfWorkEnum, { description: "The kind of work." })
  kindOfWork!: string;
  @Field(() => Int, { description: "Whole minutes, never above the plan's `minutesLimit`." })
  minutes!: number;
}

@ObjectType({ implements: Node, description: "One published version of what is sold: clauses, promises, fair use." })
export class Plan extends Node {
  @Field(() => String, { description: "Code that contracts name." })
  code!: string;
  @Field(() => Int, { description: "Version, counted from 1." })
  version!: number;
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => [PlanClause], {
    description:
      "The lines that coverage is decided by (at most 100), in the order in which they decide: what excludes before what limits.",
  })
  clauses!: PlanClause[];
  @Field(() => [Target], { description: "What is promised, by priority." })
  targets!: Target[];
  @Field(() => [Priority], { description: "Its priorities." })
  priorities!: Priority[];
  @Field(() => [RequiredStepEnum], { description: "The steps that resolving and closing ask for." })
  requiredSteps!: string[];
  @Field(() => Boolean, { description: "Whether priorities are stated instead of derived from facts." })
  statedPriorities!: boolean;
  @Field(() => Boolean, { description: "Whether it is a policy of the past: the only kind whose targets may be zero." })
  historical!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "Days after closing in which a ticket may be reopened; null: no limit.",
  })
  reopenDays!: number | null;
  @Field(() => Int, { description: "Minutes that one request may take: the limit that a clause's `aboveLimit` means." })
  minutesLimit!: number;
  @Field(() => [MinimumVersion], {
    description:
      "The operating systems that it helps with from a version on (at most 50). What is older is below the minimum; one that is not listed has none.",
  })
  minimumVersions!: readonly MinimumVersion[];
  @Field(() => Int, {
    description: "Days after a release in which the version before still counts as CURRENT.",
  })
  currentGraceDays!: number;
  @Field(() => [UsualMinutes], {
    description: "What kinds of work are presumed to take (at most 17); of one that is not listed nothing is presumed.",
  })
  usualMinutes!: UsualMinutes[];
  @Field(() => Int, { description: "Seconds of remote service granted to each client a day." })
  fairUseSecondsPerDay!: number;
  @Field(() => Int, { description: "Seconds after due in which a fact that happened in time may still arrive." })
  settlingSeconds!: number;
}
