import { type ChildProcess, fork } from "node:child_process";
import type { Settings } from "../platform/config.ts";
import type { Logger } from "../platform/log.ts";
import type { RoleUrls } from "../platform/roles.ts";

export type HandedDown = RoleUrls & { simulate: boolean; settings: Settings };

const VARIABLE = "WATCHDESK_ROLE_URLS";
const LONGEST_REST_MS = 30_000;

/** What a parent of ours handed down, where this process is its worker. */
export function handedDown(): HandedDown | null {
  const text = process.env[VARIABLE];
  return text ? (JSON.parse(text) as HandedDown) : null;
}

/** A worker in a process of its own, begun again when it ends unasked: meanwhile no promise is watched. */
export function keepWorker(urls: HandedDown, log: Logger): { pid(): number | null; stop(): Promise<void> } {
  let child: ChildProcess;
  let stopping = false;
  let rest = 500;
  let again: NodeJS.Timeout | undefined;
  const begin = () => {
    const began = performance.now();
    child = fork(process.argv[1] as string, ["--role", "worker"], {
      env: { ...process.env, [VARIABLE]: JSON.stringify(urls) },
      execArgv: process.execArgv,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", (code, signal) => {
      if (stopping) return;
      if (performance.now() - began > LONGEST_REST_MS) rest = 500;
      log.error({ code, signal, againInMs: rest }, "the worker ended: promises are not watched until it runs again");
      again = setTimeout(begin, rest);
      rest = Math.min(rest * 2, LONGEST_REST_MS);
    });
  };
  begin();
  return {
    pid: () => child.pid ?? null,
    stop: () =>
      new Promise((done) => {
        stopping = true;
        clearTimeout(again);
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}
