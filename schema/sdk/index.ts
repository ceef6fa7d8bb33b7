export type { Answer, Cost } from "./ask.ts";
export { type ClientOptions, createDeskClient, type DeskClient, type RequestOptions } from "./client.ts";
export { createDesk, type Desk } from "./desk.ts";
export type { TypedDocument, TypedText } from "./document.ts";
export * from "./errors.ts";
export type * from "./generated/contract.ts";
export type {
  TicketFieldsFragment as TicketFields,
  TimelineFieldsFragment as TimelineFields,
} from "./generated/operations.ts";
export type { Patience } from "./patience.ts";
export type { TicketName, TicketsOptions } from "./reads.ts";
export type { Send } from "./send.ts";
export { type Done, type Verb, verb } from "./verbs.ts";
export { type Connection, Walk, type WalkOptions, walk } from "./walk.ts";
