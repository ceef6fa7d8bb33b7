import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examplesOf, fenceOf } from "../../schema/docs/examples.ts";
import type { Fence } from "../../schema/docs/fences.ts";
import { GuideRun } from "../support/docs/run-guide.ts";
import { typeFaults } from "../support/docs/type-check.ts";

/** `WRITE_DOCS=1` writes into the guides what came, for whoever changes them to read and to commit. */
const WRITE = process.env["WRITE_DOCS"] === "1";
const folder = new URL("../../schema/guides/", import.meta.url);
const guides = readdirSync(folder).filter((file) => file.endsWith(".md"));

/** Puts other text in place of some blocks. */
function rewritten(text: string, edits: readonly { fence: Fence; instead: string }[]): string {
  const lines = text.split("\n");
  for (const { fence, instead } of [...edits].reverse())
    lines.splice(fence.lines[0], fence.lines[1] - fence.lines[0], ...instead.trimEnd().split("\n"));
  return lines.join("\n");
}

const textOf = (guide: string) => readFileSync(new URL(guide, folder), "utf8");

test("the TypeScript of the guides is what a strict compiler takes", () => {
  const programs = guides.flatMap((guide) =>
    examplesOf(guide, textOf(guide))
      .map(fenceOf)
      .filter(({ language }) => language === "ts")
      .map((program) => ({ guide, program })),
  );
  expect(programs.length).toBeGreaterThan(4);
  expect(typeFaults(programs)).toEqual([]);
});

describe.each(guides)("what %s shows is what comes", (guide) => {
  const text = textOf(guide);
  const examples = examplesOf(guide, text);
  if (examples.length === 0) {
    test("it shows no examples", () => {});
    return;
  }
  const edits: { fence: Fence; instead: string }[] = [];
  let run: GuideRun;
  beforeAll(async () => {
    run = await GuideRun.begin();
  });
  afterAll(async () => {
    await run?.end();
    if (WRITE) writeFileSync(new URL(guide, folder), rewritten(text, edits));
  });

  test.each(examples.map((example) => ({ example, line: fenceOf(example).lines[0], kind: example.kind })))(
    "line $line: $kind",
    async ({ example, line }) => {
      if (example.kind === "not-run") console.info(`${guide}, line ${line}, is not run: ${example.reason}`);
      const { wrong, fence, instead } = await run.run(example);
      if (WRITE && fence && instead !== undefined && wrong.length > 0) edits.push({ fence, instead });
      else expect(wrong, `${guide}, line ${line}`).toEqual([]);
    },
  );
});
