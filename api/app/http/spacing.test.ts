import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REFUSALS_PER_SECOND } from "../../partners/limits/constants.ts";
import { Spacing } from "./spacing.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const APART_MS = 1_000 / REFUSALS_PER_SECOND;
const told = async (spacing: Spacing, key: string) => {
  const began = performance.now();
  await spacing.beforeRefusing(key);
  return performance.now() - began;
};

test("the first refusal is told at once, those in a row one after the other, and no other key's waits for them", async () => {
  const spacing = new Spacing();
  const all = Promise.all(Array.from({ length: 5 }, () => told(spacing, "noisy")));
  expect(await told(spacing, "another")).toBe(0);
  await vi.advanceTimersByTimeAsync(10 * APART_MS);
  expect(await all).toEqual([0, 1, 2, 3, 4].map((turn) => turn * APART_MS));
});

test("nobody waits longer than two seconds for a refusal", async () => {
  const spacing = new Spacing();
  const all = Promise.all(Array.from({ length: 200 }, () => told(spacing, "noisy")));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Math.max(...(await all))).toBe(2_000);
});
