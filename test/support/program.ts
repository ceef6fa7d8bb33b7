import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

/** A folder that lives as long as one piece of work. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "watchdesk-files-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
