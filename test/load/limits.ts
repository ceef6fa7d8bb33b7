/**
 * Does one key at its full budget slow another down? Windows with and without the noisy key alternate on one desk in a
 * process of its own; the quiet key asks all the while, at a steady rate. It measures and reports; it asserts nothing.
 *
 *   npm run bench -- limits [--seconds n] [--json file]
 */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import type { Ready } from "../../api/app/ready-file.ts";
import { median, quantile, table } from "./figures.ts";

const { values } = parseArgs({ options: { seconds: { type: "string" }, json: { type: "string" } } });
const SECONDS = Number(values.seconds ?? 60);
const WINDOW_S = 5;
const QUIET_EVERY_MS = 40;

const folder = mkdtempSync(join(tmpdir(), "watchdesk-bench-"));
const readyFile = join(folder, "ready.json");
const program = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));
const desk: ChildProcess = spawn(
  process.execPath,
  [program, "--sandbox", "--port", "0", "--data", join(folder, "data"), "--ready-file", readyFile],
  { stdio: "ignore" },
);
while (!existsSync(readyFile)) await new Promise((turn) => setTimeout(turn, 100));
const ready: Ready = JSON.parse(readFileSync(readyFile, "utf8"));
const { origin } = new URL(ready.url);
const pool = new Pool(origin, { connections: 32 });

const ask = async (token: string, query: string, variables: object = {}) => {
  const began = performance.now();
  const { statusCode, body } = await pool.request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await body.text();
  return { status: statusCode, ms: performance.now() - began, answer: JSON.parse(text) };
};

const { partner: noisy, otherPartner: quiet, manager } = ready.tokens as Required<Ready["tokens"]>;
const { answer } = await ask(manager, "{ clients(first: 1) { edges { node { id } } } }");
const clientId = answer.data.clients.edges[0].node.id;
for (let i = 0; i < 200; i += 1)
  await ask(manager, "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } } }", {
    i: { clientId, subject: `Ticket ${i}` },
  });

const dear =
  "{ tickets(first: 100) { edges { node { id number subject status client { name } coverage { outcome } slaClocks { dueAt } timeline(first: 5) { edges { node { body } } } } } } }";
const cheap =
  "{ viewer { kind name } tickets(first: 10) { edges { node { id number } } } apiLimits { operationCost } }";

const quietMs: { alone: number[][]; beside: number[][] } = { alone: [], beside: [] };
const tally = { quiet429: 0, noisyDone: 0, noisy429: 0, points: 0 };

/** As hard as it may: always eight at once; told to wait, it tries again a little later, not when it was told to. */
async function beNoisy(until: number): Promise<void> {
  while (performance.now() < until) {
    const {
      status,
      answer: { extensions },
    } = await ask(noisy, dear);
    if (status === 429) {
      tally.noisy429 += 1;
      await new Promise((turn) => setTimeout(turn, 50));
    } else {
      tally.noisyDone += 1;
      tally.points += extensions.cost.actual;
    }
  }
}

async function beQuiet(until: number, into: number[]): Promise<void> {
  const all: Promise<void>[] = [];
  while (performance.now() < until) {
    all.push(
      ask(quiet, cheap).then(({ status, ms }) => {
        into.push(ms);
        if (status === 429) tally.quiet429 += 1;
      }),
    );
    await new Promise((turn) => setTimeout(turn, QUIET_EVERY_MS));
  }
  await Promise.all(all);
}

await beQuiet(performance.now() + 3_000, []); // warms up
const eightLoops = (until: number) => Promise.all(Array.from({ length: 8 }, () => beNoisy(until)));
for (let window = 0; window < (SECONDS * 2) / WINDOW_S; window += 1) {
  const isNoisy = window % 2 === 1;
  if (isNoisy) {
    // what flowed in meanwhile, and the burst of a full bucket, is spent first: measured is the budget, not the burst
    const before = { ...tally };
    await eightLoops(performance.now() + 3_000);
    Object.assign(tally, before);
  }
  const until = performance.now() + WINDOW_S * 1000;
  const into: number[] = [];
  await Promise.all([beQuiet(until, into), ...(isNoisy ? [eightLoops(until)] : [])]);
  (isNoisy ? quietMs.beside : quietMs.alone).push(into);
}
const rows = (["alone", "beside"] as const).map((which) => {
  const all = quietMs[which].flat();
  return {
    quietKey: which === "alone" ? "alone" : "beside a noisy one",
    requests: all.length,
    p50: quantile(all, 0.5).toFixed(1),
    p95: quantile(all, 0.95).toFixed(1),
    p99: quantile(all, 0.99).toFixed(1),
    p99OfWindows: median(quietMs[which].map((w) => quantile(w, 0.99))).toFixed(1),
  };
});
const moved = Number(rows[1]?.p99) / Number(rows[0]?.p99) - 1;
console.log(`The quiet key's answers, in ms, over ${SECONDS} s each way (windows of ${WINDOW_S} s alternate)`);
console.log(table(rows));
console.log(`p99 moved by ${(moved * 100).toFixed(0)} %; the quiet key saw ${tally.quiet429} refusals`);
console.log(
  `the noisy key: ${tally.noisyDone} answers of ${Math.round(tally.points / SECONDS)} points a second in all, ${tally.noisy429} refusals`,
);
if (values.json) writeFileSync(values.json, JSON.stringify({ seconds: SECONDS, rows, moved, ...tally }, null, 2));
await pool.close();
const ended = new Promise((done) => desk.once("exit", done));
desk.kill("SIGTERM");
await ended;
rmSync(folder, { recursive: true, force: true });
