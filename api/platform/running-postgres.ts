import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** What the server at an address serves, and for how many others; null where none of ours answers. */
export async function whatServes(url: string): Promise<{ dataDir: string; clients: number } | null> {
  if (!URL.canParse(url)) return null;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ dataDir: string; clients: number }>(
      `select current_setting('data_directory') as "dataDir",
              (select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()) as clients`,
    );
    return rows[0] ?? null;
  } catch {
    return null;
  } finally {
    client.end().catch(() => {});
  }
}

/** Whether a process of this number is a PostgreSQL, as far as the system tells: then its pid file is not ours to take away. */
export function isPostgres(pid: number): boolean {
  if (!alive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return existsSync("/proc/self") === false; // no /proc: we cannot know
  }
}

/** Who started the server last; 0 where nobody is noted. */
export function ownerOf(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, "watchdesk-owner"), "utf8"));
  } catch {
    return 0;
  }
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === "EPERM";
  }
}
