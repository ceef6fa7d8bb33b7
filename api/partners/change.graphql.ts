import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { enumOf } from "../platform/enums.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { ChangeTypeEnum } from "./change-types.ts";
import { ChangedFields, NamedRef } from "./changed-fields.graphql.ts";

export const ActorKindEnum = enumOf("ActorKind", "Who did it.", {
  PARTNER: "Another company's system, through the API.",
  TECHNICIAN: "A technician.",
  MANAGER: "A manager.",
  REQUESTER: "A person at a client.",
  WALL: "A screen on a wall.",
  MONITORING: "A monitoring product.",
  DESK: "The desk itself: its clocks, its timers.",
});

@ObjectType({ description: "Who did it, by the name of the time." })
export class ChangeActor {
  @Field(() => ActorKindEnum, { description: "What kind." })
  kind!: string;
  @Field(() => ID, { nullable: true, description: "The technician, contact or partner; null for anybody else." })
  id!: string | null;
  @Field(() => String, { description: "The name." })
  name!: string;
}

@ObjectType({ description: "A ticket that you no longer see: take it out of your own system." })
export class Tombstone {
  @Field(() => ID, { description: "The ticket's id." })
  ticketId!: string;
}

@ObjectType({ description: "One event of your feed, with all that is needed to apply it." })
export class Change {
  @Field(() => ID, {
    description: "Unique, and the same whenever and however it is delivered: what was applied is known by it.",
  })
  id!: string;
  @Field(() => Position, { description: "Its place in your feed." })
  position!: string;
  @Field(() => ChangeTypeEnum, { description: "What happened." })
  type!: string;
  @Field(() => DateTime, { description: "When, in desk time." })
  at!: Instant;
  @Field(() => ChangeActor, { description: "Who did it." })
  actor!: ChangeActor;
  @Field(() => String, {
    nullable: true,
    description: "The id of the API key it came with; null when it came with none. What has your own is your echo.",
  })
  origin!: string | null;
  @Field(() => Boolean, { description: "Whether it came with the very key you use now." })
  own!: boolean;
  @Field(() => ID, {
    nullable: true,
    description: "The ticket's id; null for news of the desk that is about no ticket.",
  })
  ticketId!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The ticket's version after this change; null where it made none (a clock's edge, say).",
  })
  ticketVersion!: number | null;
  @Field(() => ChangedFields, { description: "What it changed, old and new." })
  changed!: ChangedFields;
  @Field(() => [NamedRef], {
    description:
      "The files that came with it, by id and name; at most 10. `entry` (of a new ticket, `ticket`) has their links.",
  })
  attachments!: NamedRef[];
}

@ObjectType({
  description: "A stretch of your feed. Apply it only if `from` is your position; `to` is your position then.",
})
export class ChangePage {
  @Field(() => Position, { description: "The position it follows." })
  from!: string;
  @Field(() => Position, { description: "Where it ends: also past events that were left out." })
  to!: string;
  @Field(() => [Change], { description: "The changes, in order; at most `first`." })
  changes!: object[];
  @Field(() => Boolean, { description: "Whether there is more behind it: ask again, after `to`." })
  hasMore!: boolean;
}

@ObjectType({ description: "News. Apply it only if `from` is your position; `to` is your position then." })
export class ChangeDelta {
  @Field(() => Position, { description: "The position it follows." })
  from!: string;
  @Field(() => Position, { description: "Where it ends: also past events that were left out." })
  to!: string;
  @Field(() => [Change], { description: "The changes, in order; at most 100." })
  changes!: object[];
}

@ObjectType({ description: "A sign of life every 5 s. It may move your position past events that were left out." })
export class ChangeHeartbeat {
  @Field(() => Position, { description: "The position it follows." })
  from!: string;
  @Field(() => Position, { description: "Where you stand now." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time." })
  asOf!: Instant;
  @Field(() => DateTime, {
    description: "Machine time of the sequencer's last pulse: news is as fresh as this, however lively the socket is.",
  })
  pulseAt!: Instant;
}

export const ChangeMessage = createUnionType({
  name: "ChangeMessage",
  description: "What a subscriber to changes is sent.",
  types: () => [ChangeDelta, ChangeHeartbeat] as const,
  resolveType: (value) => ("changes" in value ? ChangeDelta : ChangeHeartbeat),
});
