import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Below test/, so that what an example imports is found. */
const folder = fileURLToPath(new URL("../../.examples/", import.meta.url));

/** Runs an example to its end and answers what it printed; throws when it failed. */
export async function runExample(kind: "shell" | "typescript", name: string, text: string): Promise<string> {
  if (kind === "shell") return run("sh", ["-euc", text]);
  const file = `${folder}${name}.ts`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  try {
    return await run(process.execPath, ["--disable-warning=ExperimentalWarning", file]);
  } finally {
    rmSync(file);
  }
}

const LONGEST = 20_000;

function run(program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, { cwd: folder.replace(/\.examples\/$/, ""), stdio: ["ignore", "pipe", "pipe"] });
  let [printed, told] = ["", ""];
  child.stdout.on("data", (data) => {
    printed += data;
  });
  child.stderr.on("data", (data) => {
    told += data;
  });
  return new Promise((done, fail) => {
    const overdue = setTimeout(() => child.kill("SIGKILL"), LONGEST);
    child.once("error", fail).once("close", (code) => {
      clearTimeout(overdue);
      if (code === 0) done(printed);
      else fail(new Error(`it ended with ${code ?? "no code"}: ${told || printed}`));
    });
  });
}
