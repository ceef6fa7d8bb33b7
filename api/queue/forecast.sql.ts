import type { Hold } from "../core/technician-pace.ts";
import type { Instant, Period } from "../core/time.ts";
import type { Query } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";

/** A ticket of the queue, with the clock its row shows. */
export type QueuedTicket = {
  id: string;
  number: number;
  orderKey: string;
  teamId: string | null;
  clientId: string;
  client: string;
  clientCode: string;
  metric: "FIRST_RESPONSE" | "NEXT_RESPONSE" | "RESOLUTION" | null;
  /** Null also where the promise is broken already, or stands still: whoever comes late breaks none. */
  dueAt: Instant | null;
};

/**
 * All that is in the queue. Uses ticket_queue_key_index and sla_clock (partner_id, ticket_id, …): the limit keeps the
 * planner from reading all clocks of all years instead.
 */
export const queuedTickets: Query = {
  name: "forecast-queue",
  text: `select t.id, t.number, t.queue_key as "orderKey", t.team_id as "teamId", t.client_id as "clientId",
                k.name as client, k.code as "clientCode", c.metric, c.due_at as "dueAt"
           from ticket t
           join client k on k.partner_id = t.partner_id and k.id = t.client_id
           left join lateral (select c.metric, case when c.breached_at is null and c.paused_at is null then c.due_at end as due_at
                                from sla_clock c
                               where c.partner_id = t.partner_id and c.ticket_id = t.id and c.shown limit 1) c on true
          where t.queue_key is not null`,
  values: [],
};

export type TechnicianAhead = {
  id: string;
  role: "TECHNICIAN" | "MANAGER";
  /** Whether they may not sign in any more. */
  suspended: boolean;
  /** Shifts that are not over, as far as the horizon. */
  shifts: Period[];
  /** Whether the desk knows when they work at all: a shift of the last weeks, or one ahead. */
  keepsShifts: boolean;
  /** When they last took, or took up again, a ticket that they hold and that is to be worked on; null = none. */
  tookAt: Instant | null;
};

/**
 * Everybody who is known to work here, with their shifts ahead and what they hold. Uses shift (technician_id, from_at), ticket_active_index
 * and the key of ticket_version.
 */
export const techniciansAhead = (at: Instant, horizon: Instant, knownSince: Instant): Query => ({
  name: "forecast-technicians",
  text: `select p.id, p.role, s.shifts, s.keeps as "keepsShifts", h.took_at as "tookAt",
                a.suspended_at is not null as suspended
           from technician p
           left join staff_account a on a.technician_id = p.id
           cross join lateral (
             select coalesce(json_agg(json_build_object('from', extract(epoch from s.from_at)::float8,
                                                        'until', extract(epoch from s.until_at)::float8))
                               filter (where s.until_at > $1::timestamptz and s.from_at <= $2::timestamptz), '[]') as shifts,
                    count(*) > 0 as keeps
               from shift s where s.technician_id = p.id and s.from_at >= $3::timestamptz) s
           left join (
             select t.assignee_id, max(v.from_at) as took_at
               from ticket t
               cross join lateral (
                 select min(v.from_at) as from_at from ticket_version v
                  where v.partner_id = t.partner_id and v.ticket_id = t.id
                    and v.version > coalesce((
                      select max(o.version) from ticket_version o
                       where o.partner_id = t.partner_id and o.ticket_id = t.id
                         and (o.assignee_id is distinct from t.assignee_id or o.status not in ('NEW', 'OPEN'))), 0)) v
              where t.status not in ('CLOSED', 'CANCELLED', 'MERGED') and t.status in ('NEW', 'OPEN')
                and t.assignee_id is not null
              group by 1) h on h.assignee_id = p.id`,
  values: [instantText(at), instantText(horizon), instantText(knownSince)],
});

/** What the desk has shown in some weeks: who held what for how long, and what came. */
export type LastWeeks = {
  holds: Hold[];
  /** Tickets that were created in those weeks, as they stand now: instant, rank, whether several users are affected. */
  arrivals: [at: Instant, rank: number, several: boolean][];
};

/**
 * The latest thousand stretches in which somebody held a ticket that was to be worked on, of those that began within
 * `[since, until)`, as they stood at its end; and the tickets that were created in it. One row. Uses ticket_version
 * (from_at, until_at) and its key, and ticket_created_at_id_index.
 */
export const lastWeeks = (since: Instant, until: Instant): Query => ({
  name: "forecast-last-weeks",
  text: `select
    (select coalesce(json_agg(h), '[]') from (
      select v.assignee_id as "technicianId", extract(epoch from v.from_at)::float8 as "from",
             extract(epoch from e.from_at)::float8 as "until", extract(epoch from r.responded_at)::float8 as "respondedAt",
             coalesce(e.status in ('RESOLVED', 'CLOSED'), false) as resolved
        from ticket_version v
        left join lateral (
          select o.assignee_id, o.status from ticket_version o
           where o.partner_id = v.partner_id and o.ticket_id = v.ticket_id and o.version < v.version
           order by o.version desc limit 1) b on true
        left join lateral (
          select o.from_at, o.status from ticket_version o
           where o.partner_id = v.partner_id and o.ticket_id = v.ticket_id and o.version > v.version
             and (o.assignee_id is distinct from v.assignee_id or o.status not in ('NEW', 'OPEN'))
             and o.from_at < $2::timestamptz
           order by o.version limit 1) e on true
        left join lateral (
          select min(c.satisfied_at) as responded_at from sla_clock c
           where c.partner_id = v.partner_id and c.ticket_id = v.ticket_id and c.metric = 'FIRST_RESPONSE'
             and c.satisfied_at >= v.from_at and c.satisfied_at < $2::timestamptz
             and (e.from_at is null or c.satisfied_at <= e.from_at)) r on true
       where v.from_at >= $1::timestamptz and v.from_at < $2::timestamptz and v.assignee_id is not null
         and v.status in ('NEW', 'OPEN')
         and (b.assignee_id is distinct from v.assignee_id or b.status not in ('NEW', 'OPEN'))
       order by v.from_at desc, v.ticket_id limit 1000) h) as holds,
    (select coalesce(json_agg(json_build_array(extract(epoch from created_at)::float8, priority_rank,
                                               coalesce(affected in ('SEVERAL', 'ALL'), false))), '[]')
       from ticket where created_at >= $1::timestamptz and created_at < $2::timestamptz) as arrivals`,
  values: [instantText(since), instantText(until)],
});
