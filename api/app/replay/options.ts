import { parseArgs } from "node:util";
import { BadInput } from "./bad-input.ts";

export const USAGE = `npm run replay -- <events.csv[.gz]> [options]

  --plan <file>       plan and calendar to replay under (default: the one of the 2016 service desk)
  --beside <file>     a second run under another plan, printed beside the first; "default" for the default rulings
  --speed <s>         max (default), or 600x: virtual seconds per real second, to watch the wall meanwhile
  --until <instant>   stop before this instant of the log
  --answers <file>    one row per incident with the verdicts to compare with (rule_made_sla, made_sla)
  --oracle <file>     counts at chosen moments to compare with (snapshots_from_rows)
  --data <folder>     where the sandbox keeps its data (default .data/replay); resumes what is there
  --url, --token      drive a running sandbox instead, as a manager
  --limit <n>         only the first n incidents
  --out <file>        write the result as JSON
  --keep              leave the desk running at the end
  --help              this text`;

/** How a fault of the command line ends. */
const SEE_HELP = "(see npm run replay -- --help)";

export type Options = {
  events: string;
  plan: string | null;
  beside: string | null;
  rate: number | null;
  until: string | null;
  answers: string | null;
  oracle: string | null;
  data: string;
  url: string | null;
  token: string | null;
  limit: number | null;
  out: string | null;
  keep: boolean;
};

/** Reads the command line; every fault is reported. Null is a wish for help. */
export function readOptions(args: readonly string[]): Options | null {
  const faults: string[] = [];
  const text = { type: "string" } as const;
  let parsed: ReturnType<typeof parse>;
  const parse = () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        plan: text,
        beside: text,
        speed: text,
        until: text,
        answers: text,
        oracle: text,
        data: text,
        url: text,
        token: text,
        limit: text,
        out: text,
        keep: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  try {
    parsed = parse();
  } catch (error) {
    // what follows the first sentence is about files whose names begin with a dash
    throw new BadInput(`${(error as Error).message.split(/\n|\. To specify/)[0]} ${SEE_HELP}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return null;
  const [events, ...others] = positionals;
  if (!events || others.length > 0) faults.push(`Give one file of events ${SEE_HELP}.`);
  const speed = values.speed ?? "max";
  const rate = /^(\d+(\.\d+)?)x$/.exec(speed)?.[1];
  if (speed !== "max" && !(Number(rate) > 0))
    faults.push(`--speed: expected max or a rate such as 600x, got "${speed}"`);
  // with its offset: without one it would be this machine's own time
  if (values.until !== undefined && !(/T.*(Z|[+-]\d\d:\d\d)$/.test(values.until) && Date.parse(values.until) > 0))
    faults.push(`--until: expected an instant such as 2016-03-15T12:00:00Z, got "${values.until}"`);
  if (values.limit !== undefined && !/^[1-9]\d*$/.test(values.limit))
    faults.push(`--limit: expected a whole number, got "${values.limit}"`);
  if ((values.url === undefined) !== (values.token === undefined)) faults.push("--url and --token go together.");
  if (values.url !== undefined && values.beside !== undefined)
    faults.push("--beside: two runs need a desk each, and --url names one.");
  if (values.url !== undefined && !isWebAddress(values.url))
    faults.push(`--url: expected an address such as http://127.0.0.1:4000/graphql, got "${values.url}"`);
  if (faults.length > 0) throw new BadInput(...faults);
  return {
    events: events as string,
    plan: values.plan ?? null,
    beside: values.beside ?? null,
    rate: rate ? Number(rate) : null,
    until: values.until ? new Date(values.until).toISOString() : null,
    answers: values.answers ?? null,
    oracle: values.oracle ?? null,
    data: values.data ?? ".data/replay",
    url: values.url ?? null,
    token: values.token ?? null,
    limit: values.limit ? Number(values.limit) : null,
    out: values.out ?? null,
    keep: values.keep,
  };
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
