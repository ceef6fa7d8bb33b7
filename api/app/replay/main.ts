import { accessSync, constants, existsSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DeskError } from "../../../schema/sdk/errors.ts";
import { attainmentOfRule, compare, readAnswers, readAttainment, readVerdicts } from "./answers.ts";
import { BadInput } from "./bad-input.ts";
import { schedule } from "./minutes.ts";
import { backlogAt, isEqual, readMoments } from "./moments.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { readPlanFile } from "./plan-file.ts";
import { print } from "./print.ts";
import { replay } from "./replay.ts";
import { instantOf, readRows } from "./rows.ts";

const here = fileURLToPath(import.meta.url);
const plans = [join(here, "../plans"), join(here, "../../app/replay/plans")].find(existsSync) as string;

/** Everything that was given is read and checked before a desk is started: nothing is left half done. */
async function main(options: Options): Promise<number> {
  if (options.out) mustBeWritable(options.out);
  const plan = readPlanFile(options.plan ?? join(plans, "service-desk-2016.json"));
  const beside =
    options.beside && readPlanFile(options.beside === "default" ? join(plans, "default-rulings.json") : options.beside);
  const answers = options.answers ? await readAnswers(options.answers) : null;
  const moments = options.oracle ? readMoments(options.oracle) : null;
  let rows = await readRows(options.events);
  if (options.limit) {
    const first = new Set([...new Set(rows.map((r) => r.number))].slice(0, options.limit));
    rows = rows.filter((r) => first.has(r.number));
  }
  const log = schedule(rows);
  print.line(`${rows.length.toLocaleString("en")} rows of ${log.incidents.toLocaleString("en")} incidents`);

  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const runs = [{ name: plan.plan.code, file: plan, data: options.data }];
  if (beside) runs.push({ name: beside.plan.code, file: beside, data: `${options.data}-beside` });
  const results: object[] = [];
  const seen: Map<string, boolean | null>[] = [];
  for (const run of runs) {
    const played = await replay(log, run.file, options, resolve(run.data), stopping.signal);
    try {
      print.run(run.name, played);
      const result: Record<string, unknown> = {
        run: run.name,
        rows: played.rows,
        seconds: played.seconds,
        requests: played.requests,
        quiet: played.quiet,
        oddities: played.oddities,
      };
      if (!played.finished) {
        print.line("Stopped. Run the same command again to go on from here.");
        return 130;
      }
      if (answers) {
        const verdicts = await readVerdicts(played.desk);
        seen.push(verdicts);
        const compared = compare(verdicts, answers);
        const [first, last] = [log.minutes[0]?.at ?? 0, log.minutes.at(-1)?.at ?? 0];
        const attained = await readAttainment(
          played.desk,
          instantOf(first).slice(0, 10),
          instantOf(last + 1440).slice(0, 10),
        );
        print.comparison(compared);
        print.attainment(attained, attainmentOfRule(verdicts.keys(), answers));
        Object.assign(result, { compared: { ...compared, differing: compared.differing.length }, attained });
      }
      if (moments) {
        const counted = await Promise.all(
          moments.map(async (wanted) => ({ wanted, desk: await backlogAt(played.desk, wanted.at) })),
        );
        print.moments(counted);
        Object.assign(result, {
          momentsEqual: counted.filter(({ wanted, desk }) => isEqual(wanted, desk)).length,
          moments: counted.length,
        });
      }
      const peaks = played.peaks();
      print.peaks(peaks);
      results.push({ ...result, peaks });
      if (options.out) writeFileSync(options.out, `${JSON.stringify(results, null, 2)}\n`);
    } finally {
      await played.close();
    }
  }
  if (seen.length === 2) print.beside(runs[1]?.name ?? "", seen[0] as never, seen[1] as never);
  return 0;
}

/** Asked first: an hour's result must not be lost for want of a folder. */
function mustBeWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new BadInput(`--out: there is no folder ${folder}: make it first.`);
  if (existsSync(file) && statSync(file).isDirectory()) throw new BadInput(`--out: ${file} is a folder, not a file.`);
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch (error) {
    throw new BadInput(`--out: ${file} cannot be written (${(error as Error).message}).`);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) process.exitCode = await main(options);
  else print.line(USAGE);
} catch (error) {
  if (error instanceof DeskError)
    process.stderr.write(
      `The desk refused a request: ${error.message} Run the same command again to go on from here.\n`,
    );
  else if (error instanceof BadInput) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
