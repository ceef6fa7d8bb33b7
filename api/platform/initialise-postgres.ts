import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Account, NoDatabase } from "./postgres-binaries.ts";

/** The administrator of an embedded server. */
export const SUPERUSER = "watchdesk_admin";

/** Made beside and renamed when it is whole: a start that is killed meanwhile leaves no half of a database. */
export function initialise(dataDir: string, initdb: string, ids: Account): void {
  makeReachable(dirname(dataDir));
  const half = `${dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `watchdesk-${randomBytes(8).toString("hex")}`);
  const password = randomBytes(18).toString("base64url");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (ids.uid !== undefined) for (const path of [half, passwordFile]) chownSync(path, ids.uid, ids.gid as number);
  const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--locale-provider=builtin"];
  try {
    execFileSync(
      initdb,
      [
        "-D",
        half,
        "-U",
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        ...options,
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        "--no-sync",
      ],
      { ...ids, cwd: half, stdio: ["ignore", "ignore", "pipe"] },
    );
    writeFileSync(join(half, "watchdesk-password"), password, { mode: 0o600 });
    renameSync(half, dataDir); // over the empty folder that may be there
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw new NoDatabase(`No database could be made in ${dataDir}: ${lastLine((error as Error).message)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Folders made on the way can be entered by the account that runs PostgreSQL, whatever the umask says. */
function makeReachable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
}

/** What a program said last, without its own prefix. */
export const lastLine = (text: string) =>
  (
    text
      .trim()
      .split("\n")
      .findLast((line) => /FATAL|error/i.test(line)) ??
    text.trim().split("\n").at(-1) ??
    ""
  )
    .replace(/^.*?(FATAL|initdb: error):\s*/, "")
    .trim();
