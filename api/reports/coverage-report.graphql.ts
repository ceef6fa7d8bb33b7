import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { OutcomeEnum } from "../coverage/coverage.graphql.ts";
import { connectionOf } from "../platform/connection.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";

@InputType({ description: "Whose coverage to report on: tickets created in `[from, until)`." })
export class CoverageReportInput {
  @Field(() => CalendarDate, { description: "First day of creation, in the report's zone." })
  from!: string;
  @Field(() => CalendarDate, { description: "First day after, in the report's zone." })
  until!: string;
  @Field(() => String, { nullable: true, description: "IANA zone of its days; without it, the provider's own." })
  timeZone?: string | null;
  @Field(() => ID, { nullable: true, description: "Only this client's." })
  clientId?: string | null;
}

@ObjectType({ description: "Tickets by the outcome of a coverage decision." })
export class OutcomeCounts {
  @Field(() => Int, { description: "Covered." })
  covered!: number;
  @Field(() => Int, { description: "Limited." })
  limited!: number;
  @Field(() => Int, { description: "Excluded." })
  excluded!: number;
  @Field(() => Int, { description: "Facts are missing." })
  needsInformation!: number;
}

@ObjectType({ description: "How the requests of a client were covered." })
export class CoverageMix {
  @Field(() => ID, { nullable: true, description: "The client; null for all together." })
  clientId!: string | null;
  @Field(() => String, { description: "Its name." })
  client!: string;
  @Field(() => Int, { description: "Tickets; merged ones count with the ticket that they went into." })
  tickets!: number;
  @Field(() => Int, { description: "Tickets on which a decision by hand stands." })
  overridden!: number;
  @Field(() => OutcomeCounts, { description: "By the decision in force." })
  inForce!: OutcomeCounts;
  @Field(() => OutcomeCounts, { description: "By what the rules say, whatever was decided by hand." })
  byRules!: OutcomeCounts;
}

@ObjectType({ description: "A coverage decision that was made by hand." })
export class CoverageOverride {
  @Field(() => ID, { description: "Its ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "The ticket's number." })
  number!: number;
  @Field(() => String, { description: "The ticket's subject." })
  subject!: string;
  @Field(() => String, { description: "Whose ticket it is." })
  client!: string;
  @Field(() => OutcomeEnum, { description: "What was decided by hand." })
  outcome!: string;
  @Field(() => String, { nullable: true, description: "Code of the clause it goes by; null: none." })
  clause!: string | null;
  @Field(() => OutcomeEnum, { description: "What the rules said when it was made." })
  rulesOutcome!: string;
  @Field(() => String, { nullable: true, description: "Code of the clause that had decided; null: none." })
  rulesClause!: string | null;
  @Field(() => String, { description: "Who decided." })
  by!: string;
  @Field(() => String, { description: "Why." })
  reason!: string;
  @Field(() => DateTime, { description: "When, in desk time." })
  at!: Instant;
  @Field(() => Boolean, { description: "Whether it still stands: neither withdrawn nor replaced by another." })
  stands!: boolean;
}
export const CoverageOverrideConnection = connectionOf(CoverageOverride, "CoverageOverride");

@ObjectType({ description: "How requests were covered: by the decision in force, and by the rules." })
export class CoverageReport {
  @Field(() => CalendarDate, { description: "First day of creation." })
  from!: string;
  @Field(() => CalendarDate, { description: "First day after." })
  until!: string;
  @Field(() => String, { description: "IANA zone of its days." })
  timeZone!: string;
  @Field(() => DateTime, { description: "As the decisions stand at this instant of desk time." })
  asOf!: Instant;
  @Field(() => CoverageMix, { description: "All in one." })
  total!: CoverageMix;
  @Field(() => [CoverageMix], { description: "By client, by name; at most 1,000." })
  byClient!: CoverageMix[];
}
