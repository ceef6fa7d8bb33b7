import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type pg from "pg";
import type { Orm } from "./database.ts";
import { connectForEver, type Lasting } from "./lasting-connection.ts";

/**
 * Rows that carry their own timer: an instant in desk time, at which something must be recorded. `earliest` is a SQL
 * expression for the next such instant, `due` the table and condition of those that are due. `fire` runs in a transaction: it claims what is due (skipping what another
 * worker holds, and the first `offset`), records the effect and moves or clears the instants, all or nothing. It
 * compares with `(select desk_now())`, asked once; the bare call is asked for every row, and uses no index.
 */
export type DueRows = {
  readonly name: string;
  readonly earliest: string;
  readonly due: string;
  fire(tx: SqlEntityManager, limit: number, offset: number): Promise<number>;
};

const BATCH = 100;
const MOST_MS = 1_000;
const TELL_AGAIN_MS = 60_000;

/** Rows that are due and could not be fired; all others were. */
export class Unfired extends AggregateError {}

/**
 * Fires everything that is due now. Any number of workers may do so at once: each row is fired by one of them. A row
 * that fails stays due and holds up no other; it is told at the end.
 */
export async function fireDue(orm: Orm, sources: readonly DueRows[]): Promise<number> {
  let fired = 0;
  const faults: Error[] = [];
  for (const source of sources) {
    const fire = (limit: number, offset: number) =>
      (orm.em.fork() as SqlEntityManager).transactional((tx) => source.fire(tx as SqlEntityManager, limit, offset));
    try {
      for (let n = BATCH; n === BATCH; fired += n) n = await fire(BATCH, 0);
    } catch {
      fired += await oneByOne((offset) => fire(1, offset), faults);
    }
  }
  if (faults.length > 0) throw new Unfired(faults, faults[0]?.message);
  return fired;
}

/** After a batch that failed: its rows alone, stepping over those that fail again. */
async function oneByOne(fire: (offset: number) => Promise<number>, faults: Error[]): Promise<number> {
  let fired = 0;
  for (let bad = 0; bad < BATCH; )
    try {
      if ((await fire(bad)) === 0) break;
      fired += 1;
    } catch (error) {
      faults.push(error as Error);
      bad += 1;
    }
  return fired;
}

/** The earliest instant of all sources, as SQL. */
export const earliestOf = (sources: readonly DueRows[]): string =>
  `least(${sources.map((s) => s.earliest).join(", ")}, null)`;

/**
 * A worker: sleeps to the earliest instant, fires, sleeps again. Woken by a hint when an earlier one may have appeared;
 * looks once a second in any case, so that a lost hint is late, never lost.
 */
export function runDueRows(
  workerUrl: string,
  orm: Orm,
  sources: readonly DueRows[],
  onFault: (error: Error) => void,
): Lasting {
  // on a clock that stands, what is due is due all the same; what is not will not be
  const sleep = `select case when e.at <= c.at then 0 else extract(epoch from e.at - c.at)::float8 / nullif(c.rate, 0) end as seconds
    from (select ${earliestOf(sources)} as at) e, (select case when sandbox then now + (clock_timestamp() - anchored_at) * rate else clock_timestamp() end as at,
                 case when sandbox then rate else 1 end as rate from desk_clock) c`;
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    let wake = () => {};
    let hinted = false;
    let told = { message: "", at: Number.NEGATIVE_INFINITY };
    /** Whether all could be fired. The same fault again and again is told once a minute. */
    const fire = async () => {
      try {
        await fireDue(orm, sources);
        return true;
      } catch (error) {
        const { message } = error as Error;
        if (message !== told.message || performance.now() - told.at > TELL_AGAIN_MS) {
          told = { message, at: performance.now() };
          onFault(error as Error);
        }
        return false;
      }
    };
    client.on("notification", () => {
      hinted = true;
      wake();
    });
    await client.query("listen wake");
    while (!signal.aborted) {
      const { rows } = await client.query<{ seconds: number | null }>({ name: "sleep", text: sleep });
      const seconds = rows[0]?.seconds ?? null;
      let wait = seconds;
      if (seconds !== null && seconds <= 0) {
        if (await fire())
          hinted = true; // look again at once, then sleep
        else wait = null; // what failed is tried again when others would be looked for
      }
      const ms = wait === null ? MOST_MS : Math.min(Math.max(Math.ceil(wait * 1000), 1), MOST_MS);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, hinted ? Math.min(ms, 20) : ms); // hints come in swarms: answer the swarm
        hinted = false;
        wake = () => {
          if (ms <= 20) return;
          clearTimeout(timer);
          setTimeout(done, 5);
        };
        if (signal.aborted) done();
      });
    }
  };
  return connectForEver(workerUrl, "watchdesk-timers", watch, onFault);
}
