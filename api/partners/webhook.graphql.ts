import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { ChangeTypeEnum } from "./change-types.ts";

export const WebhookStatusEnum = enumOf("WebhookStatus", "Whether messages are sent to an endpoint.", {
  ENABLED: "They are.",
  DISABLED: "They are not, until it is enabled again; `disabledReason` says why. What it misses is kept for it.",
});
export const DeliveryStateEnum = enumOf("WebhookDeliveryState", "How far a delivery is.", {
  READY: "It is sent as soon as its endpoint can be.",
  WAITING: "It failed, and is tried again at `nextTryAt`.",
  DELIVERED: "It was answered with 2xx.",
  FAILED: "It was given up. It can be replayed.",
});

@ObjectType("WebhookEndpoint", {
  implements: Node,
  description: "An address of yours that is sent your changes, signed by Standard Webhooks.",
})
export class WebhookEndpointType extends Node {
  @Field(() => String, { description: "What you call it." })
  name!: string;
  @Field(() => String, { description: "Where messages go." })
  url!: string;
  @Field(() => [ChangeTypeEnum], { nullable: true, description: "What it is sent; null: everything." })
  types!: string[] | null;
  @Field(() => Boolean, { description: "Whether what your own keys did is left out." })
  excludeOwn!: boolean;
  @Field(() => Boolean, {
    description: "Whether messages carry requesters' addresses and phones: the key that made it had `contacts:read`.",
  })
  withContacts!: boolean;
  @Field(() => WebhookStatusEnum, { description: "Whether messages are sent." })
  status!: string;
  @Field(() => String, { nullable: true, description: "Why it is disabled; null while it is not." })
  disabledReason!: string | null;
  @Field(() => DateTime, { nullable: true, description: "Since when it is disabled." })
  disabledAt!: Instant | null;
  @Field(() => Position, { description: "Everything up to here was tried there once, or is not sent to it." })
  position!: string;
  @Field(() => DateTime, { nullable: true, description: "It asked by `Retry-After` to be left alone until then." })
  quietUntil!: Instant | null;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Instant;
  @Field(() => Int, { description: "Counts changes of it, not of its position; pass it as `expectedVersion`." })
  version!: number;
}

@ObjectType("WebhookTry", { description: "One try of a delivery, and how it was answered." })
export class WebhookTryType {
  @Field(() => Int, { description: "Counted from 1." })
  n!: number;
  @Field(() => DateTime, { description: "When it was answered, or given up." })
  at!: Instant;
  @Field(() => Int, { description: "How long it took, in milliseconds." })
  ms!: number;
  @Field(() => Int, { nullable: true, description: "The HTTP status; null when there was no answer." })
  status!: number | null;
  @Field(() => String, { nullable: true, description: "What was wrong; null for a success." })
  error!: string | null;
  @Field(() => String, { nullable: true, description: "The beginning of the answer, at most 1,024 bytes." })
  excerpt!: string | null;
}

@ObjectType("WebhookDelivery", {
  implements: Node,
  description:
    "A message that was not delivered at its first try, or was sent again. One that went at once has no record.",
})
export class WebhookDeliveryType extends Node {
  @Field(() => String, { description: "The header `webhook-id`: the same at each try." })
  webhookId!: string;
  @Field(() => String, { nullable: true, description: "The change it tells of; null for a test." })
  changeId!: string | null;
  @Field(() => Position, { nullable: true, description: "The change's place in your feed; null for a test." })
  position!: string | null;
  @Field(() => String, { description: "What happened, a word of ChangeType; TEST for a test." })
  type!: string;
  @Field(() => DeliveryStateEnum, { description: "How far it is." })
  state!: string;
  @Field(() => DateTime, { nullable: true, description: "When it is tried again; null unless WAITING." })
  nextTryAt!: Instant | null;
  @Field(() => DateTime, { description: "When its record was made: after its first try, or when it was asked for." })
  createdAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was delivered or given up." })
  finishedAt!: Instant | null;
}

export const WebhookEndpointConnection = connectionOf(WebhookEndpointType, "WebhookEndpoint");
export const WebhookDeliveryConnection = connectionOf(WebhookDeliveryType, "WebhookDelivery");
