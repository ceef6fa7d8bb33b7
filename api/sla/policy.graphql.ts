import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AddOnKindEnum } from "../clients/clients.graphql.ts";
import type { Instant } from "../core/time.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { PublishCalendarInput, PublishPlanInput } from "./publish.input.ts";
import { MetricEnum } from "./sla.graphql.ts";

export const EditKindEnum = enumOf("PolicyEditKind", "What open clocks are counted by in another way.", {
  PLAN: "The targets of a plan version.",
  CALENDAR: "The hours of a calendar version.",
  ADD_ON: "After-hours service of one contract, bought or ended.",
});

@InputType({ description: "A published version, by its names." })
export class ApplyToOpenClocksInput {
  @Field(() => EditKindEnum, { description: "PLAN or CALENDAR." })
  kind!: "PLAN" | "CALENDAR" | "ADD_ON";
  @Field(() => String, { description: "Its code." })
  code!: string;
  @Field(() => Int, { description: "Its version." })
  version!: number;
}

@InputType({ description: "An extra that a client buys." })
export class SetAddOnInput {
  @Field(() => ID, { description: "The contract that gets it." })
  contractId!: string;
  @Field(() => AddOnKindEnum, { description: "Which extra." })
  kind!: "AFTER_HOURS" | "IMMEDIATE";
  @Field(() => DateTime, { nullable: true, description: "From this instant on, now or later; without it, now." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Until this instant; null: no end." })
  until?: Instant | null;
}

@InputType({ description: "An extra that ends." })
export class EndAddOnInput {
  @Field(() => ID, { description: "The contract that has it." })
  contractId!: string;
  @Field(() => AddOnKindEnum, { description: "Which extra." })
  kind!: "AFTER_HOURS" | "IMMEDIATE";
  @Field(() => DateTime, {
    nullable: true,
    description:
      "The first instant without it, now or later; without it, now. One that has not begun by then is withdrawn.",
  })
  until?: Instant | null;
}

@InputType({ description: "An edit to try out: exactly one of the fields." })
export class PolicyDryRunInput {
  @Field(() => PublishPlanInput, { nullable: true, description: "A plan as it would be published and then applied." })
  plan?: PublishPlanInput | null;
  @Field(() => PublishCalendarInput, { nullable: true, description: "A calendar as it would be published." })
  calendar?: PublishCalendarInput | null;
  @Field(() => ApplyToOpenClocksInput, { nullable: true, description: "A version that is published already." })
  published?: ApplyToOpenClocksInput | null;
  @Field(() => SetAddOnInput, { nullable: true, description: "An extra as it would be bought." })
  addOn?: SetAddOnInput | null;
  @Field(() => EndAddOnInput, { nullable: true, description: "An extra as it would be ended." })
  endAddOn?: EndAddOnInput | null;
}

@ObjectType({ description: "An open clock that an edit moves." })
export class ClockMove {
  @Field(() => ID, { description: "Its ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "The ticket's number." })
  number!: number;
  @Field(() => String, { description: "The ticket's subject." })
  subject!: string;
  @Field(() => String, { description: "Whose ticket it is." })
  client!: string;
  @Field(() => MetricEnum, { description: "What is promised." })
  metric!: string;
  @Field(() => Int, { description: "The cycle." })
  cycle!: number;
  @Field(() => String, { description: "Code of the clock's priority." })
  priority!: string;
  @Field(() => DateTime, { nullable: true, description: "Due as it is; null: no due instant." })
  dueBefore!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Due as it would be; null: no due instant any more." })
  dueAfter!: Instant | null;
  @Field(() => Boolean, { description: "Whether it would be breached at once." })
  breaches!: boolean;
}

@ObjectType({
  description: "What an edit would do to open clocks, as of one snapshot of the desk. Nothing was changed.",
})
export class PolicyDryRun {
  @Field(() => DateTime, { description: "The instant it speaks of." })
  asOf!: Instant;
  @Field(() => Position, { description: "Position of the desk's log at that snapshot." })
  position!: string;
  @Field(() => Int, { description: "Tickets that the edit concerns." })
  tickets!: number;
  @Field(() => Int, { description: "Their open clocks." })
  openClocks!: number;
  @Field(() => Int, { description: "How many of these would move." })
  moved!: number;
  @Field(() => Int, { description: "How many of these would be breached at once." })
  wouldBreach!: number;
  @Field(() => String, { description: "The same as a sentence." })
  sentence!: string;
  moves!: readonly object[];
}

@ObjectType({ description: "A ticket in which something happened between a dry run and its application." })
export class DisturbedTicket {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "Its number." })
  number!: number;
  @Field(() => String, { description: "The first event after the dry run, by its type." })
  event!: string;
  @Field(() => DateTime, { description: "When that was, in desk time." })
  at!: Instant;
}

@ObjectType({
  implements: Node,
  description: "One act by which open clocks are counted another way: it goes through tickets page by page.",
})
export class PolicyApplication extends Node {
  @Field(() => EditKindEnum, { description: "What is applied." })
  kind!: string;
  @Field(() => String, { description: "What every moved clock is told." })
  cause!: string;
  @Field(() => DateTime, { description: "From when it counts: the instant of the act." })
  appliedAt!: Instant;
  @Field(() => String, { description: "Who applied it." })
  appliedBy!: string;
  @Field(() => Int, { description: "Tickets it concerned when it began." })
  ticketsTotal!: number;
  @Field(() => Int, { description: "Tickets that are done." })
  ticketsDone!: number;
  @Field(() => Int, { description: "Clocks that have moved so far." })
  clocksMoved!: number;
  @Field(() => Int, { description: "Clocks that were breached by it so far." })
  clocksBreached!: number;
  @Field(() => DateTime, { nullable: true, description: "When the last ticket was done; null while it runs." })
  finishedAt!: Instant | null;
}
