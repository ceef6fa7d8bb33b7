/**
 * Does one key at its full budget slow another down? A noisy key asks as hard as it can, without ever heeding when to come
 * back, in several ways; a quiet one asks all the while, at a steady rate. Windows with and without the noisy key
 * alternate on one desk in a process of its own. It measures and reports; it asserts nothing.
 *
 *   npm run bench -- limits [--seconds n] [--ways pages,verbs] [--json file]
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { median, quantile, table } from "./figures.ts";
import { startLimitsDesk } from "./limits-desk.ts";
import type { Order, Tally } from "./limits-noise.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string" }, ways: { type: "string" }, json: { type: "string" } },
});
const SECONDS = Number(values.seconds ?? 60);
const WINDOW_S = 5;
const QUIET_EVERY_MS = 45; // within its own budget

const desk = await startLimitsDesk();
const { ask } = desk;
const cheap = "{ tickets(first: 10) { edges { node { id number } } } }";
const noise = fork(
  new URL("./limits-noise.ts", import.meta.url),
  [desk.origin, desk.clientId, JSON.stringify(desk.who)],
  { execArgv: process.execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] },
);
const heard = async <T>(): Promise<T> => (await once(noise, "message"))[0] as T;
const ways = await heard<string[]>();
let quiet429 = 0;

async function beQuiet(): Promise<number[]> {
  const until = performance.now() + WINDOW_S * 1000;
  const all: Promise<number>[] = [];
  while (performance.now() < until) {
    const asked = ask("quiet", cheap).then(({ status, ms }) => {
      if (status === 429) quiet429 += 1;
      return ms;
    });
    all.push(asked);
    await new Promise((turn) => setTimeout(turn, QUIET_EVERY_MS));
  }
  return Promise.all(all);
}

/** A window begins when the burst of a full bucket is spent: measured is the budget. */
async function beside(way: string): Promise<{ ms: number[]; tally: Tally }> {
  noise.send({ way } satisfies Order);
  await heard<"spent">();
  const ms = await beQuiet();
  noise.send("stop" satisfies Order);
  return { ms, tally: await heard<Tally>() };
}

await beQuiet(); // warms up
const rows = [];
for (const way of values.ways?.split(",") ?? ways) {
  const windows: { alone: number[][]; noisy: number[][] } = { alone: [], noisy: [] };
  const all: Tally = { done: 0, refused: 0, points: 0 };
  quiet429 = 0;
  for (let i = 0; i < SECONDS / WINDOW_S; i += 1) {
    windows.alone.push(await beQuiet());
    const { ms, tally } = await beside(way);
    windows.noisy.push(ms);
    for (const name of Object.keys(all) as (keyof Tally)[]) all[name] += tally[name];
  }
  const at = (which: "alone" | "noisy", q: number) => quantile(windows[which].flat(), q);
  const ofWindows = (which: "alone" | "noisy") => median(windows[which].map((w) => quantile(w, 0.99)));
  const pair = (of: (which: "alone" | "noisy") => number) => `${of("alone").toFixed(1)} / ${of("noisy").toFixed(1)}`;
  rows.push({
    "noisy key asks for": way,
    "p50, ms": pair((w) => at(w, 0.5)),
    "p95, ms": pair((w) => at(w, 0.95)),
    "p99, ms": pair((w) => at(w, 0.99)),
    moved: `${((at("noisy", 0.99) / at("alone", 0.99) - 1) * 100).toFixed(0)} %`,
    "p99 of a window": pair(ofWindows),
    "quiet 429": quiet429,
    "noisy points/s": Math.round(all.points / SECONDS),
    "its answers and refusals/s": `${(all.done / SECONDS).toFixed(1)} / ${(all.refused / SECONDS).toFixed(0)}`,
  });
}
console.log(
  `The quiet key's answers without / beside the noisy one, ${SECONDS} s each (windows of ${WINDOW_S} s alternate)`,
);
console.log(table(rows));
if (values.json) writeFileSync(values.json, JSON.stringify({ seconds: SECONDS, rows }, null, 2));
noise.disconnect();
await desk.stop();
