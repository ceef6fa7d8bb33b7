import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

type Ready = {
  url: string;
  boardUrl: string;
  tokens: { manager: string; wall: string };
  pids: { api: number; worker: number | null; postgres: number | null };
};
export type RunningDesk = {
  url: string;
  token: string;
  /** What the desk itself had to say. */
  logFile: string;
  wallUrl: string | null;
  peaks(): { [part: string]: number };
  stop(): Promise<void>;
};

const PATIENCE_MS = 60_000;

/** Starts a sandbox desk of our own on a data folder, and waits until it serves. */
export async function runDesk(data: string): Promise<RunningDesk> {
  const folder = resolve(data);
  mkdirSync(folder, { recursive: true });
  const readyFile = join(folder, `ready-${process.pid}.json`);
  const program = resolve(fileURLToPath(import.meta.url), "../main.js");
  const args = ["--sandbox", "--empty", "--port", "0", "--data", folder, "--ready-file", readyFile];
  const logFile = join(folder, "desk.log");
  const logTo = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--enable-source-maps", program, ...args], {
    stdio: ["ignore", logTo, logTo],
  });
  closeSync(logTo);
  const { url, boardUrl, tokens, pids } = await ready(child, readyFile, () =>
    readFileSync(logFile, "utf8").slice(-4000),
  );
  return {
    url,
    token: tokens.manager,
    logFile,
    wallUrl: `${boardUrl}/wall#token=${tokens.wall}`,
    peaks: () => Object.fromEntries(Object.entries(pids).flatMap(([part, pid]) => (pid ? [[part, peakOf(pid)]] : []))),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

async function ready(child: ChildProcess, file: string, said: () => string): Promise<Ready> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The desk ended with ${child.exitCode}: ${said()}`);
    if (existsSync(file)) {
      const text = readFileSync(file, "utf8");
      if (text.endsWith("}\n")) {
        rmSync(file, { force: true });
        return JSON.parse(text) as Ready;
      }
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill("SIGTERM");
  throw new Error(`The desk did not serve within ${PATIENCE_MS / 1000} s: ${said()}`);
}

/** Peak memory of a process in MB, where the system tells it. */
function peakOf(pid: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Math.round(Number(line[1]) / 1024) : 0;
  } catch {
    return 0;
  }
}
