import { Field, InputType } from "type-graphql";
import { OutcomeEnum } from "../coverage/coverage.graphql.ts";
import { enumOf } from "../platform/enums.ts";
import {
  DateTimeFilter,
  type EnumFilter,
  enumFilterOf,
  IdFilter,
  IntFilter,
  PresenceFilter,
  StringFilter,
} from "../platform/filter.graphql.ts";
import { MetricEnum, StandingEnum, VerdictEnum } from "../sla/sla.graphql.ts";
import { AffectedEnum, ChannelEnum, TicketStatusEnum, WaitingOnEnum } from "./ticket.graphql.ts";

const StatusFilter = enumFilterOf(TicketStatusEnum, "TicketStatus");
const ChannelFilter = enumFilterOf(ChannelEnum, "Channel");
const OutcomeFilter = enumFilterOf(OutcomeEnum, "Outcome");
const AffectedFilter = enumFilterOf(AffectedEnum, "Affected", { nullable: true });
const WaitingOnFilter = enumFilterOf(WaitingOnEnum, "WaitingOn", { nullable: true });
const MetricFilter = enumFilterOf(MetricEnum, "Metric");
const VerdictFilter = enumFilterOf(VerdictEnum, "Verdict", { nullable: true });
const StandingFilter = enumFilterOf(StandingEnum, "Standing");

@InputType({ description: "With a clock for which all of this holds at once." })
export class ClockFilter {
  @Field(() => MetricFilter, { nullable: true, description: "What it promises." })
  metric?: EnumFilter | null;
  @Field(() => VerdictFilter, { nullable: true, description: "How it ended; not set while it has not." })
  verdict?: EnumFilter | null;
  @Field(() => StandingFilter, {
    nullable: true,
    description: "How it stands now, also while paused; BREACHED holds for those that ended so, too.",
  })
  standing?: EnumFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "Its last instant in time." })
  dueAt?: DateTimeFilter | null;
}

@InputType({ description: "With a name in another system for which all of this holds at once." })
export class ExternalRefFilter {
  @Field(() => StringFilter, { nullable: true, description: "The other system." })
  system?: StringFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "The id there." })
  id?: StringFilter | null;
}

@InputType("TicketFilter", {
  description:
    "Which tickets. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all. `not` is the complement: what is not set does not match the inside, and so matches `not`.",
})
export class TicketFilterInput {
  @Field(() => [TicketFilterInput], { nullable: true, description: "All of these hold." })
  and?: TicketFilterInput[] | null;
  @Field(() => [TicketFilterInput], { nullable: true, description: "At least one of these holds." })
  or?: TicketFilterInput[] | null;
  @Field(() => TicketFilterInput, { nullable: true, description: "This does not hold." })
  not?: TicketFilterInput | null;
  @Field(() => IdFilter, { nullable: true, description: "The ticket's id." })
  id?: IdFilter | null;
  @Field(() => IntFilter, { nullable: true, description: "Number people use." })
  number?: IntFilter | null;
  @Field(() => StatusFilter, { nullable: true, description: "Where it stands." })
  status?: EnumFilter | null;
  @Field(() => WaitingOnFilter, { nullable: true, description: "For whom it waits." })
  waitingOn?: EnumFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "The client it is for." })
  client?: IdFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "The person who asks." })
  requester?: IdFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "The device it is about." })
  device?: IdFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "Who holds it; not set: nobody." })
  assignee?: IdFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "The team it is with." })
  team?: IdFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "Its priority's code." })
  priority?: StringFilter | null;
  @Field(() => ChannelFilter, { nullable: true, description: "How it reached the desk." })
  channel?: EnumFilter | null;
  @Field(() => AffectedFilter, { nullable: true, description: "How many users are affected; not set: not stated." })
  affected?: EnumFilter | null;
  @Field(() => PresenceFilter, { nullable: true, description: "Whether there is a workaround." })
  workaround?: PresenceFilter | null;
  @Field(() => OutcomeFilter, { nullable: true, description: "Whether it is covered." })
  coverage?: EnumFilter | null;
  @Field(() => StringFilter, {
    nullable: true,
    description: "The code of the clause that decided its coverage.",
  })
  coverageClause?: StringFilter | null;
  @Field(() => Boolean, { nullable: true, description: "Whether its coverage was decided by hand." })
  coverageOverridden?: boolean | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When it was created." })
  createdAt?: DateTimeFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When it last changed." })
  updatedAt?: DateTimeFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When it was resolved." })
  resolvedAt?: DateTimeFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When it ended." })
  closedAt?: DateTimeFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "What it is about, in a few words." })
  subject?: StringFilter | null;
  @Field(() => ClockFilter, { nullable: true, description: "A clock of it." })
  clock?: ClockFilter | null;
  @Field(() => ExternalRefFilter, { nullable: true, description: "A name of it in another system." })
  externalRef?: ExternalRefFilter | null;
  @Field(() => String, {
    nullable: true,
    description: "What people type to find one: part of the subject, or the number.",
  })
  search?: string | null;
}

export const TicketOrderEnum = enumOf("TicketOrder", "Order of a list of tickets. Each is total.", {
  CREATED_ASC: "In the order in which they were created, which is that of their numbers.",
  CREATED_DESC: "The other way round: newest first.",
  UPDATED_ASC: "Last changed last: whoever asks for more later is given what changed since.",
  UPDATED_DESC: "Last changed first.",
});
