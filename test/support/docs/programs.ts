import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Below test/, so that what an example imports is found. */
const folder = fileURLToPath(new URL("../../.examples/", import.meta.url));
const LONGEST = 20_000;

/** A program of a guide while it runs, and what it printed so far. */
export type Running = {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
};

/** Starts a program of a guide; its file goes when it has ended. */
export function startExample(kind: "shell" | "typescript", name: string, text: string): Running {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${name}.ts`;
  if (kind === "typescript") writeFileSync(file, text);
  const [program, args] =
    kind === "shell" ? ["sh", ["-euc", text]] : [process.execPath, ["--disable-warning=ExperimentalWarning", file]];
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      printed += data;
    });
  const ended = new Promise<number | null>((done, fail) => {
    child.once("error", fail).once("close", (code) => {
      rmSync(file, { force: true });
      done(code);
    });
  });
  return { child, printed: () => printed, ended };
}

/** Runs a program of a guide to its end and answers what it printed; throws when it failed. */
export async function runExample(kind: "shell" | "typescript", name: string, text: string): Promise<string> {
  const { child, printed, ended } = startExample(kind, name, text);
  const overdue = setTimeout(() => child.kill("SIGKILL"), LONGEST);
  const code = await ended;
  clearTimeout(overdue);
  if (code !== 0) throw new Error(`it ended with ${code ?? "no code"}: ${printed()}`);
  return printed();
}
