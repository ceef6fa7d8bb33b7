import { join, resolve } from "node:path";
import { type Config, readConfig } from "../../platform/config.ts";
import { createOrm } from "../../platform/database.ts";
import { NoDatabase } from "../../platform/postgres-binaries.ts";
import { visitEmbedded } from "../../platform/visit-postgres.ts";
import { entities } from "../entities.ts";
import { kindOf } from "../kind-of-desk.ts";
import { createManager } from "./create-manager.ts";
import { doctor } from "./doctor.ts";
import { importSupport } from "./import-support.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { rebuild } from "./rebuild.ts";
import { retireEvents } from "./retire-events.ts";

const NAME = "watchdesk";
const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function run(options: Options, config: Config): Promise<number> {
  const { databaseUrl, dataDir, feedRetentionDays: retentionDays, publicUrl, host, port } = config;
  const visited =
    databaseUrl === null
      ? await visitEmbedded(join(resolve(options.data ?? dataDir), options.sandbox ? "sandbox" : "desk"))
      : null;
  try {
    const url = databaseUrl ?? (visited?.url(NAME) as string);
    if ((await kindOf(url)) === "NOTHING") {
      complain("There is no desk in this database yet: start it once.");
      return 2;
    }
    const orm = await createOrm(url, entities, 2);
    try {
      if (options.command === "create-manager") {
        const origin = publicUrl ?? `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
        const { email, name, json } = options;
        return await createManager(orm, { email: email as string, name, json, origin }, say, complain);
      }
      const em = orm.em.fork() as Parameters<typeof doctor>[0];
      if (options.command === "import-support") return await importSupport(em, options, say, complain);
      if (options.command === "retire-events") return await retireEvents(em, options, retentionDays, say);
      return options.command === "doctor" ? await doctor(em, options, say) : await rebuild(em, options, say, complain);
    } finally {
      await orm.close(true);
    }
  } finally {
    await visited?.stop();
  }
}

const read = readOptions(process.argv.slice(2));
const set = readConfig(process.env);
const faults = [...("faults" in read ? read.faults : []), ...("faults" in set ? set.faults : [])];
if ("faults" in read || "faults" in set) {
  for (const fault of faults) complain(fault);
  complain("(see npm run desk -- --help)");
  process.exitCode = 2;
} else if (read.options.command === null) say(USAGE);
else
  try {
    process.exitCode = await run(read.options, set.config);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof NoDatabase) && code !== "ECONNREFUSED" && code !== "28P01") throw error;
    complain(error instanceof NoDatabase ? message : `The database does not answer (${message || code}).`);
    process.exitCode = 2;
  }
