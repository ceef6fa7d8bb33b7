import { Field, InputType, Int, ObjectType } from "type-graphql";
import { MOST_GROUPS, MOST_TESTS } from "../core/coverage-policy/condition-faults.ts";
import { enumOf } from "../platform/enums.ts";
import { NextStepKindEnum, OutcomeEnum } from "./coverage.graphql.ts";

const words = {
  all: "A group: all of these match. With it, nothing else is given.",
  any: "A group: at least one of these matches. With it, nothing else is given.",
  fact: 'A test: the fact it compares, by its name, for example "kindOfWork"; `coverageFacts` lists them. With it, exactly one comparison is given. A fact that nobody stated answers no comparison but `notIn`.',
  is: "The flag is true, or is false.",
  in: "The fact is one of these words, or the product is known by one of these names.",
  notIn: "The fact is none of these, or is unstated.",
  above: "The number is above this one.",
  atLeast: "The number is this one or above.",
  below: "The number is below this one.",
  aboveLimit: "True: the number is above the plan's own limit for it.",
  reachesLimit: "True: the number is the plan's own limit for it, or above.",
  olderThan: "The version is older than this one. In one `all` with a test of `product`.",
} as const;

/** Read and written alike, so that what was read can be sent back. */
@ObjectType("Condition", {
  description: `When a clause matches: a group of conditions (\`all\`, \`any\`), or the test of one fact. At most ${MOST_GROUPS} groups inside one another, and ${MOST_TESTS} tests.`,
})
@InputType("ConditionInput", {
  description: `When a clause matches: exactly one of \`all\`, \`any\` and \`fact\`; with \`fact\`, exactly one comparison. At most ${MOST_GROUPS} groups inside one another, and ${MOST_TESTS} tests.`,
})
export class Condition {
  @Field(() => [Condition], { nullable: true, description: words.all })
  all?: Condition[] | null;
  @Field(() => [Condition], { nullable: true, description: words.any })
  any?: Condition[] | null;
  @Field(() => String, { nullable: true, description: words.fact })
  fact?: string | null;
  @Field(() => Boolean, { nullable: true, description: words.is })
  is?: boolean | null;
  @Field(() => [String], { nullable: true, description: words.in })
  in?: string[] | null;
  @Field(() => [String], { nullable: true, description: words.notIn })
  notIn?: string[] | null;
  @Field(() => Int, { nullable: true, description: words.above })
  above?: number | null;
  @Field(() => Int, { nullable: true, description: words.atLeast })
  atLeast?: number | null;
  @Field(() => Int, { nullable: true, description: words.below })
  below?: number | null;
  @Field(() => Boolean, { nullable: true, description: words.aboveLimit })
  aboveLimit?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: words.reachesLimit })
  reachesLimit?: boolean | null;
  @Field(() => String, { nullable: true, description: words.olderThan })
  olderThan?: string | null;
}

@ObjectType({ description: "A line of a plan: what matches its condition has its outcome." })
export class PlanClause {
  @Field(() => String, { description: 'Code, for example "printer".' })
  code!: string;
  @Field(() => OutcomeEnum, { description: "EXCLUDED or LIMITED: what it decides where it matches." })
  outcome!: string;
  @Field(() => String, { description: "What it is about, in words." })
  title!: string;
  @Field(() => Condition, { description: "When it matches." })
  when!: Condition;
  @Field(() => NextStepKindEnum, { description: "What comes next where it decides." })
  nextStep!: string;
  @Field(() => String, { description: "The same in one sentence, for the person who asked." })
  advice!: string;
}

@InputType({
  description: "A line of a plan. A code of the service may leave out what is to be as the service has it.",
})
export class ClauseInput {
  @Field(() => String, {
    description: "Code: one of the service's own, or one of yours, in small letters, digits and hyphens.",
  })
  code!: string;
  @Field(() => OutcomeEnum, { description: "EXCLUDED or LIMITED." })
  outcome!: string;
  @Field(() => String, { description: "What it is about, in words; at most 200 characters." })
  title!: string;
  @Field(() => Condition, {
    nullable: true,
    description: "When it matches. Without it, as the service has it; a code of your own needs one.",
  })
  when?: Condition | null;
  @Field(() => NextStepKindEnum, {
    nullable: true,
    description: "What comes next where it decides. Without it, as the service has it; a code of your own needs one.",
  })
  nextStep?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The same in one sentence, at most 300 characters. Without it, as the service has it; a code of your own needs one.",
  })
  advice?: string | null;
}

export const FactKindEnum = enumOf("CoverageFactKind", "What sort of fact it is, and so how it is compared.", {
  FLAG: "True or false: by `is`.",
  CHOICE: "One of a list of words: by `in` and `notIn`.",
  PRODUCT: "A product that the manufacturer data knows, by any of its names: by `in` and `notIn`.",
  NUMBER: "A whole number: by `above`, `atLeast`, `below`, `aboveLimit` and `reachesLimit`.",
  VERSION: "A version: by `olderThan`.",
});

@ObjectType({ description: "A fact that a clause's condition may test." })
export class CoverageFact {
  @Field(() => String, { description: "Its name in conditions." })
  name!: string;
  @Field(() => String, { description: "The same as people read it." })
  title!: string;
  @Field(() => FactKindEnum, { description: "What sort of fact it is." })
  kind!: string;
  @Field(() => [String], { description: "The fields of a condition by which it is compared." })
  operators!: readonly string[];
  @Field(() => [String], { description: "The words there are to choose from; empty where there is no such list." })
  choices!: readonly string[];
}
