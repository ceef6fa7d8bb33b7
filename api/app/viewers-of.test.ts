import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CODES } from "../platform/failures.ts";
import { buildSchema } from "./graphql-schema.ts";
import { viewersOf, withViewerTable } from "./viewers-of.ts";

const read = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), "utf8");
const schema = buildSchema();

describe("what the docs say of the code is what the code says (npm run schema writes it)", () => {
  test("who may do what", () => {
    expect(JSON.parse(read("docs/viewers.json"))).toEqual(viewersOf());
    const guide = read("guides/authentication.md");
    expect(guide).toContain("<!-- viewers -->");
    expect(withViewerTable(guide, schema)).toBe(guide);
  });

  test("the closed list of codes, each with what to do about it", () => {
    const told = [...read("guides/errors.md").matchAll(/^### ([A-Z_]+)$/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual([...CODES].sort());
  });

  test("every code of a refusal, each with what to do about it", () => {
    const codes = Object.values(schema.getTypeMap())
      .filter(({ name }) => name.endsWith("ErrorCode"))
      .flatMap((type) => ("getValues" in type ? type.getValues().map(({ name }) => name) : []));
    const told = [...read("guides/errors.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect(told).toEqual([...new Set(codes)].sort());
  });
});
