import { parseArgs } from "node:util";

/** How a desk is started. */
export type StartOptions = {
  role: "all" | "api" | "worker";
  port: number | null;
  data: string | null;
  readyFile: string | null;
  sandbox: boolean;
  empty: boolean;
  demoReset: boolean;
  help: boolean;
};

export const USAGE = `npm start -- [options]

  --port <n>          port to serve on; 0 takes a free one (default 4000, or PORT)
  --data <folder>     where the embedded database lies (default .data, or DATA_DIR)
  --ready-file <path> write { url, wsUrl, boardUrl, tokens, … } there once the desk serves
  --role <role>       all (default), api or worker
  --sandbox           a desk whose clock can be set
  --empty             no demo data
  --demo-reset        start the demo over
  --help              this text

DATABASE_URL names a PostgreSQL of your own (15 or later); such a desk has no demo.`;

/** Reads the command line; every fault is reported, each in one sentence. */
export function readOptions(args: readonly string[]): { options: StartOptions } | { faults: string[] } {
  const faults: string[] = [];
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        role: { type: "string", default: "all" },
        port: { type: "string" },
        data: { type: "string" },
        "ready-file": { type: "string" },
        sandbox: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
        "demo-reset": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const { role, port } = values;
    if (role !== "all" && role !== "api" && role !== "worker")
      faults.push(`--role: expected all, api or worker, got "${role}"`);
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
      faults.push(`--port: expected a number from 0 to 65535, got "${port}"`);
    for (const flag of ["data", "ready-file"] as const)
      if (values[flag]?.trim() === "") faults.push(`--${flag}: expected a path, got "${values[flag]}"`);
    const options = {
      role: role as StartOptions["role"],
      port: port === undefined ? null : Number(port),
      data: values.data ?? null,
      readyFile: values["ready-file"] ?? null,
      sandbox: values.sandbox,
      empty: values.empty,
      demoReset: values["demo-reset"],
      help: values.help,
    };
    return faults.length > 0 ? { faults } : { options };
  } catch (error) {
    return { faults: [`${(error as Error).message.split("\n")[0]} (see npm start -- --help)`] };
  }
}
