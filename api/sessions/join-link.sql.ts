import type pg from "pg";
import type { JoinMade, JoinRequest, JoinWithdrawn } from "../platform/remote-tool/remote-tool.ts";

/** Longer than a try at the tool may take. */
const LEASE = "interval '60 seconds'";
/** A link that nobody withdraws ends by itself, in case this desk is gone for good. */
const LONGEST_MINUTES = 12 * 60;

/** A link that one worker makes or withdraws now. */
export type LeasedLink = JoinRequest & {
  readonly act: "MAKE" | "WITHDRAW";
  readonly ref: string | null;
  /** This one included. */
  readonly tries: number;
};

/** Leases links that are to be made, and those of sessions that have ended, the one that waited longest first. */
export const leaseLinks = (pool: pg.Pool, limit: number) =>
  pool.query<LeasedLink>({
    name: "join-link-lease",
    text: `with due as (
        select j.session_id from join_link j join remote_session s on s.id = j.session_id
         where j.state <> 'WITHDRAWN' and (j.state = 'PREPARING' or s.ended_at is not null)
           and j.next_at <= clock_timestamp() and (j.leased_until is null or j.leased_until < clock_timestamp())
         order by j.next_at, j.session_id limit $1 for update of j skip locked),
      mine as (update join_link j set leased_until = clock_timestamp() + ${LEASE}, tries = j.tries + 1
                 from due where j.session_id = due.session_id returning j.*)
      select mine.session_id as "sessionId", case when s.ended_at is null then 'MAKE' else 'WITHDRAW' end as act, mine.ref,
             mine.tries, t.number as "ticketNumber", s.technician_name as technician, c.name as client,
             case when d.id is not null then json_build_object('name', d.name, 'accessId', d.remote_access_id) end as device,
             greatest(1, least(${LONGEST_MINUTES},
               ceil(extract(epoch from s.closes_at - desk_now()) / 60)))::int as minutes
        from mine join remote_session s on s.id = mine.session_id
        join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id
        join client c on c.partner_id = s.partner_id and c.id = s.client_id
        left join device d on d.partner_id = t.partner_id and d.id = t.device_id`,
    values: [limit],
  });

/** Seconds until the next try: soon at first, for somebody waits; then once a minute. */
const restAfter = (tries: number): number => Math.min(2 ** (tries - 1), 60);

/** Writes down how making went; the session may have ended meanwhile, and then what was made is withdrawn at once. */
export const recordMade = (pool: pg.Pool, { sessionId, tries }: LeasedLink, made: JoinMade) =>
  pool.query({
    name: "join-link-made",
    text: `update join_link set state = $2, url = $3, ref = coalesce($4, ref), note = $5, leased_until = null,
             tries = case when $2 = 'PREPARING' then tries else 0 end,
             next_at = case when $6 = 0 then 'epoch' else clock_timestamp() + make_interval(secs => $6) end
            where session_id = $1 and state = 'PREPARING'`,
    values:
      made.kind === "MADE"
        ? [sessionId, "READY", made.url, made.ref, made.note, 0]
        : [
            sessionId,
            made.kind === "REFUSED" ? "FAILED" : "PREPARING",
            null,
            null,
            made.reason,
            made.kind === "REFUSED" ? 0 : restAfter(tries),
          ],
  });

/** Writes down how withdrawing went. */
export const recordWithdrawn = (pool: pg.Pool, { sessionId, tries }: LeasedLink, done: JoinWithdrawn) =>
  pool.query({
    name: "join-link-withdrawn",
    text: `update join_link set leased_until = null, url = null, note = $3,
             state = case when $2 then 'WITHDRAWN' else state end,
             withdrawn_at = case when $2 then desk_now() end,
             next_at = clock_timestamp() + make_interval(secs => $4)
            where session_id = $1 and state <> 'WITHDRAWN'`,
    values: done.kind === "WITHDRAWN" ? [sessionId, true, null, 0] : [sessionId, false, done.reason, restAfter(tries)],
  });

/** A worker that stops gives back what it took and could not try. */
export const giveBackLink = (pool: pg.Pool, { sessionId }: LeasedLink) =>
  pool.query({
    name: "join-link-give-back",
    text: "update join_link set leased_until = null, tries = tries - 1 where session_id = $1",
    values: [sessionId],
  });
