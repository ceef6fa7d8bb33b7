import type pg from "pg";
import { Hints } from "./hints.ts";
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

/**
 * The question while nothing happens: a tenth of the price of an empty batch. After a batch it is asked soon, then ever
 * more rarely, at last only along with the pulse: a hint wakes the leader in any case, on the connection that pulses.
 * Thus an event that nobody hinted at (its writer was killed between commit and hint) waits for the pulse at most.
 */
const PROBE = { name: "probe", text: "select 1 from event_inbox limit 1" };

const LAST = "(select last from event_counter where partner_id = '00000000-0000-0000-0000-000000000000')";
const PULSE = `update desk_pulse set position = ${LAST}, machine_at = clock_timestamp(),
    waiting_seconds = coalesce(extract(epoch from clock_timestamp() - (select min(recorded_at) from event_inbox)), 0)`;
/**
 * Pulse and question in one: nothing is written where something waits. Nor does it wait for the disk: a pulse that a
 * power cut takes away was of a leader that is gone.
 */
const QUIET_PULSE = `update desk_pulse set position = ${LAST}, machine_at = clock_timestamp(), waiting_seconds = 0
  where not exists (select 1 from event_inbox) and set_config('synchronous_commit', 'off', true) is not null`;

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

/**
 * Waits to be the leader, then numbers events until stopped. Lock and batches belong to one connection: whoever loses
 * the connection loses both at the same instant, so there is nothing to fence. Comes back after a lost connection.
 */
export function sequence(workerUrl: string, onFault: (error: Error) => void) {
  const lead = async (client: pg.Client, signal: AbortSignal) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const hints = new Hints(client, 0);
    await client.query("listen wake; listen fired");
    let quiet = 0;
    let pulsedAt = Number.NEGATIVE_INFINITY;
    let ahead = -1n;
    // a timer may end a fraction early
    const untilPulse = () => PULSE_MS - 2 - (performance.now() - pulsedAt);
    const pulse = async (name: string, text: string) => {
      const { rowCount } = await client.query({ name, text });
      if (rowCount) pulsedAt = performance.now();
      return rowCount === 1;
    };
    const anything = async () =>
      untilPulse() <= 0 ? !(await pulse("quiet-pulse", QUIET_PULSE)) : (await client.query(PROBE)).rowCount !== 0;
    while (!signal.aborted) {
      const moved = quiet === 0 || (await anything()) ? await moveBatch(client) : { n: 0, last: null };
      quiet = moved.n > 0 ? 0 : quiet + 1;
      if (moved.last !== null) ahead = await partitionAhead(client, BigInt(moved.last), ahead);
      // after the work, never before: a leader that cannot number events must look dead to the boards
      if (untilPulse() <= 0) await pulse("pulse", PULSE);
      if (moved.n < BATCH && (await hints.sleep(Math.min(2 ** quiet, Math.max(1, untilPulse())), signal))) quiet = 0;
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
