import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataDirOf } from "../../api/platform/embedded-postgres.ts";

export type Ended = { code: number | null; stderr: string; stdout: string };

/** Runs one of the built programs to its end, with nothing of our own environment but what a shell would give. */
export function runProgram(
  name: "main" | "replay",
  args: readonly string[],
  { env = {}, cwd, withinMs = 40_000 }: { env?: Record<string, string>; cwd?: string; withinMs?: number } = {},
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../api/dist/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended: Ended = { code: null, stderr: "", stdout: "" };
  child.stdout.on("data", (d) => {
    ended.stdout += d;
  });
  child.stderr.on("data", (d) => {
    ended.stderr += d;
  });
  return new Promise((done, fail) => {
    const overdue = setTimeout(() => {
      child.kill("SIGKILL");
      fail(new Error(`${name} ${args.join(" ")} did not end within ${withinMs} ms: ${ended.stdout}${ended.stderr}`));
    }, withinMs);
    child.once("error", fail).once("close", (code) => {
      clearTimeout(overdue);
      done({ ...ended, code });
    });
  });
}

/** A folder that lives as long as one piece of work, and whatever a desk of it put elsewhere. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "watchdesk-files-")));
  try {
    return await work(folder);
  } finally {
    for (const place of [...dataOf(folder), folder]) rmSync(place, { recursive: true, force: true });
  }
}

/** Where a desk or a sandbox with its --data in a folder's "data" keeps its database: as root, that is elsewhere. */
const dataOf = (folder: string) => ["desk", "sandbox"].map((kind) => dataDirOf(join(folder, "data", kind)));

/** What a program that ended left of itself: databases, and processes that run in the folder or on its data. */
export function leftBehind(folder: string): string[] {
  const data = dataOf(folder);
  return [...data.filter((place) => existsSync(place)), ...processesOf([folder, ...data])];
}

/** Processes that name one of these places, or that work in it where the system tells. */
export function processesOf(places: readonly string[]): string[] {
  const all = existsSync("/proc/self/cmdline")
    ? readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map(
          (pid) =>
            `${readOr("", () => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "))} (in ${readOr("?", () => readlinkSync(`/proc/${pid}/cwd`))})`,
        )
    : execFileSync("ps", ["-A", "-ww", "-o", "args="], { encoding: "utf8" }).split("\n");
  return all.filter((line) => places.some((place) => line.includes(place)));
}

function readOr(otherwise: string, read: () => string): string {
  try {
    return read();
  } catch {
    return otherwise; // it ended meanwhile
  }
}
