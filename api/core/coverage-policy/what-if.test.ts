import { expect, test } from "vitest";
import { type CoverageContext, decide } from "./decide.ts";
import { type RequestFacts, workKinds } from "./facts.ts";
import { defaultCoverageTerms } from "./terms.ts";
import { differenceOf, type PastDecision, Tally } from "./what-if.ts";

const context: CoverageContext = {
  contractInForce: true,
  addOns: { immediate: false },
  usedTodaySeconds: 0,
  today: "2026-11-23",
};
const past = (facts: RequestFacts, changed: Partial<CoverageContext> = {}): PastDecision => {
  const known = { ...context, ...changed };
  const { outcome, clause } = decide(facts, defaultCoverageTerms, known);
  return { outcome, clause: clause?.code ?? null, facts, context: known };
};
const printer: RequestFacts = { workKind: "HARDWARE_ISSUE", technologyKind: "PRINTER" };
const without = (code: string) => ({
  ...defaultCoverageTerms,
  clauses: defaultCoverageTerms.clauses.filter((clause) => clause.code !== code),
});

test("the same terms decide the same, whatever the desk knew then", () => {
  for (const one of [past(printer), past({}), past(printer, { contractInForce: false, usedTodaySeconds: 1_800 })])
    expect(differenceOf(one, defaultCoverageTerms)).toBeNull();
});

test("another clause with the same outcome is a difference too, and told by its name", () => {
  const title = "No high-speed internet connection";
  expect(differenceOf(past(printer), without("printer"))).toEqual({ outcome: "COVERED", clause: null });
  expect(differenceOf(past({ ...printer, highSpeed: false }), without("printer"))).toEqual({
    outcome: "LIMITED",
    clause: { code: "slow-connection", outcome: "LIMITED", title },
  });
});

test("differences are counted from one outcome to another, the most frequent first", () => {
  const tally = new Tally();
  tally.add("LIMITED", "COVERED");
  tally.add("COVERED", "EXCLUDED");
  tally.add("COVERED", "EXCLUDED");
  expect(tally.rows()).toEqual([
    { from: "COVERED", to: "EXCLUDED", count: 2 },
    { from: "LIMITED", to: "COVERED", count: 1 },
  ]);
});

test("ten thousand requests are judged", () => {
  const versions = ["10.6", "14", "26", "current"];
  const all = Array.from({ length: 10_000 }, (_, n) =>
    past({
      workKind: workKinds[n % workKinds.length],
      ...(n % 2 ? printer : { technologyKind: "OPERATING_SYSTEM", product: "macOS", version: versions[n % 4] }),
    }),
  );
  const terms = without("printer");
  const began = performance.now();
  const differ = all.filter((one) => differenceOf(one, terms)).length;
  console.log(`10,000 decisions judged in ${Math.round(performance.now() - began)} ms`);
  expect(differ).toBeGreaterThan(1_000);
});
