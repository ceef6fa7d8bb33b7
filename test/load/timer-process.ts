/** One of the compared workers in a process of its own, so that its CPU time is its own. Ends when its parent is gone. */
import { Logger, makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { dueSources } from "../../api/app/due-sources.ts";
import { entities } from "../../api/app/entities.ts";
import { startWorker } from "../../api/app/worker.ts";
import { createOrm } from "../../api/platform/database.ts";
import { createLog } from "../../api/platform/log.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";
import { runDueRows } from "../../api/platform/run-due-rows.ts";
import type { Enqueue, Variant } from "./timer-variants.ts";

type Peer = { enqueue(instants: readonly number[]): Promise<void> };
const EFFECT = "insert into effect (due, done) values (to_timestamp($1 / 1000.0::float8), clock_timestamp())";
const JOB = "edge";

async function pgBoss(url: string, pollMs: number | undefined): Promise<Peer> {
  const effects = new pg.Client(url);
  await effects.connect();
  const boss = new PgBoss({ connectionString: url, ...(pollMs && { schedule: false }) });
  boss.on("error", console.error);
  await boss.start();
  await boss.createQueue(JOB);
  // a batch, because it takes one batch at each look: jobs of one instant would wait for one another
  const options = { batchSize: 100, ...(pollMs && { pollingIntervalSeconds: pollMs / 1000 }) };
  await boss.work<{ due: number }>(JOB, options, async (jobs) => {
    for (const { data } of jobs) await effects.query({ name: "effect", text: EFFECT, values: [data.due] });
  });
  return {
    enqueue: async (instants) => {
      for (let from = 0; from < instants.length; from += 5_000)
        await boss.insert(
          JOB,
          instants.slice(from, from + 5_000).map((due) => ({ data: { due }, startAfter: new Date(due) })),
        );
    },
  };
}

async function graphileWorker(url: string, pollMs: number | undefined): Promise<Peer> {
  const effects = new pg.Client(url);
  await effects.connect();
  const shared = { connectionString: url, logger: new Logger(() => () => {}) };
  await run({
    ...shared,
    noHandleSignals: true,
    ...(pollMs && { pollInterval: pollMs }),
    taskList: {
      [JOB]: async (payload) => {
        await effects.query({ name: "effect", text: EFFECT, values: [(payload as { due: number }).due] });
      },
    },
  });
  return {
    enqueue: async (instants) => {
      const utils = await makeWorkerUtils(shared);
      for (let from = 0; from < instants.length; from += 5_000)
        await utils.addJobs(
          instants
            .slice(from, from + 5_000)
            .map((due) => ({ identifier: JOB, payload: { due }, runAt: new Date(due) })),
        );
      await utils.release();
    },
  };
}

/** The worker's timers without its sequencer: events stay in the inbox, where they are written down as fired. */
async function timersAlone(urls: RoleUrls): Promise<void> {
  const orm = await createOrm(urls.worker, entities, 4, 1);
  runDueRows(urls.worker, orm, dueSources, { onFault: console.error });
}

const { kind, pollMs } = JSON.parse(process.argv[2] as string) as Variant;
const address = process.argv[3] as string;
process.once("disconnect", () => process.exit(0));
if (kind === "worker") await startWorker(JSON.parse(address) as RoleUrls, createLog("error"));
else if (kind === "timers") await timersAlone(JSON.parse(address) as RoleUrls);
else {
  const peer = await (kind === "pg-boss" ? pgBoss(address, pollMs) : graphileWorker(address, pollMs));
  process.on("message", ({ enqueue }: Enqueue) => peer.enqueue(enqueue).then(() => process.send?.("enqueued")));
}
process.send?.("up");
