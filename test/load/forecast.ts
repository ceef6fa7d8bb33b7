/**
 * How far the breach forecast can be trusted: precision and recall on replayed days of a real service desk's log, beside
 * two baselines. At each full hour of a day the forecast says which of the waiting tickets will be answered too late if everybody
 * goes on taking the first of the queue; the replay, in which everybody does, says which were. The real incidents arrive at their
 * real minutes and turn out to be their real work, neither of which the forecast knows ahead: its pace and what it expects
 * to arrive are those of the four weeks before.
 *
 *   npm run bench -- forecast <incident_events.csv[.gz]> [--seed n] [--days n] [--others] [--json file]
 *
 * `--others` measures on all days that the seed did not choose: those the forecast may be improved on.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { table } from "./figures.ts";
import { incidentsOf, readLog } from "./forecast-log.ts";
import { DAYS, measure, SEED } from "./forecast-measure.ts";
import type { Score } from "./forecast-score.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ seed: { type: "string" }, days: { type: "string" } },
    ...{ others: { type: "boolean" }, json: { type: "string" } },
  },
});
const [file] = positionals;
const [seed, count] = [Number(values.seed ?? SEED), Number(values.days ?? DAYS)];
if (!file || !Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error("Name an incident log: npm run bench -- forecast <incident_events.csv[.gz]> [--seed n] [--days n]");
  process.exit(2);
}

const result = measure(incidentsOf(await readLog(file)), { seed, count, others: values.others ?? false });
const rows = (scores: readonly Score[]) =>
  table(
    scores.map(({ method, hits, falseAlarms, missed, precision, recall, f1, warningMinutes }) => ({
      ...{ method, precision: precision.toFixed(3), recall: recall.toFixed(3), F1: f1.toFixed(3) },
      ...{ hits, "false alarms": falseAlarms, missed, "minutes of warning": warningMinutes ?? "–" },
    })),
  );
const about = ({ judged, broken }: { judged: number; broken: number }) =>
  `${broken.toLocaleString("en")} of ${judged.toLocaleString("en")} judged were broken`;

console.log(`seed ${seed}${result.others ? ", the days it leaves" : ""}; ${result.days.length} days (technicians):`);
console.log(`  ${result.days.map(({ day, technicians }) => `${day} (${technicians})`).join(", ")}`);
console.log(`assumed:\n${result.assumed.map((line) => `  ${line}`).join("\n")}\n`);
console.log(`Promises at each full hour; ${about(result)}\n${rows(result.scores.slice(0, 3))}`);
console.log(`better than each of the two baselines in: ${result.betterIn.join(", ") || "nothing"}; judged by F1\n`);
console.log(`For information\n${rows(result.scores.slice(3))}\n`);
console.log(
  `For information, against the real desk, where nobody takes the first of a queue; ${about(result.history)}\n${rows(result.history.scores)}`,
);
if (values.json) writeFileSync(values.json, JSON.stringify(result, null, 2));
