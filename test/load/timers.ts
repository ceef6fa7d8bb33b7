/**
 * How late is what falls due, and what does waiting for it cost? The desk's worker beside job queues on PostgreSQL, all
 * at once on one server, each in a database and a process of its own, with as many jobs pending. Spans in which nothing
 * is due alternate with streams of edges, at the same instants for all. It measures; it asserts nothing about time.
 *
 *   npm run bench -- timers [--pending n] [--rounds n] [--json file]
 */
import { randomBytes } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { type Embedded, startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { CpuMeter } from "./cpu-time.ts";
import { table } from "./figures.ts";
import { letRun, readEffects } from "./timer-effects.ts";
import { type Measured, timerRows, timerTable } from "./timer-report.ts";
import { edgesAt, edgesOf, STEP_MS, schedule } from "./timer-schedule.ts";
import { enqueue, isOurs, startAll } from "./timer-start.ts";

const { values } = parseArgs({
  options: { pending: { type: "string" }, rounds: { type: "string" }, json: { type: "string" } },
});
const pending = Number(values.pending ?? 20_000);
const plan = schedule(Number(values.rounds ?? 3));

// not mkdtemp: its 0700 would shut PostgreSQL out when we are root
const dir = join(tmpdir(), `watchdesk-bench-${randomBytes(6).toString("hex")}`);
let server: Embedded | null = null;
const cleanUp = async () => {
  await server?.stop();
  for (const place of [dir, server?.dataDir ?? dir]) rmSync(place, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(1))); // the measured processes end with this one

async function measure(on: Embedded): Promise<Measured[]> {
  const { running, desk, stop } = await startAll(on, pending, edgesOf(plan));
  console.log(
    `${desk.clocks.toLocaleString("en")} open clocks, read again from their facts: ${desk.differences} differences; ${pending.toLocaleString("en")} jobs in each queue`,
  );
  const ours = running.filter(({ variant }) => isOurs(variant));
  const peers = running.filter(({ variant }) => !isOurs(variant));
  const begins = await Promise.all(ours.map(({ variant }) => letRun(on, variant.database)));
  const begin = begins[0] as number; // the others' differ by milliseconds; each reads its edges by its own
  const machine = (at: number) => begin + at * STEP_MS;
  const until = (at: number) => new Promise((done) => setTimeout(done, Math.max(0, machine(at) - Date.now())));
  for (const { child } of peers) await enqueue(child, edgesOf(plan).map(machine));
  const admin = new pg.Client(on.url());
  await admin.connect();
  const meter = new CpuMeter(
    admin,
    new Map(
      running.map(({ variant, child }) => [variant.name, { pid: child.pid as number, database: variant.database }]),
    ),
  );
  const idle: Awaited<ReturnType<typeof meter.during>>[] = [];
  for (const [n, round] of plan.rounds.entries()) {
    await until(round.idleFrom);
    idle.push(await meter.during(machine(round.idleUntil) - Date.now()));
    console.log(`round ${n + 1} of ${plan.rounds.length}: idle measured; now edges fall due`);
    await until((round.instants.at(-1) as number) + 3);
  }
  const measured: Measured[] = [];
  for (const { variant } of running) {
    const effects = await readEffects(on, variant.database);
    const lateIn = (instants: readonly number[]) =>
      effects
        .filter(
          ({ due }) => due > machine((instants[0] as number) - 0.5) && due < machine((instants.at(-1) as number) + 0.5),
        )
        .map(({ late }) => late);
    measured.push({
      name: variant.name,
      due: edgesAt(plan.rounds.flatMap((round) => round.instants)).length,
      idle: idle.map((round) => round.get(variant.name) as NonNullable<ReturnType<typeof round.get>>),
      late: plan.rounds.map((round) => lateIn(round.instants)),
    });
  }
  await admin.end();
  await stop();
  return measured;
}

if (!existsSync("/proc/self/stat")) console.log("CPU time is not measured: this system has no /proc");
try {
  server = await startEmbedded(dir);
  const rows = timerRows(await measure(server));
  console.log(`\nMedians of ${plan.rounds.length} rounds; CPU as a share of one core while nothing is due`);
  console.log(table(timerTable(rows)));
  if (values.json) writeFileSync(values.json, JSON.stringify({ pending, rows }, null, 2));
} finally {
  await cleanUp();
}
