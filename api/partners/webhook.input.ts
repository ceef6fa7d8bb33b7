import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeFilter, type EnumFilter, enumFilterOf, StringFilter } from "../platform/filter.graphql.ts";
import { Position } from "../platform/scalars.ts";
import { ChangeTypeEnum } from "./change-types.ts";
import { DeliveryStateEnum } from "./webhook.graphql.ts";

@InputType({ description: "A new endpoint. It is sent what happens from now on." })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: "Where messages go: https, a name on the public network, port 443 or 8443." })
  url!: string;
  @Field(() => String, { nullable: true, description: "What you call it; without it, its host." })
  name?: string | null;
  @Field(() => [ChangeTypeEnum], { nullable: true, description: "What to send; without it, everything." })
  types?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Leave out what your own keys did. Without it: no." })
  excludeOwn?: boolean | null;
}

@InputType({ description: "An endpoint of yours." })
export class WebhookEndpointRef {
  @Field(() => ID, { description: "The endpoint." })
  endpointId!: string;
}

@InputType({ description: "An endpoint of yours, and optionally the version you know." })
export class VersionedWebhookEndpointRef extends WebhookEndpointRef {
  @Field(() => Int, {
    nullable: true,
    description: "The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "What to change of an endpoint. Whatever is left out stays." })
export class UpdateWebhookEndpointInput extends VersionedWebhookEndpointRef {
  @Field(() => String, { nullable: true, description: "Where messages go." })
  url?: string | null;
  @Field(() => String, { nullable: true, description: "What you call it." })
  name?: string | null;
  @Field(() => [ChangeTypeEnum], { nullable: true, description: "What to send; null: everything." })
  types?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Leave out what your own keys did." })
  excludeOwn?: boolean | null;
}

@InputType({ description: "An endpoint to send nothing to until it is enabled again." })
export class DisableWebhookEndpointInput extends VersionedWebhookEndpointRef {
  @Field(() => String, { nullable: true, description: "Why, for whoever reads it later." })
  reason?: string | null;
}

@InputType({ description: "An endpoint to send to again." })
export class EnableWebhookEndpointInput extends VersionedWebhookEndpointRef {
  @Field(() => Boolean, {
    nullable: true,
    description: "Go on with what happens from now on, and leave out what it missed. Without it: no, it gets all.",
  })
  skipMissed?: boolean | null;
}

@InputType({ description: "An endpoint to delete, with what it was not sent yet." })
export class DeleteWebhookEndpointInput extends VersionedWebhookEndpointRef {}

@InputType({ description: "An endpoint to give a new secret." })
export class RotateWebhookSecretInput extends VersionedWebhookEndpointRef {
  @Field(() => Int, {
    nullable: true,
    description: "For how many seconds messages are signed with the old one too, at most 604,800; without it, a day.",
  })
  overlapSeconds?: number | null;
}

@InputType({ description: "An endpoint to send a test message to." })
export class SendTestWebhookInput extends WebhookEndpointRef {}

const StateFilter = enumFilterOf(DeliveryStateEnum, "WebhookDeliveryState");

@InputType("WebhookDeliveryFilter", {
  description:
    "Which deliveries. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all.",
})
export class WebhookDeliveryFilterInput {
  @Field(() => [WebhookDeliveryFilterInput], { nullable: true, description: "All of these hold." })
  and?: WebhookDeliveryFilterInput[] | null;
  @Field(() => [WebhookDeliveryFilterInput], { nullable: true, description: "At least one of these holds." })
  or?: WebhookDeliveryFilterInput[] | null;
  @Field(() => WebhookDeliveryFilterInput, { nullable: true, description: "This does not hold." })
  not?: WebhookDeliveryFilterInput | null;
  @Field(() => StateFilter, { nullable: true, description: "How far it is." })
  state?: EnumFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "What happened, a word of ChangeType; TEST for a test." })
  type?: StringFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When its record was made." })
  createdAt?: DateTimeFilter | null;
  @Field(() => DateTimeFilter, { nullable: true, description: "When it was delivered or given up." })
  finishedAt?: DateTimeFilter | null;
}

@InputType({ description: "What to send again to an endpoint: deliveries by their ids, or a range of your feed." })
export class ReplayWebhooksInput extends WebhookEndpointRef {
  @Field(() => [ID], { nullable: true, description: "These deliveries, at most 100." })
  deliveryIds?: string[] | null;
  @Field(() => Position, { nullable: true, description: "Or a range of your feed: what follows this position." })
  after?: string | null;
  @Field(() => Position, { nullable: true, description: "The range goes up to and with this position." })
  upTo?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "In a range: also what was delivered, as the endpoint's filter is now. Without it: what failed alone.",
  })
  deliveredToo?: boolean | null;
}
