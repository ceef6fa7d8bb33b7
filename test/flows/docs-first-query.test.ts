import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { examplesOf } from "../../schema/docs/examples.ts";
import { runExample } from "../support/docs/programs.ts";
import { eventually } from "../support/eventually.ts";
import { inTemporaryFolder } from "../support/program.ts";

const guide = readFileSync(new URL("../../schema/guides/getting-started.md", import.meta.url), "utf8");
const first = examplesOf("getting-started.md", guide).find(({ kind }) => kind !== "not-run");
const program = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));

/** A desk as `npm start` starts it, once it has printed where it is and who may come in. */
async function startDemo(folder: string): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, [program, "--port", "0", "--data", join(folder, "data")], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout?.on("data", (data) => {
    printed += data;
  });
  await eventually(
    () => printed,
    (text) => text.includes("monitoring"),
    150_000,
  );
  return { child, printed };
}

test(
  "the first query of the docs works pasted into a terminal, with the token and address that the demo prints",
  () =>
    inTemporaryFolder(async (folder) => {
      if (first?.kind !== "shell" || !first.output) throw new Error("the guide no longer begins with a command");
      const { child, printed } = await startDemo(folder);
      const over = new Promise((ended) => child.once("exit", ended));
      try {
        // what the guide tells to do, and nothing else
        const token = /partner .*\n.*#token=(\S+)/.exec(printed)?.[1] ?? "";
        const address = /GraphQL {2}(http:\S+)\/graphql/.exec(printed)?.[1] ?? "";
        const command = first.program.text.replace("YOUR_TOKEN", token).replace("http://127.0.0.1:4000", address);
        const answer = await runExample("shell", "first-query", command);
        expect(JSON.parse(answer)).toMatchObject(JSON.parse(first.output.text));
      } finally {
        child.kill("SIGTERM");
        await over;
      }
    }),
  180_000,
);
