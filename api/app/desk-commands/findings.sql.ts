import type { SqlEntityManager } from "@mikro-orm/postgresql";

const seconds = (column: string) => `extract(epoch from ${column})::float8`;

export type Zone = {
  readonly zone: string;
  readonly contracts: number;
  readonly clients: number;
  readonly openClocks: number;
};

/** Every zone in use, by a calendar or a client, with what depends on it. */
export const zonesInUse = (em: SqlEntityManager): Promise<Zone[]> =>
  em.execute<Zone[]>(
    `with newest as (select distinct on (code) code, time_zone as zone from calendar order by code, version desc)
     select z.zone,
            (select count(*)::int from contract c join newest n on n.code = c.calendar_code where n.zone = z.zone) as contracts,
            (select count(*)::int from client where time_zone = z.zone) as clients,
            (select count(*)::int from sla_clock s
               join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id
               join calendar k on k.id = t.calendar_id
              where s.ended_at is null and k.time_zone = z.zone) as "openClocks"
       from (select zone from newest union select time_zone from client) z order by 1`,
  );

export type LastHoliday = { readonly code: string; readonly last: string; readonly days: number };

/** The last holiday that each calendar in use knows, and in how many days that is; calendars without holidays are left out. */
export const lastHolidays = (em: SqlEntityManager): Promise<LastHoliday[]> =>
  em.execute<LastHoliday[]>(
    `select code, last, (last::date - (desk_now() at time zone zone)::date) as days
       from (select distinct on (code) code, time_zone as zone,
                    (select max(h->>'date') from jsonb_array_elements(definition->'holidays') h) as last
               from calendar order by code, version desc) newest
      where last is not null and (code = 'provider' or exists (select 1 from contract c where c.calendar_code = newest.code))
      order by 1`,
  );

export type Letters = {
  readonly waiting: number;
  readonly oldest: number;
  /** For how long a letter has waited that nobody has begun to send: a desk that sends does so at once, or as others are on their way. */
  readonly untried: number;
  /** Letters are on their way at this moment. */
  readonly sending: boolean;
  /** What the last server said of the letter that has waited longest. */
  readonly error: string | null;
  readonly failed: number;
  readonly bounced: number;
};

/** How letters fare: what waits, since how many seconds, and what did not arrive within the last week. */
export async function letters(em: SqlEntityManager): Promise<Letters> {
  const [row] = await em.execute<[Letters]>(
    `select count(*) filter (where state = 'QUEUED')::int as waiting,
            coalesce(max(${seconds("desk_now() - created_at")}) filter (where state = 'QUEUED'), 0) as oldest,
            coalesce(max(${seconds("desk_now() - created_at")}) filter (where state = 'QUEUED' and tries = 0), 0) as untried,
            exists (select 1 from mail where leased_until > clock_timestamp()) as sending,
            (select error from mail where state = 'QUEUED' order by created_at, id limit 1) as error,
            count(*) filter (where state = 'FAILED' and state_at > desk_now() - interval '7 days')::int as failed,
            count(*) filter (where state = 'BOUNCED' and state_at > desk_now() - interval '7 days')::int as bounced
       from mail`,
  );
  return row;
}

export type JoinLinks = { readonly left: number; readonly note: string | null };

/** Links of sessions that ended more than five minutes ago, and that the remote tool has not been made to withdraw. */
export async function joinLinks(em: SqlEntityManager): Promise<JoinLinks> {
  const [row] = await em.execute<[JoinLinks]>(
    `select count(*)::int as left, max(j.note) as note from join_link j join remote_session s on s.id = j.session_id
      where j.state <> 'WITHDRAWN' and s.ended_at < desk_now() - interval '5 minutes'`,
  );
  return row;
}

export type Timers = {
  readonly now: number;
  readonly sandbox: boolean;
  readonly overdue: number;
  readonly latest: number;
  readonly withoutTime: number;
  readonly inbox: number;
  readonly pulseAge: number | null;
  readonly watched: boolean;
};

/** How far what is due lags behind desk time, and how old the sequencer's last sign of life is. */
export async function timers(em: SqlEntityManager): Promise<Timers> {
  const [row] = await em.execute<[Timers]>(
    `select ${seconds("desk_now()")} as now, (select sandbox from desk_clock) as sandbox,
            count(*) filter (where next_edge_at < desk_now() - interval '1 minute')::int as overdue,
            coalesce(max(${seconds("desk_now() - next_edge_at")}) filter (where next_edge_at < desk_now()), 0) as latest,
            count(*) filter (where no_due_reason = 'NO_OPERATING_TIME' and ended_at is null)::int as "withoutTime",
            (select count(*)::int from event_inbox) as inbox,
            (select ${seconds("clock_timestamp() - machine_at")} from desk_pulse) as "pulseAge",
            exists (select 1 from pg_stat_activity where datname = current_database() and usename = 'watchdesk_worker') as watched
       from sla_clock`,
  );
  return row;
}
