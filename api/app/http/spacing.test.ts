import { expect, test } from "vitest";
import { Spacing } from "./spacing.ts";

const told = async (spacing: Spacing, key: string) => {
  const began = performance.now();
  await spacing.beforeRefusing(key);
  return performance.now() - began;
};

test("the first refusal is told at once, those in a row one after the other, and no other key's waits for them", async () => {
  const spacing = new Spacing();
  const all = Promise.all(Array.from({ length: 5 }, () => told(spacing, "noisy")));
  const other = await told(spacing, "another");
  const [first, ...rest] = await all;
  expect(Math.max(first as number, other)).toBeLessThan(20);
  expect(rest.map((ms) => Math.round(ms / 25))).toEqual([1, 2, 3, 4]);
});

test("nobody waits for a refusal for ever", async () => {
  const spacing = new Spacing();
  const all = Array.from({ length: 200 }, () => told(spacing, "noisy"));
  expect(await all.at(-1)).toBeLessThan(200);
  await all[2];
});
