/**
 * Does one key at its full budget slow another down? A noisy key asks as hard as it can, without ever heeding when to come
 * back, in several ways; a quiet one asks all the while, at a steady rate. Windows with and without the noisy key
 * alternate on one desk in a process of its own. It measures and reports; it asserts nothing.
 *
 *   npm run bench -- limits [--seconds n] [--ways pages,verbs] [--json file]
 */

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { median, quantile, table } from "./figures.ts";
import { startLimitsDesk } from "./limits-desk.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string" }, ways: { type: "string" }, json: { type: "string" } },
});
const SECONDS = Number(values.seconds ?? 60);
const WINDOW_S = 5;
const QUIET_EVERY_MS = 45; // within its own budget
const LOOPS = 8;
/** Refusals in a row of eight who ask: by then nothing is left of the burst. */
const SPENT_AFTER = 100;

const desk = await startLimitsDesk();
const { ask } = desk;
const cheap = "{ tickets(first: 10) { edges { node { id number } } } }";
const PAGE = `tickets(first: 100) { edges { node { id number subject status client { name } coverage { outcome }
  slaClocks { dueAt } timeline(first: 5) { edges { node { body } } } } } }`;
let n = 0;
/** What the noisy key asks for. */
const ways: { readonly [way: string]: () => Promise<{ status: number; cost: { actual: number } }> } = {
  pages: () => ask("noisy", `{ ${PAGE} }`),
  verbs: () => ask("noisy", desk.create, { i: { clientId: desk.clientId, subject: "Noise" } }),
  "small questions": () => ask("noisy", "{ viewer { name } }"),
  "a new document each time": () => ask("noisy", `{ a${(n += 1)}: viewer { name } ${"viewer { name } ".repeat(40)} }`),
};

type Tally = { quiet429: number; done: number; refused: number; points: number };

/** Until it is told to stop; a window begins when the burst of a full bucket is spent: measured is the budget. */
async function beNoisy(way: string, until: () => number, tally: Tally): Promise<void> {
  while (performance.now() < until()) {
    const { status, cost } = await (ways[way] as NonNullable<(typeof ways)[string]>)();
    if (status === 429) tally.refused += 1;
    else {
      tally.done += 1;
      tally.points += cost.actual;
    }
  }
}

async function beQuiet(until: number, tally: Tally): Promise<number[]> {
  const all: Promise<number>[] = [];
  while (performance.now() < until) {
    const asked = ask("quiet", cheap).then(({ status, ms }) => {
      if (status === 429) tally.quiet429 += 1;
      return ms;
    });
    all.push(asked);
    await new Promise((turn) => setTimeout(turn, QUIET_EVERY_MS));
  }
  return Promise.all(all);
}

async function beside(way: string, tally: Tally): Promise<number[]> {
  let until = Number.POSITIVE_INFINITY;
  const loops = Promise.all(Array.from({ length: LOOPS }, () => beNoisy(way, () => until, tally)));
  while (tally.refused < SPENT_AFTER) await new Promise((turn) => setTimeout(turn, 10));
  Object.assign(tally, { done: 0, refused: 0, points: 0 });
  until = performance.now() + WINDOW_S * 1000;
  const ms = await beQuiet(until, tally);
  await loops;
  return ms;
}

const count = () => ({ quiet429: 0, done: 0, refused: 0, points: 0 });
await beQuiet(performance.now() + 3_000, count()); // warms up
const rows = [];
for (const way of values.ways?.split(",") ?? Object.keys(ways)) {
  const windows: { alone: number[][]; noisy: number[][] } = { alone: [], noisy: [] };
  const all = count();
  for (let i = 0; i < SECONDS / WINDOW_S; i += 1) {
    windows.alone.push(await beQuiet(performance.now() + WINDOW_S * 1000, all));
    const tally = count();
    windows.noisy.push(await beside(way, tally));
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
    "quiet 429": all.quiet429,
    "noisy points/s": Math.round(all.points / SECONDS),
    "its answers and refusals/s": `${(all.done / SECONDS).toFixed(1)} / ${(all.refused / SECONDS).toFixed(0)}`,
  });
}
console.log(
  `The quiet key's answers without / beside the noisy one, ${SECONDS} s each (windows of ${WINDOW_S} s alternate)`,
);
console.log(table(rows));
if (values.json) writeFileSync(values.json, JSON.stringify({ seconds: SECONDS, rows }, null, 2));
await desk.stop();
