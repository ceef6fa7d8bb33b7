import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const ENDPOINT_STATUSES = ["ENABLED", "DISABLED", "DELETED"] as const;
export const DELIVERY_STATES = ["READY", "WAITING", "DELIVERED", "FAILED"] as const;

/** Where a partner wants its changes sent. Everything up to `position` was tried there once, or was not wanted. */
export const WebhookEndpoint = defineEntity({
  name: "WebhookEndpoint",
  ...ownedByPartner("webhook_endpoint"),
  uniques: [{ name: "webhook_endpoint_partner_id_id_unique", properties: ["partnerId", "id"] }],
  indexes: [
    { name: "webhook_endpoint_quiet_until_index", properties: ["quietUntil"], where: "quiet_until is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    name: p.string(),
    url: p.text(),
    /** Types of the log; null: all. */
    types: document<string[] | null>().strictNullable(),
    excludeOwn: p.boolean().default(false),
    /** Whether messages carry how a requester is reached: the key that made it may know that. */
    withContacts: p.boolean().default(false),
    status: word(ENDPOINT_STATUSES),
    disabledReason: p.text().strictNullable(),
    disabledAt: instant().strictNullable(),
    position: p.bigint("string"),
    /** It asked for quiet until then (`Retry-After`), in desk time. */
    quietUntil: instant().strictNullable(),
    /** A worker sends to it until then, in machine time; one that died is succeeded afterwards. */
    leasedUntil: instant().strictNullable(),
    createdAt: instant(),
    createdBy: p.string(),
    /** Counts changes of what it is to be; where it stands moves without. */
    version: p.integer().default(1),
  },
});
export type WebhookEndpoint = InferEntity<typeof WebhookEndpoint>;

/**
 * A signing secret, which must be known in full to sign with. Several are in force while one is being replaced. Rows are
 * only added: a partner's verb puts one in on a login that can neither read nor change any.
 */
export const WebhookSecret = defineEntity({
  name: "WebhookSecret",
  ...ownedByPartner("webhook_secret"),
  indexes: [{ name: "webhook_secret_partner_id_endpoint_id_index", properties: ["partnerId", "endpointId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    endpointId: p.uuid(),
    secret: p.string(),
    /** Those before it are in force until then, in desk time; null for an endpoint's first. */
    olderUntil: instant().strictNullable(),
    createdAt: instant(),
  },
});
export type WebhookSecret = InferEntity<typeof WebhookSecret>;

/** A message that was not delivered at the first try, or is sent again: its further life, until it is delivered or given up. */
export const WebhookDelivery = defineEntity({
  name: "WebhookDelivery",
  ...ownedByPartner("webhook_delivery"),
  uniques: [
    { name: "webhook_delivery_partner_id_id_unique", properties: ["partnerId", "id"] },
    {
      name: "webhook_delivery_partner_id_endpoint_id_event_id_unique",
      properties: ["partnerId", "endpointId", "eventId"],
    },
  ],
  indexes: [
    { name: "webhook_delivery_next_at_index", properties: ["nextAt"], where: "next_at is not null" },
    {
      name: "webhook_delivery_ready_at_index",
      properties: ["partnerId", "endpointId", "readyAt"],
      where: "ready_at is not null",
    },
    { name: "webhook_delivery_partner_id_endpoint_id_id_index", properties: ["partnerId", "endpointId", "id"] },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    endpointId: p.uuid(),
    /** Null for a test message. */
    eventId: p.uuid().strictNullable(),
    position: p.bigint("string").strictNullable(),
    type: p.string(),
    state: word(DELIVERY_STATES),
    tries: p.integer().default(0),
    /** How many tries are left. */
    budget: p.integer(),
    /** Its timer: when it is tried again, in desk time. */
    nextAt: instant().strictNullable(),
    /** Since when it may be sent; a worker takes it from here. */
    readyAt: instant().strictNullable(),
    createdAt: instant(),
    finishedAt: instant().strictNullable(),
  },
});
export type WebhookDelivery = InferEntity<typeof WebhookDelivery>;

/** One try of a delivery, and how it was answered. */
export const WebhookTry = defineEntity({
  name: "WebhookTry",
  ...ownedByPartner("webhook_try"),
  indexes: [{ name: "webhook_try_partner_id_delivery_id_n_index", properties: ["partnerId", "deliveryId", "n"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    deliveryId: p.uuid(),
    n: p.integer(),
    at: instant(),
    ms: p.integer(),
    status: p.integer().strictNullable(),
    error: p.string().strictNullable(),
    excerpt: p.text().strictNullable(),
  },
});
export type WebhookTry = InferEntity<typeof WebhookTry>;
