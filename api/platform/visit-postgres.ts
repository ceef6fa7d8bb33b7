import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { dataDirOf, type Embedded, startEmbedded } from "./embedded-postgres.ts";
import { SUPERUSER } from "./initialise-postgres.ts";
import { NoDatabase } from "./postgres-binaries.ts";
import { whatServes } from "./running-postgres.ts";

/**
 * The embedded database for the length of a command: the running desk's own, left running; or one that is started for
 * this and stopped again. Never makes a database.
 */
export async function visitEmbedded(wanted: string): Promise<Pick<Embedded, "url" | "dataDir" | "stop">> {
  const dataDir = dataDirOf(wanted);
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0)
    throw new NoDatabase(`There is no desk in ${dataDir}: start one first, or name its folder with --data.`);
  const running = await runningOn(dataDir);
  return running ? { url: running, dataDir, stop: async () => {} } : startEmbedded(wanted);
}

async function runningOn(dataDir: string): Promise<Embedded["url"] | null> {
  const pidFile = join(dataDir, "postmaster.pid");
  const passwordFile = join(dataDir, "watchdesk-password");
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  const port = readFileSync(pidFile, "utf8").split("\n")[3];
  const password = readFileSync(passwordFile, "utf8");
  const url = (database = "postgres") => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const served = await whatServes(url());
  return served?.dataDir === realpathSync(dataDir) ? url : null;
}
