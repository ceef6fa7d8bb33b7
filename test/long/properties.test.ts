import fc from "fast-check";
import { expect, test } from "vitest";
import { desksOf, type History, historiesOn } from "../support/histories.ts";
import { properties } from "../support/history-properties.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env["RUNS"] ?? 100_000);
// many desks, so that no calendar is special; each batch brings its own
const BATCH = 5_000;

test(`every property holds on ${runs.toLocaleString("en")} random histories`, () => {
  let seen = 0;
  for (let batch = 0; seen < runs; batch += 1) {
    const numRuns = Math.min(BATCH, runs - seen);
    const histories = historiesOn(desksOf(seed + batch, 60));
    const all = (history: History) => {
      for (const [sentence, property] of Object.entries(properties))
        try {
          property(history);
        } catch (error) {
          throw new Error(sentence, { cause: error });
        }
    };
    fc.assert(fc.property(histories, all), { seed: seed + batch, numRuns });
    seen += numRuns;
  }
  console.log(
    `${seen.toLocaleString("en")} histories, ${Object.keys(properties).length} properties, none fails; seed ${seed}`,
  );
  expect(seen).toBe(runs);
});
