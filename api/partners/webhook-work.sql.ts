import type pg from "pg";
import type { LogRow } from "../platform/event-log.ts";
import { logColumns } from "../platform/event-log.ts";

/** Longer than a try may take, and all that is written about it. */
const LEASE = "interval '60 seconds'";

/** An endpoint with something to send, leased to one worker. */
export type Leased = {
  id: string;
  partnerId: string;
  url: string;
  types: string[] | null;
  excludeOwn: boolean;
  withContacts: boolean;
  position: string;
};

/** Leases endpoints that have something to send, the one that waited longest first; each goes to one worker. */
export const lease = (pool: pg.Pool, limit: number) =>
  pool.query<Leased>({
    name: "webhook-lease",
    text: `with due as (
        select e.id from webhook_endpoint e left join event_counter c on c.partner_id = e.partner_id
         where e.status = 'ENABLED' and e.quiet_until is null and (e.leased_until is null or e.leased_until < clock_timestamp())
           and (e.position < coalesce(c.last, 0) or exists (select 1 from webhook_delivery d
                 where d.partner_id = e.partner_id and d.endpoint_id = e.id and d.ready_at is not null))
         order by e.leased_until nulls first limit $1 for update of e skip locked)
      update webhook_endpoint e set leased_until = clock_timestamp() + ${LEASE} from due where e.id = due.id
      returning e.id, e.partner_id as "partnerId", e.url, e.types, e.exclude_own as "excludeOwn",
                e.with_contacts as "withContacts", e.position::text`,
    values: [limit],
  });

/** Gives an endpoint back. A second ago: the next may take it at once. */
export const release = (pool: pg.Pool, id: string) =>
  pool.query({
    name: "webhook-release",
    text: "update webhook_endpoint set leased_until = clock_timestamp() - interval '1 second' where id = $1",
    values: [id],
  });

/** A message is signed so often at most, whoever rotates: signing is the worker's time, which promises wait for too. */
const MOST_SIGNATURES = 4;

/** What must be known before each message: whether it may be sent at all, and what to sign with; it keeps the lease. */
export const secretsOf = async (pool: pg.Pool, id: string): Promise<string[] | null> => {
  const { rows } = await pool.query<{ secret: string | null }>({
    name: "webhook-secrets",
    text: `with mine as (update webhook_endpoint set leased_until = clock_timestamp() + ${LEASE}
             where id = $1 and status = 'ENABLED' and quiet_until is null returning partner_id, id)
      select s.secret from mine join webhook_secret s on s.partner_id = mine.partner_id and s.endpoint_id = mine.id
       where not exists (select 1 from webhook_secret n where n.partner_id = s.partner_id and n.endpoint_id = s.endpoint_id
                            and (n.created_at, n.id) > (s.created_at, s.id) and n.older_until <= (select desk_now()))
       order by s.created_at desc, s.id desc limit ${MOST_SIGNATURES}`,
    values: [id],
  });
  return rows.length === 0 ? null : rows.map((row) => row.secret as string);
};

/** A delivery that is to be tried again now, with its event; the event is null for a test, or where the log has let it go. */
export type Ready = {
  id: string;
  eventId: string | null;
  position: string | null;
  budget: number;
  event: LogRow | null;
};

export async function nextReady(pool: pg.Pool, { id, partnerId }: Leased): Promise<Ready | null> {
  const { rows } = await pool.query<
    Omit<Ready, "event"> & { found: boolean } & LogRow & { deliveryId: string; place: string | null }
  >({
    name: "webhook-ready",
    text: `select d.id as "deliveryId", d.event_id as "eventId", d.position::text as place, d.budget, event.id is not null as found, ${logColumns}
             from webhook_delivery d
             left join event on event.partner_id = d.partner_id and event.partner_position = d.position
            where d.partner_id = $1 and d.endpoint_id = $2 and d.ready_at is not null order by d.ready_at, d.position, d.id limit 1`,
    values: [partnerId, id],
  });
  const [row] = rows;
  if (!row) return null;
  const { deliveryId, eventId, budget, found, place, ...event } = row;
  return { id: deliveryId, eventId, budget, position: place, event: found ? event : null };
}
