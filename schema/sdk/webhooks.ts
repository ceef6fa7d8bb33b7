import type { DeskClient } from "./client.ts";
import type { WebhookDeliveryFilter } from "./generated/contract.ts";
import * as operations from "./generated/operations.ts";
import { verb } from "./verbs.ts";
import { type WalkOptions, walk } from "./walk.ts";

/** Your endpoints, and what became of each message. `verifyWebhook` is for the other side of it. */
export const webhooks = (client: DeskClient) => ({
  /** Your endpoints. */
  webhookEndpoints: (options?: WalkOptions) =>
    walk(client, operations.webhookEndpoints, {}, (data) => data.webhookEndpoints, options),
  /** What was sent to an endpoint, and each try of it. */
  webhookDeliveries: (
    endpointId: string,
    { filter, ...options }: WalkOptions & { filter?: WebhookDeliveryFilter } = {},
  ) =>
    walk(
      client,
      operations.webhookDeliveries,
      { endpointId, filter },
      (data) => (data.node && "deliveries" in data.node ? data.node.deliveries : null),
      options,
    ),
  /** A new endpoint. Its `secret` is shown this once: keep it for `verifyWebhook`. */
  createWebhookEndpoint: verb(client, operations.createWebhookEndpoint),
  /** Changes where messages go, and which. */
  updateWebhookEndpoint: verb(client, operations.updateWebhookEndpoint),
  /** Stops sending to it. */
  disableWebhookEndpoint: verb(client, operations.disableWebhookEndpoint),
  /** Sends to it again, from where it stood unless `skipMissed`. */
  enableWebhookEndpoint: verb(client, operations.enableWebhookEndpoint),
  /** Takes it away, for good. */
  deleteWebhookEndpoint: verb(client, operations.deleteWebhookEndpoint),
  /** A new secret; for `overlapSeconds`, messages are signed with both. */
  rotateWebhookSecret: verb(client, operations.rotateWebhookSecret),
  /** Sends a message of the type TEST. */
  sendTestWebhook: verb(client, operations.sendTestWebhook),
  /** Sends deliveries again, or a range of the feed. */
  replayWebhooks: verb(client, operations.replayWebhooks),
});
