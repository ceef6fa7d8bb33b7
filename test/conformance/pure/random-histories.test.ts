import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClocks } from "../../../api/core/sla-clock/read-clock.ts";
import { desksOf, historiesOn } from "../../support/histories.ts";
import { properties } from "../../support/history-properties.ts";

const seed = Number(process.env["SEED"] ?? 20_261_124);
const histories = historiesOn(desksOf(seed, 60));

describe(`on random histories (seed ${seed}; \`npm run test:long\` takes 100,000)`, () => {
  test.each(Object.entries(properties))(
    "%s",
    (_sentence, property) => {
      fc.assert(fc.property(histories, property), { seed, numRuns: 400 });
    },
    60_000,
  );

  test("facts handed over in any order read the same", () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), ({ facts, policy, hours, at, versions }, random) => {
        const shuffled = facts
          .map((fact) => ({ fact, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(readClocks(shuffled, policy, hours, at, versions)).toEqual(
          readClocks(facts, policy, hours, at, versions),
        );
      }),
      { seed, numRuns: 100 },
    );
  });
});
