import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated } from "./types.ts";

test("the SDK's types and documents are those of the contract (`npm run schema` writes them)", async () => {
  for (const [name, content] of Object.entries(await generated()))
    expect(readFileSync(new URL(`../generated/${name}`, import.meta.url), "utf8"), name).toBe(content);
});
