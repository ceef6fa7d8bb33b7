import type pg from "pg";
import { connectForEver } from "./lasting-connection.ts";

/**
 * Gives committed events their positions. Writers fill the inbox; one leader moves rows into the log in one statement,
 * which is one transaction: either all of a batch have positions and were announced, or nothing happened.
 * `ord` orders the inbox and is handed out under the ticket's row lock, so the order within a ticket is kept. The gate
 * lets one mover in at a time: a script that sets a sandbox's clock moves batches beside the leader, and two that delete
 * the same rows in different orders would wait for one another.
 */
const MOVE = `
  with gate as materialized (select pg_advisory_xact_lock(7002)),
  taken as (delete from event_inbox where ord in (select ord from event_inbox cross join gate order by ord limit 500) returning *),
  c as (insert into event_counter as e (partner_id, last)
          select partner_id, count(*) from taken group by 1
          union all select '00000000-0000-0000-0000-000000000000', count(*) from taken having count(*) > 0
        on conflict (partner_id) do update set last = e.last + excluded.last returning partner_id, last),
  numbered as (select t.*, row_number() over (order by ord) - count(*) over () as n,
                 row_number() over (partition by partner_id order by ord) - count(*) over (partition by partner_id) as pn
               from taken t),
  done as (insert into event (position, partner_id, partner_position, id, ticket_id, ticket_version, type, payload,
                              actor, origin, at, recorded_at)
      select g.last + n, partner_id, p.last + pn, id, ticket_id, ticket_version, type, payload, actor, origin, at, recorded_at
        from numbered join c p using (partner_id)
        cross join (select last from c where partner_id = '00000000-0000-0000-0000-000000000000') g
       order by 1 returning position)
  select count(*)::int as n, max(done.position)::text as last,
         case when count(*) > 0 then pg_notify('event', max(done.position)::text) end from done`;

/** The question while nothing happens: a tenth of the price of an empty batch. */
const PROBE = "select 1 from event_inbox limit 1";

const PULSE = `update desk_pulse set position = (select last from event_counter where partner_id = '00000000-0000-0000-0000-000000000000'),
    machine_at = clock_timestamp(),
    waiting_seconds = coalesce(extract(epoch from clock_timestamp() - (select min(recorded_at) from event_inbox)), 0)`;

const LOCK = 7_001;
const BATCH = 500;
const PULSE_MS = 2_000;
const PARTITION = 1_000_000n;

/** Moves one batch. Returns how many events got a position; safe beside a leader, which takes other rows. */
export async function moveBatch(client: Pick<pg.Client, "query">): Promise<{ n: number; last: string | null }> {
  const { rows } = await client.query<{ n: number; last: string | null }>({ name: "move", text: MOVE });
  return rows[0] as { n: number; last: string | null };
}

/** Moves everything that is in the inbox now; answers the last position given, or null when there was nothing. */
export async function drain(client: Pick<pg.Client, "query">): Promise<string | null> {
  for (let last: string | null = null; ; ) {
    const moved = await moveBatch(client);
    last = moved.last ?? last;
    if (moved.n < BATCH) return last;
  }
}

/** After a batch it looks again soon, then ever more rarely: a hint wakes it in any case, a lost one costs this much. */
const MOST_REST_MS = 100;
const restMs = (quiet: number) => Math.min(2 ** quiet, MOST_REST_MS);

/**
 * Waits to be the leader, then numbers events until stopped. Lock and batches belong to one connection: whoever loses
 * the connection loses both at the same instant, so there is nothing to fence. Comes back after a lost connection.
 */
export function sequence(workerUrl: string, onFault: (error: Error) => void) {
  const lead = async (client: pg.Client, signal: AbortSignal) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    let wake = () => {};
    client.on("notification", () => wake());
    await client.query("listen wake"); // a hint only: lost hints are found by the poll
    let quiet = 0;
    let pulsedAt = 0;
    let ahead = -1n;
    while (!signal.aborted) {
      const any = quiet === 0 || (await client.query({ name: "probe", text: PROBE })).rowCount;
      const moved = any ? await moveBatch(client) : { n: 0, last: null };
      quiet = moved.n > 0 ? 0 : quiet + 1;
      if (moved.last !== null) ahead = await partitionAhead(client, BigInt(moved.last), ahead);
      // after the work, never before: a leader that cannot number events must look dead to the boards
      if (performance.now() - pulsedAt >= PULSE_MS || pulsedAt === 0) {
        await client.query({ name: "pulse", text: PULSE });
        pulsedAt = performance.now();
      }
      if (moved.n < BATCH)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, restMs(quiet));
          wake = () => {
            clearTimeout(timer);
            quiet = 0;
            done();
          };
          if (signal.aborted) wake();
        });
    }
  };
  return connectForEver(workerUrl, `watchdesk-sequencer:${process.pid}`, lead, onFault);
}

/** Makes the next partition while half of the present one is still free. */
async function partitionAhead(client: pg.Client, last: bigint, ahead: bigint): Promise<bigint> {
  const wanted = (last + PARTITION / 2n) / PARTITION;
  if (wanted > ahead) await client.query("select event_partition_for($1)", [String(wanted * PARTITION)]);
  return wanted > ahead ? wanted : ahead;
}
