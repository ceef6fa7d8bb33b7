import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BadInput } from "./bad-input.ts";

type Ready = {
  url: string;
  boardUrl: string;
  tokens: { manager: string; wall: string };
  database: { dataDir: string; isNew: boolean } | null;
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
  /** Once it has stopped: takes away what this start made, and nothing that was there before. */
  forget(): void;
};

const PATIENCE_MS = 60_000;

/** Starts a sandbox desk of our own on a data folder, and waits until it serves. */
export async function runDesk(data: string, keep: boolean): Promise<RunningDesk> {
  const folder = resolve(data);
  const forgetFolder = makeFolder(folder);
  const readyFile = join(folder, `ready-${process.pid}.json`);
  const program = resolve(fileURLToPath(import.meta.url), "../main.js");
  const args = ["--sandbox", "--empty", "--port", "0", "--data", folder, "--ready-file", readyFile];
  const logFile = join(folder, "desk.log");
  const logTo = openSync(logFile, "a");
  const before = fstatSync(logTo).size;
  const child = spawn(process.execPath, ["--enable-source-maps", program, ...args], {
    // a channel to us, so that it stops when we are killed; and a group of its own, so that an interrupt from the
    // terminal stops us first, after the minute that is being played
    stdio: ["ignore", logTo, logTo, ...(keep ? [] : ["ipc" as const])],
    detached: true,
  });
  closeSync(logTo);
  const said = () => readFileSync(logFile).subarray(before).toString().slice(-4000).trim();
  const { url, boardUrl, tokens, database, pids } = await ready(child, readyFile, said).catch((error: unknown) => {
    if (error instanceof BadInput) forgetFolder();
    throw error;
  });
  return {
    url,
    token: tokens.manager,
    logFile,
    wallUrl: `${boardUrl}/wall#token=${tokens.wall}`,
    peaks: () => Object.fromEntries(Object.entries(pids).flatMap(([part, pid]) => (pid ? [[part, peakOf(pid)]] : []))),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
    forget: () => {
      // run as root, a desk may have to keep its database outside of the folder
      if (database?.isNew) rmSync(database.dataDir, { recursive: true, force: true });
      forgetFolder();
    },
  };
}

/** Makes a folder with those above it; answers how to take away again what was not there before. */
function makeFolder(folder: string): () => void {
  try {
    const made = mkdirSync(folder, { recursive: true });
    return () => made !== undefined && takeAway(folder, made);
  } catch (error) {
    throw new BadInput(`--data: there can be no folder ${folder} (${(error as Error).message}).`);
  }
}

/** A folder with all in it, and those above it up to the first that was made, unless others use them by now. */
function takeAway(folder: string, first: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    for (let above = folder; above !== first; ) rmdirSync((above = dirname(above)));
  } catch {
    // not empty: somebody else's
  }
}

async function ready(child: ChildProcess, file: string, said: () => string): Promise<Ready> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    // with a 2 it refuses what it was given, in a sentence for each fault
    if (child.exitCode === 2) throw new BadInput(said());
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The desk ended with ${child.exitCode ?? child.signalCode}: ${said()}`);
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
