import { expect, test } from "vitest";
import { groupBy } from "./group-by.ts";

test("rows are grouped by their key; groups and rows keep the order they came in", () => {
  const groups = groupBy(["pear", "apple", "plum", "avocado"], (word) => word[0]);
  expect([...groups]).toEqual([
    ["p", ["pear", "plum"]],
    ["a", ["apple", "avocado"]],
  ]);
});

test("no rows, no groups", () => {
  expect(groupBy([], String).size).toBe(0);
});
