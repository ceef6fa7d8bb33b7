import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { uuidv7 } from "./ids.ts";
import type { Query } from "./read.ts";

/** An event on its way into the log: the envelope and what happened. */
export type LoggedEvent = {
  readonly type: string;
  readonly partnerId: string;
  readonly ticketId: string | null;
  readonly ticketVersion?: number;
  readonly payload: object;
  readonly actor: object;
  readonly origin: string | null;
  readonly at: Instant;
};

/** An event as it stands in the log. */
export type LogRow = {
  readonly position: string;
  readonly partnerId: string;
  readonly partnerPosition: string;
  readonly id: string;
  readonly ticketId: string | null;
  readonly ticketVersion: number | null;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly origin: string | null;
  readonly at: Instant;
};

/** The select list of a row of the log. */
export const logColumns = `event.position::text, event.partner_id as "partnerId", event.partner_position::text as "partnerPosition",
  event.id, event.ticket_id as "ticketId", event.ticket_version as "ticketVersion", event.type, event.payload, event.actor,
  event.origin, event.at`;

/** A write that rides along with the transaction's last statement: `?` stands for each of its values. */
export type Append = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Puts events into the inbox, in their order. To be the transaction's last statement: the inbox numbers rows as they
 * are inserted, and that must happen while the ticket's row is locked. Appends go along in the same round trip.
 */
export async function logEvents(
  tx: SqlEntityManager,
  events: readonly LoggedEvent[],
  appends: readonly Append[] = [],
): Promise<void> {
  const rows = events.map((e) => ({
    id: uuidv7(),
    partner_id: e.partnerId,
    ticket_id: e.ticketId,
    ticket_version: e.ticketVersion ?? null,
    type: e.type,
    payload: e.payload,
    actor: e.actor,
    origin: e.origin,
    at: new Date(e.at * 1000).toISOString(),
  }));
  const beside = appends.map(({ text }, i) => `append_${i} as (${text})`).join(", ");
  await tx.execute(
    `${beside && `with ${beside} `}insert into event_inbox (id, partner_id, ticket_id, ticket_version, type, payload, actor, origin, at)
     select id, partner_id, ticket_id, ticket_version, type, payload, actor, origin, at
       from jsonb_to_recordset(?::jsonb) as e(id uuid, partner_id uuid, ticket_id uuid, ticket_version int, type text,
            payload jsonb, actor jsonb, origin text, at timestamptz)`,
    [...appends.flatMap((a) => a.values), JSON.stringify(rows)],
  );
}

/**
 * What follows a position, in order. Positions are dense: whoever asks for "after 41" misses nothing. `order by` names
 * the column by its table: the bare name would be the text beside it, and "10" sorts before "9".
 */
export const eventsAfter = (position: bigint | string, limit: number): Query => ({
  name: "events-after",
  text: `select ${logColumns} from event where event.position > $1::bigint order by event.position limit $2`,
  values: [String(position), limit],
});
