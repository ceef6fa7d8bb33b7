import { parseArgs } from "node:util";

export const USAGE = `npm run desk -- <command> [options]

  doctor           says whether the desk is sound: versions, time zones, holidays, timers, the event log
  rebuild-clocks   reads every clock from its facts again and lists what differs; --write mends it

  create-manager   lets in the first person who can let others in, and prints the link to set a password:
                   --email <address> [--name <name>]
  retire-events    lists what of the event log is older than the change feed goes back (FEED_RETENTION_DAYS); --write
                   takes it out of the log and leaves it as tables of its own, --write --drop deletes it

  import-support <file or address>
                   shows what manufacturer data in the public format of endoflife.date would change, and which devices
                   leave coverage; --write saves it. --product <code> where a list's file is not called after its product

  --data <folder>  where the embedded database lies (default .data, or DATA_DIR)
  --sandbox        the sandbox in that folder instead of the desk
  --write          mend what differs (rebuild-clocks; sealed verdicts are never touched), or save (import-support)
  --drop           delete what is taken out of the log (retire-events)
  --json           answer as JSON
  --help           this text

DATABASE_URL names a PostgreSQL of your own. Works while the desk runs, and while it is stopped.
Exit code: 0 sound, 1 something to look at, 2 could not look.`;

const COMMANDS = ["doctor", "rebuild-clocks", "retire-events", "create-manager", "import-support"] as const;
export type Options = {
  command: (typeof COMMANDS)[number] | null;
  data: string | null;
  sandbox: boolean;
  write: boolean;
  drop: boolean;
  json: boolean;
  email: string | null;
  name: string | null;
  /** What import-support reads: a file, or an address. */
  source: string | null;
  product: string | null;
};

/** Reads the command line; every fault is reported, each in one sentence. `command` null: help is wanted. */
export function readOptions(args: readonly string[]): { options: Options } | { faults: string[] } {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: text,
        email: text,
        name: text,
        product: text,
        sandbox: flag,
        write: flag,
        drop: flag,
        json: flag,
        help: flag,
      },
    });
    const command = COMMANDS.find((c) => c === positionals[0]) ?? null;
    const faults: string[] = [];
    const source = command === "import-support" ? (positionals[1] ?? null) : null;
    if (command === "import-support" && source === null && !values.help)
      faults.push("import-support: expected a file or an address to read.");
    if (values.product !== undefined && command !== "import-support")
      faults.push("--product: only import-support takes it.");
    if (positionals.length > (source === null ? 1 : 2))
      faults.push(`One command at a time: got ${positionals.join(" ")}.`);
    if (positionals[0] !== undefined && !command)
      faults.push(`There is no command ${JSON.stringify(positionals[0])}: there are ${COMMANDS.join(", ")}.`);
    if (values.data?.trim() === "") faults.push(`--data: expected a path, got "${values.data}"`);
    if (values.write && command === "doctor") faults.push("--write: the doctor only looks; rebuild-clocks mends.");
    if (values.drop && (command !== "retire-events" || !values.write))
      faults.push("--drop: only with retire-events --write.");
    if (command === "create-manager" && !values.email?.includes("@") && !values.help)
      faults.push("--email: expected the address that the manager will sign in with.");
    if (command !== "create-manager" && (values.email ?? values.name) !== undefined)
      faults.push("--email, --name: only create-manager takes them.");
    if (faults.length > 0) return { faults };
    const { data = null, email = null, name = null, product = null, sandbox, write, drop, json, help } = values;
    return {
      options: { command: help ? null : command, data, sandbox, write, drop, json, email, name, source, product },
    };
  } catch (error) {
    return { faults: [(error as Error).message.split(". ")[0] as string] };
  }
}
