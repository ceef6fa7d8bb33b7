import type { GraphQLScalarType } from "graphql";
import { type ClassType, Field, ID, Int, ObjectType } from "type-graphql";
import type { Change } from "../core/event-parts.ts";
import type { Instant } from "../core/time.ts";
import { OutcomeEnum } from "../coverage/coverage.graphql.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { VerdictEnum } from "../sla/sla.graphql.ts";
import { AffectedEnum, TicketStatusEnum, WaitingOnEnum } from "../tickets/ticket.graphql.ts";

/** A value before and after, of one type. */
function changeOf(name: string, what: string, type: () => GraphQLScalarType | ClassType | object) {
  @ObjectType(`${name}Change`, { description: `${what}, before and after.` })
  class Changed {
    @Field(type as () => ClassType, { nullable: true, description: "Before; null: nothing." })
    from!: unknown;
    @Field(type as () => ClassType, { nullable: true, description: "After; null: nothing." })
    to!: unknown;
  }
  return Changed;
}

@ObjectType({ description: "A team, a technician, a client, a device or a file, by the name of the time." })
export class NamedRef {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its name when it happened." })
  name!: string;
}

const TextChange = changeOf("Text", "A text", () => String);
const StatusChange = changeOf("TicketStatus", "A status", () => TicketStatusEnum);
const WaitingOnChange = changeOf("WaitingOn", "For whom a ticket waits", () => WaitingOnEnum);
const AffectedChange = changeOf("Affected", "How many users are affected", () => AffectedEnum);
const BooleanChange = changeOf("Boolean", "Yes or no", () => Boolean);
const NamedChange = changeOf("Named", "A team or a technician", () => NamedRef);
const OutcomeChange = changeOf("Outcome", "A coverage outcome", () => OutcomeEnum);
const InstantChange = changeOf("DateTime", "An instant", () => DateTime);
const VerdictChange = changeOf("Verdict", "A verdict", () => VerdictEnum);

@ObjectType({ description: "Another system's name for a ticket, before and after." })
class ExternalRefChange {
  @Field(() => String, { description: "The other system." })
  system!: string;
  @Field(() => String, { nullable: true, description: "The id there before; null: none." })
  from!: string | null;
  @Field(() => String, { nullable: true, description: "The id there after; null: none." })
  to!: string | null;
}

@ObjectType({ description: "What a device runs, and until when its manufacturer supports it." })
export class DeviceSupportNews {
  @Field(() => NamedRef, { description: "The device." })
  device!: NamedRef;
  @Field(() => NamedRef, { description: "Whose it is." })
  client!: NamedRef;
  @Field(() => String, { description: "The product." })
  product!: string;
  @Field(() => String, { description: "Its version." })
  version!: string;
  @Field(() => CalendarDate, { nullable: true, description: "The last supported day; null: on a day nobody named." })
  endsOn!: string | null;
  @Field(() => Int, { nullable: true, description: "Days left until then; null once it has ended." })
  daysLeft!: number | null;
}

@ObjectType({ description: "What a change changed, old and new. Null: it did not touch this." })
export class ChangedFields {
  @Field(() => StatusChange, { nullable: true, description: "Its status." })
  status!: Change<string | null> | null;
  @Field(() => TextChange, { nullable: true, description: "Its priority, by code." })
  priority!: Change<string | null> | null;
  @Field(() => AffectedChange, { nullable: true, description: "How many users are affected." })
  affected!: Change<string | null> | null;
  @Field(() => BooleanChange, { nullable: true, description: "Whether there is a workaround." })
  workaround!: Change<boolean | null> | null;
  @Field(() => WaitingOnChange, { nullable: true, description: "For whom it waits." })
  waitingOn!: Change<string | null> | null;
  @Field(() => NamedChange, { nullable: true, description: "Who holds it." })
  assignee!: Change<NamedRef | null> | null;
  @Field(() => NamedChange, { nullable: true, description: "The team it is with." })
  team!: Change<NamedRef | null> | null;
  @Field(() => OutcomeChange, { nullable: true, description: "Whether it is covered." })
  coverageOutcome!: Change<string | null> | null;
  @Field(() => TextChange, { nullable: true, description: "The clause that decided, by code." })
  coverageClause!: Change<string | null> | null;
  @Field(() => InstantChange, { nullable: true, description: "The due instant of `clock`." })
  dueAt!: Change<Instant | null> | null;
  @Field(() => VerdictChange, { nullable: true, description: "The verdict of `clock`." })
  verdict!: Change<string | null> | null;
  @Field(() => ExternalRefChange, { nullable: true, description: "What another system calls it." })
  externalRef!: ExternalRefChange | null;
  @Field(() => DeviceSupportNews, {
    nullable: true,
    description: "A device that leaves, or left, its manufacturer's support.",
  })
  deviceSupport!: DeviceSupportNews | null;
  @Field(() => String, { nullable: true, description: "The reason that was given, where one was." })
  reason!: string | null;
}
