import { Field, Int, ObjectType } from "type-graphql";
import { payloadOf } from "../platform/payload.ts";
import { WebhookDeliveryType, WebhookEndpointType } from "./webhook.graphql.ts";

const NOT_FOUND = "There is no such thing, or you may not see it.";
const INVALID = "A field holds something that cannot be used.";
const MISSING_SCOPE = "Your key may not read what messages carry; the message names the scope.";
const TARGET_REFUSED = "Webhooks are not sent to this address; the message says why.";
const STALE_VERSION = "Somebody changed the endpoint meanwhile; `current` is how it stands.";
const nothing = { nullable: true } as const;
const standing = { ...nothing, description: "When refused: the endpoint as it stands, if you may see it." };

@ObjectType({ description: "The answer to CreateWebhookEndpoint." })
export class CreateWebhookEndpointPayload extends payloadOf("CreateWebhookEndpoint", {
  INVALID,
  TARGET_REFUSED,
  MISSING_SCOPE,
  TOO_MANY: "You have as many endpoints as there may be.",
}) {
  @Field(() => WebhookEndpointType, { ...nothing, description: "The endpoint; null when it was refused." })
  endpoint!: object | null;
  @Field(() => String, { ...nothing, description: "The secret to verify messages with. It is shown this once." })
  secret!: string | null;
}
@ObjectType({ description: "The answer to UpdateWebhookEndpoint." })
export class UpdateWebhookEndpointPayload extends payloadOf("UpdateWebhookEndpoint", {
  NOT_FOUND,
  STALE_VERSION,
  INVALID,
  TARGET_REFUSED,
  MISSING_SCOPE,
}) {
  @Field(() => WebhookEndpointType, { ...nothing, description: "The endpoint; null when it was refused." })
  endpoint!: object | null;
  @Field(() => WebhookEndpointType, standing)
  current!: object | null;
}
@ObjectType({ description: "The answer to DisableWebhookEndpoint." })
export class DisableWebhookEndpointPayload extends payloadOf("DisableWebhookEndpoint", {
  NOT_FOUND,
  STALE_VERSION,
  INVALID,
}) {
  @Field(() => WebhookEndpointType, { ...nothing, description: "The endpoint; null when it was refused." })
  endpoint!: object | null;
  @Field(() => WebhookEndpointType, standing)
  current!: object | null;
}
@ObjectType({ description: "The answer to EnableWebhookEndpoint." })
export class EnableWebhookEndpointPayload extends payloadOf("EnableWebhookEndpoint", { NOT_FOUND, STALE_VERSION }) {
  @Field(() => WebhookEndpointType, { ...nothing, description: "The endpoint; null when it was refused." })
  endpoint!: object | null;
  @Field(() => WebhookEndpointType, standing)
  current!: object | null;
}
@ObjectType({ description: "The answer to DeleteWebhookEndpoint." })
export class DeleteWebhookEndpointPayload extends payloadOf("DeleteWebhookEndpoint", { NOT_FOUND, STALE_VERSION }) {
  @Field(() => Boolean, { description: "Whether it was deleted." })
  deleted!: boolean;
  @Field(() => WebhookEndpointType, standing)
  current!: object | null;
}
@ObjectType({ description: "The answer to RotateWebhookSecret." })
export class RotateWebhookSecretPayload extends payloadOf("RotateWebhookSecret", {
  NOT_FOUND,
  STALE_VERSION,
  INVALID,
}) {
  @Field(() => WebhookEndpointType, { ...nothing, description: "The endpoint; null when it was refused." })
  endpoint!: object | null;
  @Field(() => String, { ...nothing, description: "The new secret. It is shown this once." })
  secret!: string | null;
  @Field(() => WebhookEndpointType, standing)
  current!: object | null;
}
@ObjectType({ description: "The answer to SendTestWebhook." })
export class SendTestWebhookPayload extends payloadOf("SendTestWebhook", {
  NOT_FOUND,
  DISABLED: "The endpoint is disabled: enable it first.",
}) {
  @Field(() => WebhookDeliveryType, {
    ...nothing,
    description: "The delivery, which is tried once; null when refused.",
  })
  delivery!: object | null;
}
@ObjectType({ description: "The answer to ReplayWebhooks." })
export class ReplayWebhooksPayload extends payloadOf("ReplayWebhooks", {
  NOT_FOUND,
  INVALID,
  TOO_MANY: "More than 1,000 messages: name a shorter range.",
}) {
  @Field(() => Int, { description: "How many messages are sent again." })
  replayed!: number;
}
