/**
 * How fast operating time is added, and whether rightly: ours beside libraries that people would pick instead, on the
 * same random inputs, in one run. It judges answers and measures time; it asserts nothing about time.
 *
 *   npm run bench -- calendar [--seed n] [--json file]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { addOpen } from "../../api/core/business-calendar/arithmetic.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";
import { definition, hours, slowly, TIME_ZONE, tableOf20Years } from "./calendar-inputs.ts";
import { peers } from "./calendar-peers.ts";
import { rereadClocks } from "./clocks.ts";
import { median, random, table } from "./figures.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, json: { type: "string" } } });
const seed = Number(values.seed ?? 20_261_124);
const next = random(seed);
const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));

type Input = { readonly from: Instant; readonly seconds: Seconds };
const YEAR_2016 = Date.UTC(2016, 0, 1) / 1000;
const inputs = (count: number, days: number, from = YEAR_2016, span = 17 * 365 * 86_400): Input[] =>
  Array.from({ length: count }, () => ({
    from: (from + between(0, span)) as Instant,
    seconds: (between(1, days * 9 * 60) * 60) as Seconds,
  }));

const OURS = 1 << 20;
const series = [
  { name: "up to 20 operating days", own: inputs(OURS, 20), shared: inputs(1_000, 20) },
  { name: "up to 2 years", own: inputs(OURS, 520), shared: inputs(40, 520) },
] as const;

function ourRate(own: readonly Input[]): number {
  const from = Float64Array.from(own, (input) => input.from);
  const seconds = Float64Array.from(own, (input) => input.seconds);
  let sum = 0;
  const began = performance.now();
  for (let i = 0; i < from.length; i += 1) sum += addOpen(hours, from[i] as Instant, seconds[i] as Seconds) as number;
  const took = performance.now() - began;
  if (!Number.isFinite(sum)) throw new Error("an addition has no answer");
  return (from.length / took) * 1000;
}

/** A peer's rate on the same inputs, for a second at most: some would take minutes over all. */
function rateOf(add: (from: number, seconds: number) => number, shared: readonly Input[]): number {
  const began = performance.now();
  let done = 0;
  for (const { from, seconds } of shared) {
    add(from, seconds);
    done += 1;
    if (performance.now() - began > 1_000) break;
  }
  return (done / (performance.now() - began)) * 1000;
}

/** Ours is judged by counting minutes on the wall clock, so that it is not its own judge. */
const judged = inputs(400, 20, Date.UTC(2026, 0, 1) / 1000, 270 * 86_400);
const wrong = judged.filter(({ from, seconds }) => addOpen(hours, from, seconds) !== slowly(from, seconds));
console.log(`seed ${seed}; ${TIME_ZONE}, Mon–Fri 08:30–17:30, ${definition.holidays.length} holidays of 2016–2035`);
console.log(
  `${judged.length - wrong.length} of ${judged.length} of our answers equal a count of minutes on the wall clock\n`,
);

const report: { name: string; rows: object[] }[] = [];
for (const { name, own, shared } of series) {
  const right = new Map(
    peers.map((peer) => [
      peer.name,
      shared.filter(({ from, seconds }) => peer.add(from, seconds) === addOpen(hours, from, seconds)).length,
    ]),
  );
  const rates = new Map<string, number[]>([["Watchdesk", []], ...peers.map((p) => [p.name, []] as [string, number[]])]);
  for (let round = 0; round < 6; round += 1) {
    const measured: [string, number][] = [["Watchdesk", Math.max(ourRate(own), 0)]];
    for (const peer of peers) {
      measured.push([peer.name, rateOf(peer.add, shared)]);
    }
    if (round > 0) for (const [who, rate] of measured) rates.get(who)?.push(rate); // the first one warms up
  }
  const ours = median(rates.get("Watchdesk") ?? []);
  const rows = [...rates].map(([who, of]) => ({
    who,
    perSecond: Math.round(median(of)),
    right: who === "Watchdesk" ? "judge" : `${right.get(who)} of ${shared.length}`,
    oursIs: who === "Watchdesk" ? "" : `${Math.round(ours / median(of)).toLocaleString("en")} ×`,
  }));
  console.log(`Additions a second, ${name} (median of 5 rounds)`);
  console.log(`${table(rows.map((row) => ({ ...row, perSecond: row.perSecond.toLocaleString("en") })))}\n`);
  report.push({ name, rows });
}

const size = tableOf20Years();
console.log(
  `20 years prepared: ${size.bytes.toLocaleString("en")} bytes of tables for ${size.years} years, in ${size.ms.toFixed(1)} ms`,
);
const reread = rereadClocks(100_000, seed);
console.log(
  `100,000 open clocks re-read from their facts: ${reread.ms.toFixed(0)} ms (median of ${reread.rounds}); ${reread.mix}`,
);
if (values.json) writeFileSync(values.json, JSON.stringify({ seed, series: report, size, reread }, null, 2));
if (wrong.length > 0) process.exitCode = 1;
