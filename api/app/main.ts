import { readConfig } from "../platform/config.ts";
import { InUse } from "../platform/embedded-postgres.ts";
import { NoDatabase } from "../platform/postgres-binaries.ts";
import { CannotStart } from "./find-database.ts";
import { Life } from "./life.ts";
import { readOptions, USAGE } from "./options.ts";
import { start } from "./start.ts";

/** Faults are said in one sentence each, and end with exit code 2; anything else is a bug and shows its stack. */
const giveUp = (...faults: string[]): never => {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(2);
};

const life = new Life().untilToldToStop();
const read = readOptions(process.argv.slice(2));
const set = readConfig(process.env);
const faults = [...("faults" in read ? read.faults : []), ...("faults" in set ? set.faults : [])];
if ("faults" in read || "faults" in set) giveUp(...faults);
else if (read.options.help) process.stdout.write(`${USAGE}\n`);
else
  await start(set.config, read.options, life).catch((error: unknown) => {
    if (life.over) return; // told to stop in the midst of it
    if (error instanceof CannotStart || error instanceof InUse || error instanceof NoDatabase) giveUp(error.message);
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      giveUp(
        `Port ${(error as { port?: number }).port} is in use: stop what runs there, or choose another with --port (0 takes a free one).`,
      );
    throw error;
  });
