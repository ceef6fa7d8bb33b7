import pg from "pg";
import type { Embedded } from "../../api/platform/embedded-postgres.ts";
import { BEGIN } from "./timer-desk.ts";
import { RATE } from "./timer-schedule.ts";

async function on<T>(server: Embedded, database: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server.url(database));
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Where a job's effect is written: when it was due, and when it was done. */
export const effectTable = (server: Embedded, database: string) =>
  on(server, database, (client) => client.query("create table effect (due timestamptz, done timestamptz)"));

/**
 * Has the database write down when edges are announced: at the statement that does it, which is where jobs write their
 * effects as well. An edge is of desk time, which is read back as machine time by the clock's anchor.
 */
export const watchEdges = (server: Embedded, database: string) =>
  on(server, database, (client) =>
    client.query(`
      create table effect (due timestamptz, done timestamptz);
      create function note_effect() returns trigger language plpgsql security definer as $$
      begin
        insert into effect
        select anchored_at + (case new.type when 'SlaAtRisk' then k.at_risk_at else k.due_at + interval '1 second' end - now) / rate,
               clock_timestamp()
          from desk_clock, sla_clock k where k.id = (new.payload->>'clockId')::uuid;
        return null;
      end $$;
      create trigger note_effect after insert on event_inbox
        for each row when (new.type in ('SlaAtRisk', 'SlaBreached')) execute function note_effect()`),
  );

/** Lets the desk's clock run; answers the machine time, in ms, at which it said `BEGIN`. */
export const letRun = (server: Embedded, database: string) =>
  on(server, database, async (client) => {
    const { rows } = await client.query<{ at: number }>(
      `update desk_clock set now = to_timestamp($1), rate = $2, anchored_at = date_trunc('milliseconds', clock_timestamp())
       returning extract(epoch from anchored_at)::float8 * 1000 as at`,
      [BEGIN, RATE],
    );
    await client.query("select pg_notify('wake', '')");
    return rows[0]?.at as number;
  });

/** What was done: how late, in ms, by the instant (ms of machine time) at which it was due. */
export const readEffects = (server: Embedded, database: string) =>
  on(server, database, async (client) => {
    const { rows } = await client.query<{ due: number; late: number }>(
      `select extract(epoch from due)::float8 * 1000 as due, extract(epoch from done - due)::float8 * 1000 as late
         from effect order by due`,
    );
    return rows;
  });
