export type { Answer, Cost } from "./ask.ts";
export type { ChangesOptions } from "./changes.ts";
export { type ClientOptions, createDeskClient, type DeskClient, type RequestOptions } from "./client.ts";
export { createDesk, type Desk } from "./desk.ts";
export type { TypedDocument, TypedText } from "./document.ts";
export * from "./errors.ts";
export type * from "./generated/contract.ts";
export type {
  ApiKeyFieldsFragment as ApiKeyFields,
  ChangeFieldsFragment as ChangeFields,
  TicketFieldsFragment as TicketFields,
  TimelineFieldsFragment as TimelineFields,
  WebhookDeliveryFieldsFragment as WebhookDeliveryFields,
  WebhookEndpointFieldsFragment as WebhookEndpointFields,
} from "./generated/operations.ts";
export type { Patience } from "./patience.ts";
export { fileStore, type PositionStore } from "./position-store.ts";
export type { TicketName, TicketsOptions } from "./reads.ts";
export type { Send } from "./send.ts";
export { type Done, type Verb, verb } from "./verbs.ts";
export {
  verifyWebhook,
  type WebhookChange,
  type WebhookHeaders,
  type WebhookMessage,
  WebhookRejected,
} from "./verify-webhook.ts";
export { type Connection, Walk, type WalkOptions, walk } from "./walk.ts";
