import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { Clause, OutcomeEnum } from "../coverage/coverage.graphql.ts";
import { DateTime } from "../platform/scalars.ts";

@ObjectType({ description: "How many decisions would go from one outcome to another." })
export class OutcomeShift {
  @Field(() => OutcomeEnum, { description: "As it was decided." })
  from!: string;
  @Field(() => OutcomeEnum, { description: "As it would have been; the same where only another clause decides." })
  to!: string;
  @Field(() => Int, { description: "How many decisions." })
  count!: number;
}

@ObjectType({ description: "A past decision that would have been another." })
export class CoverageDifference {
  @Field(() => ID, { description: "Its ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "The ticket's number." })
  number!: number;
  @Field(() => String, { description: "The ticket's subject." })
  subject!: string;
  @Field(() => String, { description: "Whose ticket it is." })
  client!: string;
  @Field(() => DateTime, { description: "When it was decided, in desk time." })
  decidedAt!: Instant;
  @Field(() => OutcomeEnum, { description: "The outcome as it was decided." })
  outcomeBefore!: string;
  @Field(() => Clause, { nullable: true, description: "The clause that decided; null: none." })
  clauseBefore!: object | null;
  @Field(() => OutcomeEnum, { description: "The outcome as it would have been." })
  outcomeAfter!: string;
  @Field(() => Clause, { nullable: true, description: "The clause that would have decided; null: none." })
  clauseAfter!: object | null;
}

@ObjectType({
  description:
    "How the rules would have decided what they decided in a period, under the plan as edited: each request by its facts as recorded and by what the desk knew at its time, beside today's manufacturer data. Nothing was changed, and nothing that was decided will be.",
})
export class CoverageWhatIf {
  @Field(() => Int, { description: "Decisions of the rules under this plan in that period, by whichever version." })
  decisions!: number;
  @Field(() => Int, {
    description:
      "Of these, made before the desk kept what it knew: there the ticket's contract and the add-ons on record are taken, and no remote minutes as used.",
  })
  presumed!: number;
  @Field(() => Int, { description: "How many would differ, by outcome or by deciding clause." })
  differ!: number;
  @Field(() => [OutcomeShift], {
    description: "Those that differ, from one outcome to another, the most frequent first.",
  })
  byOutcome!: readonly object[];
}
