import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import type { EndpointDone, EndpointRefusal } from "./change-endpoint.ts";
import { typesOf } from "./change-types.ts";
import { replay, sendTest } from "./replay-webhooks.ts";
import * as inputs from "./webhook.input.ts";
import * as verbs from "./webhook-endpoints.ts";
import { showDelivery, showEndpoint } from "./webhook-lists.sql.ts";
import * as payloads from "./webhook-payloads.ts";

const idOf = (input: inputs.WebhookEndpointRef) => uuidOf("WebhookEndpoint", input.endpointId);
const refOf = (input: inputs.VersionedWebhookEndpointRef) => ({
  ...{ id: idOf(input), expectedVersion: input.expectedVersion },
});
const refusal = ({ code, field, message, current }: EndpointRefusal) => ({
  current: current && showEndpoint(current),
  userErrors: [{ code, field, message }],
});
/** An outcome as most of the payloads show it. */
const answer = (outcome: EndpointDone | EndpointRefusal) =>
  outcome.kind === "refused"
    ? { endpoint: null, secret: null, ...refusal(outcome) }
    : { endpoint: showEndpoint(outcome.endpoint), secret: outcome.secret ?? null, current: null, userErrors: [] };

@Resolver()
export class WebhookVerbs {
  @Mutation(() => payloads.CreateWebhookEndpointPayload, {
    description: "Makes an endpoint that is sent your changes from now on, and answers its secret once.",
  })
  async createWebhookEndpoint(
    @Arg("input", () => inputs.CreateWebhookEndpointInput) input: inputs.CreateWebhookEndpointInput,
    @Ctx() context: Context,
  ) {
    const fields = { ...input, types: typesOf(input.types) };
    const { webhookAllowLocal } = context.house.settings;
    return answer(await context.verb((desk) => verbs.createEndpoint(desk, fields, webhookAllowLocal)));
  }

  @Mutation(() => payloads.UpdateWebhookEndpointPayload, {
    description: "Changes where an endpoint is, what it is called and what it is sent.",
  })
  async updateWebhookEndpoint(
    @Arg("input", () => inputs.UpdateWebhookEndpointInput) input: inputs.UpdateWebhookEndpointInput,
    @Ctx() context: Context,
  ) {
    const { endpointId: _id, expectedVersion: _seen, types, ...rest } = input;
    const fields = { ...rest, ...(types !== undefined && { types: typesOf(types) }) };
    const { webhookAllowLocal } = context.house.settings;
    return answer(await context.verb((desk) => verbs.updateEndpoint(desk, refOf(input), fields, webhookAllowLocal)));
  }

  @Mutation(() => payloads.DisableWebhookEndpointPayload, {
    description: "Sends nothing to an endpoint until it is enabled again. What it misses is kept for it.",
  })
  async disableWebhookEndpoint(
    @Arg("input", () => inputs.DisableWebhookEndpointInput) input: inputs.DisableWebhookEndpointInput,
    @Ctx() context: Context,
  ) {
    return answer(await context.verb((desk) => verbs.disableEndpoint(desk, refOf(input), input.reason)));
  }

  @Mutation(() => payloads.EnableWebhookEndpointPayload, {
    description:
      "Sends to an endpoint again: all that it missed, as far as the feed goes back, or what happens from now on.",
  })
  async enableWebhookEndpoint(
    @Arg("input", () => inputs.EnableWebhookEndpointInput) input: inputs.EnableWebhookEndpointInput,
    @Ctx() context: Context,
  ) {
    return answer(await context.verb((desk) => verbs.enableEndpoint(desk, refOf(input), input.skipMissed ?? false)));
  }

  @Mutation(() => payloads.DeleteWebhookEndpointPayload, {
    description: "Deletes an endpoint: nothing is sent there any more.",
  })
  async deleteWebhookEndpoint(
    @Arg("input", () => inputs.DeleteWebhookEndpointInput) input: inputs.DeleteWebhookEndpointInput,
    @Ctx() context: Context,
  ) {
    const done = await context.verb((desk) => verbs.deleteEndpoint(desk, refOf(input)));
    return done.kind === "refused"
      ? { deleted: false, ...refusal(done) }
      : { deleted: true, current: null, userErrors: [] };
  }

  @Mutation(() => payloads.RotateWebhookSecretPayload, {
    description:
      "Gives an endpoint a new secret. Messages are signed with both until the overlap is over, and with the newest four at most.",
  })
  async rotateWebhookSecret(
    @Arg("input", () => inputs.RotateWebhookSecretInput) input: inputs.RotateWebhookSecretInput,
    @Ctx() context: Context,
  ) {
    return answer(await context.verb((desk) => verbs.rotateSecret(desk, refOf(input), input.overlapSeconds)));
  }

  @Mutation(() => payloads.SendTestWebhookPayload, {
    description: "Sends a message that tells of nothing, once. Its delivery says how it was answered.",
  })
  async sendTestWebhook(
    @Arg("input", () => inputs.SendTestWebhookInput) input: inputs.SendTestWebhookInput,
    @Ctx() context: Context,
  ) {
    const done = await context.verb((desk) => sendTest(desk, idOf(input)));
    if (done.kind === "refused") return { delivery: null, ...refusal(done) };
    return { delivery: showDelivery({ ...done.delivery, nextTryAt: null }), userErrors: [] };
  }

  @Mutation(() => payloads.ReplayWebhooksPayload, {
    description: "Sends messages again, under the ids they had: deliveries you name, or a range of your feed.",
  })
  async replayWebhooks(
    @Arg("input", () => inputs.ReplayWebhooksInput) input: inputs.ReplayWebhooksInput,
    @Ctx() context: Context,
  ) {
    const { deliveryIds, after = null, upTo = null, deliveredToo } = input;
    const done = await context.verb((desk) =>
      replay(desk, idOf(input), {
        deliveryIds: deliveryIds?.map((id) => uuidOf("WebhookDelivery", id)) ?? null,
        ...{ after, upTo, deliveredToo: deliveredToo ?? false },
      }),
    );
    return done.kind === "refused" ? { replayed: 0, ...refusal(done) } : { replayed: done.replayed, userErrors: [] };
  }
}
