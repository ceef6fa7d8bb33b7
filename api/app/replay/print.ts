import type { Attained, Comparison } from "./answers.ts";
import { isEqual, type Moment } from "./moments.ts";
import type { Played } from "./replay.ts";

const n = (value: number) => value.toLocaleString("en");
const MOST_BESIDE = 200;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What a person reads at the end. */
export const print = {
  line: say,

  run(name: string, played: Played): void {
    const rows = played.rows - played.already;
    const rate = Math.round(rows / Math.max(played.seconds, 0.001));
    const before = played.already > 0 ? ` (after ${n(played.already)} in an earlier run)` : "";
    say(
      `\n${name}: ${n(rows)} rows${before} in ${played.seconds.toFixed(1)} s (${rate} rows/s), ${n(played.requests)} requests, ${n(played.quiet)} rows changed nothing the desk models`,
    );
    for (const { kind, count, examples } of played.oddities)
      say(`  odd: ${kind}: ${n(count)} (${examples.join("; ")})`);
  },

  comparison(compared: Comparison): void {
    say(`  verdicts equal to the rule: ${n(compared.equalToRule)} of ${n(compared.incidents)}`);
    say(`  verdicts equal to the recorded ones: ${n(compared.equalToOwn)} of ${n(compared.incidents)}`);
    for (const d of compared.differing.slice(0, 20)) say(`    ${d.number}: desk ${word(d.desk)}, rule ${word(d.rule)}`);
    if (compared.differing.length > 20) say(`    … and ${n(compared.differing.length - 20)} more`);
  },

  attainment(desk: readonly Attained[], rule: readonly Attained[]): void {
    for (const wanted of rule) {
      const own = desk.find((row) => row.priority === wanted.priority);
      const equal = own?.met === wanted.met && own.missed === wanted.missed;
      say(
        `  priority ${wanted.priority}: desk ${own ? `${n(own.met)} of ${n(own.met + own.missed)}` : "nothing"}, rule ${n(wanted.met)} of ${n(wanted.met + wanted.missed)}${equal ? "" : "  DIFFERS"}`,
      );
    }
  },

  moments(counted: readonly { wanted: Moment; desk: Moment }[]): void {
    for (const { wanted, desk } of counted) {
      const equal = isEqual(wanted, desk);
      say(
        `  ${wanted.at.slice(0, 16)}: open ${n(desk.open)}, unresolved ${n(desk.unresolved)}${equal ? " (equal, by priority too)" : ` DIFFERS from ${JSON.stringify(wanted)}: ${JSON.stringify(desk)}`}`,
      );
    }
  },

  beside(name: string, first: ReadonlyMap<string, boolean | null>, second: ReadonlyMap<string, boolean | null>): void {
    const differing = [...first].filter(([number, verdict]) => second.get(number) !== verdict);
    say(`\nUnder ${name}, ${n(differing.length)} verdicts differ:`);
    for (const [number, verdict] of differing.slice(0, MOST_BESIDE))
      say(`  ${number}: ${word(verdict)} → ${word(second.get(number) ?? null)}`);
    if (differing.length > MOST_BESIDE) say(`  … and ${n(differing.length - MOST_BESIDE)} more`);
  },

  peaks(peaks: { [part: string]: number }): void {
    say(
      `  peak memory: ${Object.entries(peaks)
        .map(([part, mb]) => `${part} ${mb} MB`)
        .join(", ")}`,
    );
  },
};

const word = (verdict: boolean | null): string => (verdict === null ? "open" : verdict ? "met" : "missed");
