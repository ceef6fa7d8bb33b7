import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs a TypeScript file of the tests as a process; resolves once it says that it is up. */
export function runChild(file: URL, args: readonly string[]): Promise<ChildProcess> {
  const child = fork(file, [...args], { execArgv: ["--import", tsx], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return new Promise((ok, fail) => {
    child.once("message", () => ok(child));
    child.once("exit", (code) => fail(new Error(`${file.pathname} ended with ${code}`)));
  });
}

/** Kills a process as a power cut would, and waits until it is gone. */
export const kill = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGKILL");
  });
