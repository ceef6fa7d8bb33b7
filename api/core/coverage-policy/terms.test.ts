import { describe, expect, test } from "vitest";
import {
  type CoverageTerms,
  clausesInForce,
  coverageTermsFaults,
  defaultCoverageTerms,
  type PlanClause,
} from "./terms.ts";

describe("a plan's coverage terms", () => {
  test("the service as sold has no fault", () => {
    expect(coverageTermsFaults(defaultCoverageTerms)).toEqual([]);
  });

  test("nothing that is only presumed is longer than the limit", () => {
    for (const usual of Object.values(defaultCoverageTerms.usualMinutes))
      expect(usual).toBeLessThanOrEqual(defaultCoverageTerms.minutesLimit);
  });

  test("all faults are reported at once, each with its field", () => {
    const broken = {
      ...defaultCoverageTerms,
      clauses: [
        { code: "printer", outcome: "LIMITED", title: "Printers" },
        { code: "printer", outcome: "COVERED", title: "Printers again" },
        { code: "coffee", outcome: "EXCLUDED", title: "Coffee machines" },
      ],
      minimumVersions: [{ product: "macOS", version: "newest" }],
      minutesLimit: -1,
      fairUseSecondsPerDay: 90_000,
    } as unknown as CoverageTerms;
    expect(coverageTermsFaults(broken)).toEqual([
      { field: "clauses[1].code", message: "printer is listed twice" },
      { field: "clauses[1].outcome", message: 'expected EXCLUDED or LIMITED, got "COVERED"' },
      {
        field: "clauses[2].when",
        message: '"coffee" is no clause of the service: a clause of your own needs a condition',
      },
      { field: "clauses[2].nextStep", message: expect.stringMatching(/needs a next step: one of BOOK_APPOINTMENT, /) },
      { field: "clauses[2].advice", message: "say in one sentence what to do next" },
      { field: "minimumVersions[0].version", message: 'macOS: expected a version or CURRENT, got "newest"' },
      { field: "minutesLimit", message: "expected a whole number from 0 to 1440, got -1" },
      { field: "fairUseSecondsPerDay", message: "expected a whole number from 0 to 86400, got 90000" },
    ]);
  });
});

describe("a condition that cannot be", () => {
  const faultsOf = (when: unknown) => {
    const own = { code: "own", outcome: "LIMITED", title: "Own", nextStep: "REQUEST_QUOTE", advice: "Ask." };
    const clauses = [...defaultCoverageTerms.clauses.slice(0, 3), { ...own, when } as PlanClause];
    return coverageTermsFaults({ ...defaultCoverageTerms, clauses }).map((f) => `${f.field}: ${f.message}`);
  };
  const deep = { all: [{ any: [{ all: [{ any: [{ fact: "illegal", is: true }] }] }] }] };

  test.each<[what: string, when: unknown, fault: RegExp]>([
    [
      "a fact that nobody knows",
      { all: [{ fact: "moonPhase", is: true }] },
      /^clauses\[3\]\.when\.all\[0\]\.fact: there is no fact "moonPhase"; facts are kindOfWork, technologyKind, product, /,
    ],
    [
      "an operator of another type",
      { fact: "kindOfWork", above: 3 },
      /^clauses\[3\]\.when\.above: kindOfWork is compared by in or notIn, not by above$/,
    ],
    ["no operator", { fact: "licensed" }, /^clauses\[3\]\.when: say how licensed is compared: by is$/],
    [
      "two operators",
      { fact: "estimatedMinutes", above: 3, below: 9 },
      /^clauses\[3\]\.when: one test compares once: got above and below$/,
    ],
    ["an empty group", { any: [] }, /^clauses\[3\]\.when\.any: is empty/],
    ["an empty list", { fact: "kindOfWork", in: [] }, /^clauses\[3\]\.when\.in: is empty/],
    [
      "a word that is none of the fact's",
      { fact: "kindOfWork", in: ["PROJECT", "GARDENING"] },
      /^clauses\[3\]\.when\.in\[1\]: there is no kindOfWork "GARDENING"; there are TROUBLESHOOTING, /,
    ],
    ["a word twice", { fact: "technologyKind", in: ["PRINTER", "PRINTER"] }, /in\[1\]: PRINTER is listed twice$/],
    [
      "a product that no data knows",
      { fact: "product", notIn: ["Coffee Master 3000"] },
      /^clauses\[3\]\.when\.notIn\[0\]: no manufacturer data knows a product "Coffee Master 3000"$/,
    ],
    ["text for a flag", { fact: "illegal", is: "yes" }, /\.is: expected true or false, got "yes"$/],
    ["half a minute", { fact: "estimatedMinutes", above: 0.5 }, /\.above: expected a whole number from 0 to 10000/],
    ["a day too long", { fact: "usedTodaySeconds", atLeast: 86_401 }, /\.atLeast: .* 0 to 86400, got 86401$/],
    ["a version without its product", { fact: "version", olderThan: "11" }, /\.olderThan: a version says nothing/],
    [
      "a version without a number",
      {
        all: [
          { fact: "product", in: ["macOS"] },
          { fact: "version", olderThan: "new" },
        ],
      },
      /\.when\.all\[1\]\.olderThan: expected a version with a number/,
    ],
    ["a group and a test at once", { all: [{ fact: "illegal", is: true }], fact: "licensed" }, /exactly one of/],
    ["a group that compares", { all: [{ fact: "illegal", is: true }], is: true }, /leave out is$/],
    ["nothing", {}, /^clauses\[3\]\.when: state exactly one of all, any and fact$/],
    ["a limit that is false", { fact: "estimatedMinutes", aboveLimit: false }, /\.aboveLimit: is true, or left out/],
    [
      "four groups inside one another",
      deep,
      /all\[0\]\.any\[0\]\.all\[0\]: groups stand at most 3 inside one another$/,
    ],
    [
      "fifty-one tests",
      { all: Array.from({ length: 51 }, () => ({ fact: "illegal", is: true })) },
      /^clauses\[3\]\.when: has 51 tests, and may have 50$/,
    ],
  ])("%s is named with its place", (_, when, fault) => {
    const faults = faultsOf(when);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test("every fault of a condition is named at once", () => {
    expect(
      faultsOf({
        all: [
          { fact: "moonPhase", is: true },
          { fact: "illegal", above: 1 },
        ],
      }),
    ).toHaveLength(2);
  });
});

describe("a plan of before conditions were data", () => {
  const old = (...codes: string[]): PlanClause[] =>
    codes.map((code) => ({ code, outcome: code === "printer" ? "EXCLUDED" : "LIMITED", title: `Old ${code}` }));

  test("means the service's own conditions, in the order of the service's table", () => {
    const clauses = clausesInForce({ clauses: old("slow-connection", "printer", "over-thirty-minutes") });
    expect(clauses.map((c) => c.code)).toEqual(["printer", "over-thirty-minutes", "slow-connection"]);
    expect(clauses[0]).toEqual({
      code: "printer",
      outcome: "EXCLUDED",
      title: "Old printer",
      when: { fact: "technologyKind", in: ["PRINTER"] },
      nextStep: "CONTACT_MANUFACTURER",
      advice: "We look at it; the manufacturer knows the device.",
    });
  });

  test("a plan with conditions decides in its own order", () => {
    const [a, b] = [...defaultCoverageTerms.clauses].slice(-2);
    const codes = clausesInForce({ clauses: [b, a] as PlanClause[] }).map((c) => c.code);
    expect(codes).toEqual(["slow-connection", "fair-use"]);
  });
});
