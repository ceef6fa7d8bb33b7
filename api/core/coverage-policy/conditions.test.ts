import { describe, expect, test } from "vitest";
import type { Condition } from "./conditions.ts";
import { type CoverageContext, decide } from "./decide.ts";
import type { RequestFacts } from "./facts.ts";
import { coverageTermsFaults, defaultCoverageTerms, type PlanClause } from "./terms.ts";

const desk: CoverageContext = {
  contractInForce: true,
  addOns: { immediate: false, afterHours: false },
  usedTodaySeconds: 600,
  today: "2026-11-23",
};
const own = (when: Condition): PlanClause => ({
  code: "own",
  outcome: "LIMITED",
  title: "A clause of our own",
  when,
  nextStep: "BOOK_APPOINTMENT",
  advice: "Book an appointment with the specialists.",
});
/** The decision of a plan that has this clause alone. */
const ask = (when: Condition, facts: RequestFacts, context: Partial<CoverageContext> = {}) => {
  const terms = { ...defaultCoverageTerms, clauses: [own(when)] };
  expect(coverageTermsFaults(terms)).toEqual([]);
  return decide(facts, terms, { ...desk, ...context });
};
const repair: RequestFacts = { workKind: "TROUBLESHOOTING", technologyKind: "OTHER" };
const onMac = (version: string): RequestFacts => ({
  ...repair,
  technologyKind: "OPERATING_SYSTEM",
  product: "Mac",
  version,
});
const oldMac: Condition = {
  all: [
    { fact: "product", in: ["macOS"] },
    { fact: "version", olderThan: "15" },
  ],
};

describe("a plan's own condition", () => {
  test.each<[says: string, when: Condition, matches: RequestFacts, not: RequestFacts]>([
    ["a flag as it is", { fact: "licensed", is: true }, repair, { ...repair, licensed: false }],
    [
      "one of several kinds",
      { fact: "kindOfWork", in: ["LAUNCH", "DRIVER"] },
      { ...repair, workKind: "DRIVER" },
      repair,
    ],
    [
      "none of several kinds",
      { fact: "technologyKind", notIn: ["OTHER"] },
      { ...repair, technologyKind: "PRINTER" },
      repair,
    ],
    ["a product by any of its names, older than a version", oldMac, onMac("Sonoma"), onMac("15.2")],
    ["whoever is current is older than nothing", oldMac, onMac("14.6"), onMac("current")],
    [
      "minutes above",
      { fact: "estimatedMinutes", above: 10 },
      { ...repair, estimatedMinutes: 11 },
      { ...repair, estimatedMinutes: 10 },
    ],
    [
      "minutes at least",
      { fact: "estimatedMinutes", atLeast: 10 },
      { ...repair, estimatedMinutes: 10 },
      { ...repair, estimatedMinutes: 9 },
    ],
    [
      "minutes below",
      { fact: "estimatedMinutes", below: 10 },
      { ...repair, estimatedMinutes: 9 },
      { ...repair, estimatedMinutes: 10 },
    ],
    [
      "the plan's limit",
      { fact: "estimatedMinutes", aboveLimit: true },
      { ...repair, estimatedMinutes: 31 },
      { ...repair, estimatedMinutes: 30 },
    ],
    [
      "any of two",
      {
        any: [
          { fact: "illegal", is: true },
          { fact: "highSpeed", is: false },
        ],
      },
      { ...repair, highSpeed: false },
      repair,
    ],
    [
      "a group in a group",
      {
        all: [
          { fact: "licensed", is: true },
          {
            any: [
              { fact: "immediate", is: true },
              { fact: "warrantyRisk", is: true },
            ],
          },
        ],
      },
      { ...repair, immediate: true },
      { ...repair, immediate: true, licensed: false },
    ],
    [
      "a manufacturer that no longer supports it",
      { fact: "manufacturerSupport", in: ["ENDED"] },
      { ...repair, technologyKind: "APPLICATION", product: "Microsoft Office", version: "2016" },
      { ...repair, technologyKind: "APPLICATION", product: "Sage 50", version: "2009" },
    ],
  ])("%s", (_, when, matching, not) => {
    const decision = ask(when, matching);
    expect(decision).toMatchObject({
      outcome: "LIMITED",
      clause: { code: "own", title: "A clause of our own" },
      nextStep: { kind: "BOOK_APPOINTMENT", label: "Book an appointment with the specialists." },
    });
    expect(decision.evidence.map((e) => e.clause)).toContain("own");
    expect(ask(when, not).outcome).toBe("COVERED");
  });

  test("none of several words also means: not stated", () => {
    const decision = ask({ fact: "technologyKind", notIn: ["OTHER"] }, { workKind: "SETTINGS" });
    expect(decision).toMatchObject({ outcome: "LIMITED", evidence: [] });
  });

  test("what the desk knows is tested too: contract, add-ons, minutes used today", () => {
    expect(ask({ fact: "afterHoursAddOn", is: false }, repair).wouldChange).toEqual([
      "With the after-hours add-on: covered.",
    ]);
    expect(ask({ fact: "contractInForce", is: true }, repair).wouldChange).toEqual([
      "Without a contract in force: covered.",
    ]);
    expect(ask({ fact: "usedTodaySeconds", atLeast: 600 }, repair).wouldChange).toEqual([
      "With 9 remote minutes used that day: covered.",
    ]);
  });
});

describe("the smallest change of one fact is found in the condition itself", () => {
  test.each<[says: string, when: Condition, facts: RequestFacts, wouldChange: string[]]>([
    [
      "minutes go down to the nearest",
      { fact: "estimatedMinutes", above: 12 },
      { ...repair, estimatedMinutes: 40 },
      ["If it took 12 minutes or less: covered."],
    ],
    [
      "minutes go up to the nearest",
      { fact: "estimatedMinutes", below: 12 },
      { ...repair, estimatedMinutes: 5 },
      ["If it took more than 11 minutes: covered."],
    ],
    [
      "minutes leave a stretch by its nearer end",
      {
        all: [
          { fact: "estimatedMinutes", atLeast: 10 },
          { fact: "estimatedMinutes", below: 100 },
        ],
      },
      { ...repair, estimatedMinutes: 12 },
      ["If it took 9 minutes or less: covered."],
    ],
    [
      "a version rises to the one that is named",
      oldMac,
      onMac("14"),
      ["If it were about another product: covered.", "On macOS 15: covered."],
    ],
    [
      "a kind that is itself what is meant becomes another",
      { fact: "kindOfWork", in: ["TROUBLESHOOTING", "SETTINGS"] },
      repair,
      ["If something were to be installed: covered."],
    ],
    [
      "one fact of two that must both hold",
      {
        all: [
          { fact: "immediate", is: true },
          { fact: "highSpeed", is: true },
        ],
      },
      { ...repair, immediate: true },
      ["If an appointment would do: covered.", "Without a high-speed connection: covered."],
    ],
    [
      "neither of two of which one is enough",
      {
        any: [
          { fact: "immediate", is: true },
          { fact: "highSpeed", is: true },
        ],
      },
      { ...repair, immediate: true },
      [],
    ],
  ])("%s", (_, when, facts, wouldChange) => {
    expect(ask(when, facts).wouldChange).toEqual(wouldChange);
  });

  test("a covered request is told of the nearest limit of its own plan", () => {
    expect(ask({ fact: "estimatedMinutes", above: 40 }, repair).wouldChange).toContain(
      "If it took more than 40 minutes: limited by own.",
    );
  });
});
