import { afterAll, beforeAll, expect, test } from "vitest";
import { fullDesk } from "../support/full-desk.ts";
import { fuzz } from "../support/fuzz.ts";

let full: Awaited<ReturnType<typeof fullDesk>>;
beforeAll(async () => {
  full = await fullDesk(20);
}, 120_000);
afterAll(() => full.desk.close());

const seed = Number(process.env["SEED"] ?? 20_261_124);

test("two thousand odd requests are each the sender's fault or answered; none is ours, and none shows our insides", async () => {
  const { faults, statuses, codes } = await fuzz(full, 2_000, seed);
  console.log(`seed ${seed}:`, statuses, codes);
  expect(faults).toEqual([]);
  expect(Object.keys(codes).length).toBeGreaterThan(6);
}, 120_000);
