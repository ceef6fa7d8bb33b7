import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { endpointOf, refuse, unknownEndpoint } from "./change-endpoint.ts";
import { WebhookDelivery, type WebhookEndpoint } from "./webhook.entity.ts";
import { TRIES } from "./webhook-schedule.ts";

const MOST = 1_000;

/** Asks for one message that tells of nothing; its delivery says how it was answered. */
export async function sendTest(desk: Desk, endpointId: string) {
  const endpoint = await endpointOf(desk, endpointId);
  if (!endpoint) return unknownEndpoint();
  if (endpoint.status !== "ENABLED") return refuse("DISABLED", "endpointId", "It is disabled: enable it first.");
  const delivery = desk.em.create(WebhookDelivery, {
    id: uuidv7(),
    partnerId: endpoint.partnerId,
    endpointId: endpoint.id,
    eventId: null,
    position: null,
    type: "TEST",
    state: "READY",
    tries: 0,
    budget: 1,
    nextAt: null,
    readyAt: desk.now,
    createdAt: desk.now,
    finishedAt: null,
  });
  return { kind: "done" as const, delivery };
}

export type Replay = {
  deliveryIds: readonly string[] | null;
  after: string | null;
  upTo: string | null;
  deliveredToo: boolean;
};

/** Sends again: each message has all its tries before it once more. */
export async function replay(desk: Desk, endpointId: string, what: Replay) {
  const endpoint = await endpointOf(desk, endpointId);
  if (!endpoint) return unknownEndpoint();
  const byRange = what.after !== null && what.upTo !== null;
  if ((what.deliveryIds !== null) === byRange || (what.after === null) !== (what.upTo === null))
    return refuse("INVALID", "deliveryIds", "Give `deliveryIds`, or `after` and `upTo`.");
  if (what.deliveryIds && what.deliveryIds.length > 100)
    return refuse("INVALID", "deliveryIds", "At most 100 at once; or name a range.");
  const replayed =
    byRange && what.deliveredToo ? await everything(desk, endpoint, what) : await failed(desk, endpoint, what);
  return replayed > MOST
    ? refuse("TOO_MANY", "upTo", `More than ${MOST} messages: name a shorter range.`)
    : { kind: "done" as const, replayed };
}

async function failed(desk: Desk, { partnerId, id }: WebhookEndpoint, what: Replay): Promise<number> {
  const which = what.deliveryIds
    ? "d.id in (select jsonb_array_elements_text(?::jsonb)::uuid)"
    : "d.position > ?::bigint and d.position <= ?::bigint and d.state = 'FAILED'";
  const found = await desk.em.execute<{ id: string }[]>(
    `select d.id from webhook_delivery d where d.partner_id = ? and d.endpoint_id = ? and ${which} limit ${MOST + 1} for no key update`,
    [partnerId, id, ...(what.deliveryIds ? [JSON.stringify(what.deliveryIds)] : [what.after, what.upTo])],
  );
  if (found.length <= MOST)
    await desk.em.execute(
      `update webhook_delivery set state = 'READY', budget = case when event_id is null then 1 else ${TRIES} end,
              next_at = null, ready_at = to_timestamp(?), finished_at = null where partner_id = ? and id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
      [desk.now, partnerId, JSON.stringify(found.map((row) => row.id))],
    );
  return found.length;
}

/** Whatever the endpoint wants of a range, also what was delivered at once and so has no record yet. */
async function everything(desk: Desk, endpoint: WebhookEndpoint, what: Replay): Promise<number> {
  const { partnerId, id, types, excludeOwn, position } = endpoint;
  const rows = await desk.em.execute<{ eventId: string; position: string; word: string }[]>(
    `select id as "eventId", partner_position::text as position,
            upper(regexp_replace(type, '([a-z])([A-Z])', '\\1_\\2', 'g')) as word
       from event where partner_id = ? and partner_position > ?::bigint and partner_position <= least(?::bigint, ?::bigint)
        and (?::jsonb is null or type in (select jsonb_array_elements_text(?::jsonb)))
        and not (? and actor->>'kind' = 'PARTNER') and payload->>'commitment' is distinct from 'INTERNAL'
      order by partner_position limit ${MOST + 1}`,
    [
      ...[partnerId, what.after, what.upTo, position],
      ...[types && JSON.stringify(types), types && JSON.stringify(types), excludeOwn],
    ],
  );
  if (rows.length > MOST || rows.length === 0) return rows.length;
  await desk.em.execute(
    `insert into webhook_delivery (id, partner_id, endpoint_id, event_id, position, type, state, tries, budget, ready_at, created_at)
       select r.id, ?, ?, r."eventId", r.position, r.word, 'READY', 0, ${TRIES}, to_timestamp(?), to_timestamp(?)
         from jsonb_to_recordset(?::jsonb) as r(id uuid, "eventId" uuid, position bigint, word text)
     on conflict (partner_id, endpoint_id, event_id) do update set state = 'READY', budget = ${TRIES}, next_at = null,
       ready_at = excluded.ready_at, finished_at = null`,
    [partnerId, id, desk.now, desk.now, JSON.stringify(rows.map((row) => ({ ...row, id: uuidv7() })))],
  );
  return rows.length;
}
