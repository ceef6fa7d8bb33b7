import { createHash } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Instant } from "../core/time.ts";
import type { LogRow } from "../platform/event-log.ts";
import { instantText } from "../platform/scalars.ts";
import { feedOfPartner } from "./feed-of.ts";
import type { Post } from "./post-webhook.ts";
import { showEvent } from "./show-change.ts";

/** The same whenever a message is sent to an endpoint again: by it, a receiver knows what it has. */
export const messageId = (endpointId: string, eventId: string): string =>
  `msg_${createHash("sha256").update(`${endpointId} ${eventId}`).digest("hex").slice(0, 32)}`;

/** What goes with an event: the ticket as it is now, and the line that was written. */
export type Beside = { ticket: object | null; entry: object | null };

/** The body of a message: what `changes` says of the same event, and the ticket as a document. */
export function bodyOf(row: LogRow, { ticket, entry }: Beside): string {
  const { row: _row, type, at, position, changed, ...event } = showEvent(feedOfPartner(row.partnerId), row);
  const { dueAt, ...others } = changed;
  const text = (instant: Instant | null) => instant && instantText(instant);
  const fields = { ...others, dueAt: dueAt && { from: text(dueAt.from), to: text(dueAt.to) } };
  return JSON.stringify({
    type,
    timestamp: instantText(at),
    position,
    data: {
      ...event,
      changed: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
      ticket,
      tombstone: event.ticketId && !ticket ? { ticketId: event.ticketId } : null,
      entry,
    },
  });
}

/** A message that says nothing but that messages arrive. */
export const testBody = (at: Instant): string =>
  JSON.stringify({
    type: "TEST",
    timestamp: instantText(at),
    position: null,
    data: { message: "Watchdesk can reach you." },
  });

/**
 * A message ready to be sent, signed with every secret in force, the newest first. The stamp is the machine's time: a
 * receiver compares it with its own clock, and refuses what is older than some minutes.
 */
export function signed(url: string, id: string, secrets: readonly string[], body: string, sentAt = new Date()): Post {
  return {
    url,
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Watchdesk-Webhooks/1",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body)).join(" "),
    },
  };
}
