import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

type Options = { readonly load?: readonly string[]; readonly env?: Record<string, string> };

/** Runs a TypeScript file of the tests as a process, modules loaded before it; resolves once it says that it is up. */
export function runChild(
  file: URL,
  args: readonly string[],
  { load = [TSX], env = {} }: Options = {},
): Promise<ChildProcess> {
  const child = fork(file, [...args], {
    execArgv: load.flatMap((module) => ["--import", module]),
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
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
