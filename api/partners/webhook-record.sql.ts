import type pg from "pg";
import { uuidv7 } from "../platform/ids.ts";
import type { Outcome } from "./post-webhook.ts";
import type { Next } from "./webhook-schedule.ts";
import type { Leased } from "./webhook-work.sql.ts";

/** What was tried: an event for the first time, or a delivery once more. */
export type Tried =
  | { kind: "first"; eventId: string; position: string; type: string; budget: number }
  | { kind: "again"; deliveryId: string };

/** Everything up to a position was tried, or was not wanted. It never goes back, whoever else was at it. */
export const moveTo = (pool: pg.Pool, id: string, position: string) =>
  pool.query({
    name: "webhook-move",
    text: "update webhook_endpoint set position = greatest(position, $2::bigint) where id = $1",
    values: [id, position],
  });

/**
 * Writes down a try: its answer, what becomes of the delivery, and of the endpoint. One statement, all or nothing; a
 * message whose answer was lost with the worker is sent again under the same id.
 */
export async function record(
  pool: pg.Pool,
  endpoint: Leased,
  tried: Tried,
  outcome: Outcome,
  next: Next,
): Promise<void> {
  if (tried.kind === "first" && next.state === "DELIVERED") {
    await moveTo(pool, endpoint.id, tried.position);
    return;
  }
  const first = tried.kind === "first" ? tried : null;
  const delivery = first
    ? `insert into webhook_delivery as d (id, partner_id, endpoint_id, event_id, position, type, state, tries, budget, next_at, ready_at, created_at, finished_at)
         select $1, $2, $3, $12, $13::bigint, $14, $4, 1, $15::int, at + make_interval(secs => $5), case when $4 = 'READY' then at end, at,
                case when $4 = 'FAILED' then at end from clock
       on conflict (partner_id, endpoint_id, event_id) do update set state = excluded.state, tries = d.tries + 1,
         budget = excluded.budget, next_at = excluded.next_at, ready_at = excluded.ready_at, finished_at = excluded.finished_at
       returning id, tries`
    : `update webhook_delivery d set state = $4, tries = d.tries + 1, budget = greatest(d.budget - 1, 0),
         next_at = at + make_interval(secs => $5), ready_at = case when $4 = 'READY' then at end,
         finished_at = case when $4 in ('DELIVERED', 'FAILED') then at end
        from clock where d.partner_id = $2 and d.id = $1 and d.endpoint_id = $3 returning d.id, d.tries`;
  const values: unknown[] = [
    tried.kind === "again" ? tried.deliveryId : uuidv7(),
    ...[endpoint.partnerId, endpoint.id, next.state, next.rest],
    ...[uuidv7(), outcome.ms, outcome.status, outcome.error, outcome.excerpt],
    next.quiet,
    ...(first ? [first.eventId, first.position, first.type, first.budget] : []),
    next.disable,
  ];
  const disable = `$${values.length}::text`;
  const position = first ? "greatest(e.position, $13::bigint)" : "e.position";
  await pool.query({
    name: `webhook-record-${tried.kind}`,
    text: `with clock as (select desk_now() as at), done as (${delivery}),
      tried as (insert into webhook_try (id, partner_id, delivery_id, n, at, ms, status, error, excerpt)
        select $6, $2, done.id, done.tries, clock.at, $7, $8, $9, $10 from done, clock)
      update webhook_endpoint e set position = ${position},
        quiet_until = case when $11::int is null then e.quiet_until else clock.at + make_interval(secs => $11::int) end,
        version = e.version + case when ${disable} is not null and e.status = 'ENABLED' then 1 else 0 end,
        status = case when ${disable} is not null and e.status = 'ENABLED' then 'DISABLED' else e.status end,
        disabled_reason = case when ${disable} is not null and e.status = 'ENABLED' then ${disable} else e.disabled_reason end,
        disabled_at = case when ${disable} is not null and e.status = 'ENABLED' then clock.at else e.disabled_at end
       from clock where e.id = $3`,
    values,
  });
}
