import { afterAll, beforeAll, expect, test } from "vitest";
import { askGenerated, judge } from "../support/cost-property.ts";
import { fullDesk } from "../support/full-desk.ts";
import { fuzz } from "../support/fuzz.ts";

let full: Awaited<ReturnType<typeof fullDesk>>;
beforeAll(async () => {
  full = await fullDesk(60);
}, 300_000);
afterAll(() => full.desk.close());

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env["COUNT"] ?? 100_000);

test("on 10,000 generated queries the charge is never more than was requested, and at least half of it in the middle", async () => {
  const { untold, dearer, ran, codes, median, p10 } = judge(await askGenerated(full, 10_000, seed));
  console.log(
    `seed ${seed}: ${ran} ran; charged of the requested: median ${median.toFixed(2)}, tenth ${p10.toFixed(2)}`,
    codes,
  );
  expect(untold).toEqual([]);
  expect(dearer).toEqual([]);
  expect(median).toBeGreaterThanOrEqual(0.5);
  expect(codes["INTERNAL_SERVER_ERROR"]).toBeUndefined();
});

test(`${count} odd documents, variables, headers and bodies: none is our fault, none shows our insides, and the heap stays`, async () => {
  const { faults, statuses, codes, heap, slowest } = await fuzz(full, count, seed);
  console.log(
    `seed ${seed}:`,
    statuses,
    codes,
    `slowest ${slowest} ms; heap in MB after each tenth: ${heap.join(" ")}`,
  );
  expect(faults.slice(0, 5)).toEqual([]);
  const third = Math.floor(heap.length / 3);
  const [early, late] = [heap.slice(1, third + 1), heap.slice(-third)].map((part) => Math.min(...part));
  expect(late, "MB late in the run, beside early").toBeLessThan((early as number) + 60);
});
