import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Config } from "../platform/config.ts";
import { type Embedded, startEmbedded } from "../platform/embedded-postgres.ts";
import { installRoles, ROLES, type RoleUrls } from "../platform/roles.ts";
import { kindOf } from "./kind-of-desk.ts";
import type { StartOptions } from "./options.ts";

export type Database = { urls: RoleUrls; embedded: Embedded | null; where: string };

/** A start that cannot go on, said in one sentence. */
export class CannotStart extends Error {}

const NAME = "watchdesk";

/** Several processes of one desk may start at once on a database: they set it up one after the other. Answers how to let the next one in. */
export async function oneAtATime(url: string | null): Promise<() => Promise<void>> {
  if (url === null) return async () => {};
  const client = await connected("DATABASE_URL", url);
  await client.query("select pg_advisory_lock(7003)");
  return () => client.end();
}

/** The operator's database, or the embedded one. */
export async function findDatabase(config: Config, options: StartOptions & { unfinished: boolean }): Promise<Database> {
  if (config.databaseUrl !== null) return ownDatabase(config, config.databaseUrl);
  const dir = join(resolve(options.data ?? config.dataDir), options.sandbox ? "sandbox" : "desk");
  if (options.demoReset) await removeDemo(dir, options.unfinished);
  // a sandbox is for trying things: it may lose its last second when the machine does
  const embedded = await startEmbedded(dir, { durable: !options.sandbox });
  const urls = await installRoles(embedded.url(), NAME);
  return { urls, embedded, where: `embedded PostgreSQL, data in ${embedded.dataDir}` };
}

/** `--demo-reset` throws away a demo, and nothing else. */
async function removeDemo(dir: string, unfinished: boolean): Promise<void> {
  const old = await startEmbedded(dir, { durable: false });
  try {
    if (!unfinished && (await kindOf(old.url(NAME))) === "DESK")
      throw new CannotStart(`--demo-reset: ${old.dataDir} holds a desk that is no demo; nothing was thrown away.`);
  } finally {
    await old.stop();
  }
  rmSync(old.dataDir, { recursive: true, force: true });
}

async function ownDatabase(config: Config, url: string): Promise<Database> {
  const where = shown(url);
  const client = await connected("DATABASE_URL", url);
  try {
    const { databaseUrlStaff: staff, databaseUrlWorker: worker, databaseUrlScoped: scoped } = config;
    if (staff && worker && scoped) {
      const given = { DATABASE_URL_STAFF: staff, DATABASE_URL_WORKER: worker, DATABASE_URL_SCOPED: scoped };
      for (const [variable, its] of Object.entries(given)) await (await connected(variable, its)).end();
      return { urls: { owner: url, staff, worker, scoped }, embedded: null, where };
    }
    const { rows } = await client.query<{ admin: boolean }>(
      "select rolsuper or rolcreaterole as admin from pg_roles where rolname = current_user",
    );
    if (!rows[0]?.admin)
      throw new CannotStart(
        `DATABASE_URL: its login may not create roles. Create ${Object.values(ROLES).join(", ")} and give DATABASE_URL_STAFF, DATABASE_URL_WORKER and DATABASE_URL_SCOPED too.`,
      );
    const database = decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
    const urls = await installRoles(url, database);
    await client.query(`grant all on schema public to ${ROLES.owner}`);
    return { urls, embedded: null, where };
  } finally {
    await client.end();
  }
}

/** An address as it may be told: without its password. */
function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port ? `:${port}` : ""}${pathname}`;
}

async function connected(variable: string, url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    return client;
  } catch (error) {
    throw new CannotStart(
      `${variable}: ${shown(url)} does not answer (${reason(error)}). Is it running, and may we sign in?`,
    );
  }
}

const reason = (error: unknown): string => {
  const { message, code, errors } = error as Error & { code?: string; errors?: Error[] };
  return message || code || errors?.[0]?.message || "no answer";
};
