import { describe, expect, test } from "vitest";
import { READ_PER_POINT } from "../../partners/cost/weights.ts";
import { buildSchema } from "../graphql-schema.ts";
import { Documents } from "./documents.ts";

const documents = () => new Documents(buildSchema());
const known = "query Known { viewer { name } }";

describe("a document is read once", () => {
  test("and costs by its length what reading costs; nothing when it is sent again", () => {
    const all = documents();
    const text = `{ ${"viewer { name } ".repeat(20)} }`;
    expect(all.read(text).points).toBe(Math.floor(text.length / READ_PER_POINT));
    expect(all.read(text).points).toBe(0);
  });

  test("one with a fault costs as much, each time", () => {
    const all = documents();
    const text = `{ ${"nobody { name } ".repeat(20)} }`;
    expect(all.read(text)).toHaveProperty("errors");
    expect(all.read(text).points).toBe(Math.floor(text.length / READ_PER_POINT));
  });

  test("a client that never repeats itself pushes out what others repeat no more than what it sent itself", () => {
    const all = documents();
    all.read(known);
    all.read(known);
    const once = "query Once { viewer { kind } }";
    all.read(once);
    for (let i = 0; i < 20; i += 1) all.read(`query Q${i} { viewer { name } } #${"x".repeat(10_000)}`);
    expect(all.read(known).points).toBe(0);
    expect(all.read(once).points).toBeGreaterThan(0);
  });
});
