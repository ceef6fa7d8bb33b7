import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant, word } from "../columns.ts";
import { ownedByPartner, staffOnly } from "../tenancy.ts";

export const MAIL_STATES = ["QUEUED", "SENT", "FAILED", "BOUNCED", "DROPPED"] as const;

/**
 * A letter to somebody at a client, or to somebody who works here (then it belongs to the provider itself). Made once for an event
 * and a recipient, and sent until a server has it. It holds what it
 * says and no secret: links in it are made when it is taken for sending.
 */
export const Mail = defineEntity({
  name: "Mail",
  ...ownedByPartner("mail"),
  uniques: [
    {
      name: "mail_partner_id_event_id_kind_recipient_unique",
      properties: ["partnerId", "eventId", "kind", "recipient"],
    },
  ],
  indexes: [
    { name: "mail_next_at_index", properties: ["nextAt"], where: "next_at is not null" },
    { name: "mail_ready_at_index", properties: ["readyAt", "id"], where: "ready_at is not null" },
    { name: "mail_partner_id_ticket_id_id_index", properties: ["partnerId", "ticketId", "id"] },
    {
      name: "mail_technician_id_id_index",
      properties: ["technicianId", "id"],
      where: "technician_id is not null",
    },
    { name: "mail_partner_id_entry_id_index", properties: ["partnerId", "entryId"], where: "entry_id is not null" },
  ],
  checks: [{ name: "mail_somebody_check", expression: "(contact_id is null) <> (technician_id is null)" }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    kind: p.string(),
    /** Its address, as it was when the letter was made. */
    recipient: p.text(),
    recipientName: p.string(),
    /** Whoever it is to: one of the two. */
    contactId: p.uuid().strictNullable(),
    technicianId: p.uuid().strictNullable(),
    ticketId: p.uuid().strictNullable(),
    /** What it tells of; null for a letter that somebody asked for. */
    eventId: p.uuid().strictNullable(),
    /** The line of the ticket's story that it carries. */
    entryId: p.uuid().strictNullable(),
    /** What it says, as it was when it was made. */
    facts: document<object>(),
    /** The ticket's first letter: all later ones answer to it, so that mail programs show one thread. */
    rootId: p.uuid(),
    /** Given when it is first sent; the same at each try. */
    messageId: p.text().strictNullable(),
    state: word(MAIL_STATES),
    tries: p.integer().default(0),
    /** Its timer: when it is tried again, in desk time. */
    nextAt: instant().strictNullable(),
    /** Since when it may be sent; a worker takes it from here. */
    readyAt: instant().strictNullable(),
    /** A worker sends it until then, in machine time. */
    leasedUntil: instant().strictNullable(),
    createdAt: instant(),
    /** When its state became what it is. */
    stateAt: instant(),
    /** Why the last try failed. */
    error: p.text().strictNullable(),
  },
});
export type Mail = InferEntity<typeof Mail>;

/**
 * Where answers about a ticket are received: `reply+<number>-<secret>@…`. The secret stands here in full, for each letter says
 * it again; whoever knows it can write to the ticket as its requester and read nothing. No scoped login sees it.
 */
export const ReplyAddress = defineEntity({
  name: "ReplyAddress",
  ...ownedByPartner("reply_address"),
  properties: {
    partnerId: p.uuid().primary(),
    ticketId: p.uuid().primary(),
    secret: p.string(),
    createdAt: instant(),
  },
});
export type ReplyAddress = InferEntity<typeof ReplyAddress>;

/** How far somebody who reads the event log has come, who keeps the place in the transaction of what is made of it. */
export const LogReader = defineEntity({
  name: "LogReader",
  ...staffOnly("log_reader"),
  properties: { name: p.string().primary(), position: p.bigint("string") },
});
export type LogReader = InferEntity<typeof LogReader>;
