import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Settings } from "../platform/config.ts";
import { Hints } from "../platform/hints.ts";
import { connectForEver, type Lasting } from "../platform/lasting-connection.ts";
import type { RoleUrls } from "../platform/roles.ts";
import type { ExportPart, Manifest } from "./export.entity.ts";
import { writeExport } from "./write-export.ts";

/** The longest sleep: only what was left by a worker that died is not hinted at. */
const LOOK_MS = 5_000;
const SWARM_MS = 20;
const MOST_ATTEMPTS = 3;
const KEPT = "interval '7 days'";
const LEASE = "interval '30 seconds'";
type Job = { id: string; partnerId: string; parts: ExportPart[]; state: string; attempts: number };

const LEASE_ONE = `update bulk_export x set leased_until = clock_timestamp() + ${LEASE}, attempts = x.attempts + 1,
    state = case when x.state = 'QUEUED' then 'RUNNING' else x.state end
  where x.id = (select id from bulk_export where ready_at is not null and (leased_until is null or leased_until < clock_timestamp())
                 order by ready_at limit 1 for update skip locked)
  returning x.id, x.partner_id as "partnerId", x.parts, x.state, x.attempts`;

/**
 * Writes exports and takes their files away, one at a time in each worker. One that died in the middle is succeeded when
 * its lease is over, and begun anew: what it had written is thrown away.
 */
export function runExports(urls: RoleUrls, { exportDir }: Settings, onFault: (error: Error) => void): Lasting {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 2, application_name: "watchdesk-exports" });
  pool.on("error", () => {});

  let over = false;
  let current: Promise<unknown> = Promise.resolve();

  const write = async (job: Job) => {
    if (job.attempts > MOST_ATTEMPTS)
      return fail(pool, job.id, "It was begun three times, and its worker died each time.");
    let toldAt = 0;
    const tell = async (done: number, total: number) => {
      if (over) throw new Error("the worker is told to stop; another begins it anew");
      if (performance.now() - toldAt < 250 && done < total) return;
      toldAt = performance.now();
      await pool.query(
        `update bulk_export set lines_done = $2, lines_total = $3, leased_until = clock_timestamp() + ${LEASE} where id = $1`,
        [job.id, done, total],
      );
    };
    try {
      await finish(pool, job.id, await writeExport(urls.scoped, exportDir, job, tell));
    } catch (error) {
      if (!over && job.attempts >= MOST_ATTEMPTS)
        await fail(pool, job.id, "It could not be written: the desk's log says why.");
      throw error;
    }
  };
  const sweep = async ({ id }: Job) => {
    await rm(join(exportDir, id), { recursive: true, force: true });
    await pool.query("update bulk_export set ready_at = null, leased_until = null where id = $1", [id]);
  };
  /** Does one job to its end; what fails keeps its lease, and is begun again when that is over. */
  const doOne = async (): Promise<boolean> => {
    const [job] = (await pool.query<Job>(LEASE_ONE)).rows;
    if (!job) return false;
    await (job.state === "EXPIRED" ? sweep(job) : write(job)).catch((error: Error) => {
      if (!over) onFault(error);
    });
    return true;
  };
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    const hints = new Hints(client, SWARM_MS);
    await client.query("listen wake; listen fired");
    while (!signal.aborted) {
      const job = doOne();
      current = job.catch(() => {});
      if (!(await job)) await hints.sleep(LOOK_MS, signal);
    }
  };
  const connection = connectForEver(urls.worker, "watchdesk-export-news", watch, onFault);
  return {
    stop: async () => {
      over = true;
      await connection.stop();
      await current;
      await pool.end();
    },
  };
}

const finish = (pool: pg.Pool, id: string, manifest: Manifest) =>
  pool.query(
    `update bulk_export set state = 'DONE', manifest = $2, position = $3, lines_done = coalesce(lines_total, 0), error = null,
            ready_at = null, leased_until = null, finished_at = desk_now(), expires_at = desk_now() + ${KEPT}, next_at = desk_now() + ${KEPT}
      where id = $1`,
    [id, JSON.stringify(manifest), manifest.position],
  );

const fail = (pool: pg.Pool, id: string, error: string) =>
  pool.query(
    "update bulk_export set state = 'FAILED', error = $2, ready_at = null, leased_until = null, finished_at = desk_now() where id = $1",
    [id, error],
  );
