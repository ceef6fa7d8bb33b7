import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Orm } from "./database.ts";
import { connectForEver, type Lasting } from "./lasting-connection.ts";

/**
 * Rows that carry their own timer: an instant in desk time, at which something must be recorded. `earliest` is a SQL
 * expression for the next such instant. `fire` runs in a transaction: it claims what is due (skipping what another
 * worker holds), records the effect and moves or clears the instants, all or nothing. It compares with
 * `(select desk_now())`, asked once; the bare call is asked for every row, and uses no index.
 */
export type DueRows = {
  readonly name: string;
  readonly earliest: string;
  fire(tx: SqlEntityManager, limit: number): Promise<number>;
};

const BATCH = 100;
const MOST_MS = 1_000;

/** Fires everything that is due now. Any number of workers may do so at once: each row is fired by one of them. */
export async function fireDue(orm: Orm, sources: readonly DueRows[]): Promise<number> {
  let fired = 0;
  for (const source of sources)
    for (let n = BATCH; n === BATCH; fired += n)
      n = await (orm.em.fork() as SqlEntityManager).transactional((tx) => source.fire(tx as SqlEntityManager, BATCH));
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
  return connectForEver(workerUrl, "watchdesk-timers", async (client, signal) => {
    let wake = () => {};
    let hinted = false;
    client.on("notification", () => {
      hinted = true;
      wake();
    });
    await client.query("listen wake");
    while (!signal.aborted) {
      const { rows } = await client.query<{ seconds: number | null }>({ name: "sleep", text: sleep });
      const seconds = rows[0]?.seconds ?? null;
      if (seconds !== null && seconds <= 0) {
        await fireDue(orm, sources).catch(onFault);
        hinted = true; // look again at once, then sleep
      }
      const ms = seconds === null ? MOST_MS : Math.min(Math.max(Math.ceil(seconds * 1000), 1), MOST_MS);
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
  });
}
