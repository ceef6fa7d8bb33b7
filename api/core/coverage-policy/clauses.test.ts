import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serviceClauses } from "./clauses.ts";
import { conditionFaults } from "./condition-faults.ts";
import {
  type Condition,
  type ConditionFactName,
  conditionFacts,
  holds,
  operatorsOf,
  rowOf,
  testsOf,
  usesOf,
} from "./conditions.ts";
import { type CoverageContext, decide } from "./decide.ts";
import { defaultProducts } from "./default-support.ts";
import { type FactName, type RequestFacts, technologyKinds, workKinds } from "./facts.ts";
import { judge } from "./judge.ts";
import { defaultCoverageTerms } from "./terms.ts";

const context: CoverageContext = {
  contractInForce: true,
  addOns: { immediate: false },
  usedTodaySeconds: 0,
  today: "2026-11-23",
};
const repair: RequestFacts = { workKind: "TROUBLESHOOTING", technologyKind: "OTHER" };

type Sample = { clause: string; says: string; facts: RequestFacts; context?: Partial<CoverageContext> };
const samples: Sample[] = [
  { clause: "no-contract", says: "a client without a contract", facts: repair, context: { contractInForce: false } },
  { clause: "onsite", says: "a cable that must be replaced by hand", facts: { ...repair, remotePossible: false } },
  { clause: "not-a-problem", says: "a question about nothing broken", facts: { workKind: "NOT_A_PROBLEM" } },
  { clause: "project", says: "a migration of the whole office", facts: { workKind: "PROJECT" } },
  { clause: "project", says: "the yearly clean-up of the servers", facts: { workKind: "MAINTENANCE" } },
  { clause: "training", says: "a course for new staff", facts: { workKind: "TRAINING" } },
  { clause: "training", says: "how to make a pivot table", facts: { workKind: "USAGE_QUESTION" } },
  { clause: "warranty", says: "opening a laptop under warranty", facts: { ...repair, warrantyRisk: true } },
  { clause: "illegal", says: "getting round a copy protection", facts: { ...repair, illegal: true } },
  { clause: "unlicensed", says: "a copy without a licence", facts: { ...repair, licensed: false } },
  {
    clause: "below-minimum",
    says: "iOS 18, a year after iOS 26 came out",
    facts: { ...repair, technologyKind: "OPERATING_SYSTEM", product: "iOS", version: "18" },
  },
  {
    clause: "manufacturer-ended",
    says: "Office 2016, which ended on 14 October 2025",
    facts: { ...repair, technologyKind: "APPLICATION", product: "Microsoft Office", version: "2016" },
  },
  {
    clause: "platform-ended",
    says: "Windows 10, above the minimum and ended on 14 October 2025",
    facts: { ...repair, technologyKind: "OPERATING_SYSTEM", product: "Windows", version: "10" },
  },
  { clause: "immediate-remote", says: "help at once without the add-on", facts: { ...repair, immediate: true } },
  { clause: "over-thirty-minutes", says: "work of 31 minutes", facts: { ...repair, estimatedMinutes: 31 } },
  {
    clause: "product-expert",
    says: "a riddle for experts of one product",
    facts: { ...repair, advancedProductProblem: true },
  },
  {
    clause: "os-upgrade",
    says: "an upgrade of macOS 14 to the next",
    facts: { workKind: "OS_UPGRADE", technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "14" },
  },
  { clause: "printer", says: "a printer that jams", facts: { ...repair, technologyKind: "PRINTER" } },
  { clause: "fair-use", says: "the 31st minute of the day", facts: repair, context: { usedTodaySeconds: 1800 } },
  { clause: "slow-connection", says: "a client on a slow line", facts: { ...repair, highSpeed: false } },
];

describe("each clause of the service", () => {
  test.each(samples)("$clause decides: $says", ({ clause, facts, context: changed }) => {
    const decision = decide(facts, defaultCoverageTerms, { ...context, ...changed });
    const row = serviceClauses.find((r) => r.code === clause);
    expect(decision.clause).toEqual({ code: clause, outcome: row?.outcome, title: row?.title });
    expect(decision.outcome).toBe(row?.outcome);
    expect(decision.covered).toBe(false);
    expect(decision.alsoMatched).toEqual([]);
    expect(decision.evidence.map((e) => e.clause)).toContain(clause);
    expect(decision.nextStep.label).not.toBe("");
  });

  test("all eighteen have a sample above, and the table has no nineteenth", () => {
    expect(new Set(samples.map((s) => s.clause))).toEqual(new Set(serviceClauses.map((r) => r.code)));
    expect(serviceClauses).toHaveLength(18);
  });

  test("a clause that the plan does not list does not apply", () => {
    const clauses = defaultCoverageTerms.clauses.filter((c) => c.code !== "printer");
    const decision = decide({ ...repair, technologyKind: "PRINTER" }, { ...defaultCoverageTerms, clauses }, context);
    expect(decision.outcome).toBe("COVERED");
  });

  test("the request without any of these is covered", () => {
    expect(decide(repair, defaultCoverageTerms, context)).toMatchObject({
      outcome: "COVERED",
      covered: true,
      clause: null,
      alsoMatched: [],
      nextStep: { kind: "WORK_ON_IT" },
    });
  });
});

/** A request and all that the desk knows, each fact by its name: what may be flipped one at a time. */
const values = {
  workKind: fc.constantFrom(undefined, ...workKinds),
  technologyKind: fc.constantFrom(undefined, ...technologyKinds),
  product: fc.constantFrom(undefined, "macOS", "Windows", "Windows 10", "iOS", "Microsoft Office", "LaserJet 400"),
  version: fc.constantFrom(undefined, "7", "10.6", "10.13", "11 25H2", "2016", "26", "current", "Sequoia", "no idea"),
  estimatedMinutes: fc.constantFrom(undefined, 5, 30, 31, 240),
  remotePossible: fc.constantFrom(undefined, true, false),
  licensed: fc.constantFrom(undefined, true, false),
  illegal: fc.constantFrom(undefined, true, false),
  warrantyRisk: fc.constantFrom(undefined, true, false),
  immediate: fc.constantFrom(undefined, true, false),
  highSpeed: fc.constantFrom(undefined, true, false),
  advancedProductProblem: fc.constantFrom(undefined, true, false),
  contractInForce: fc.boolean(),
  immediateAddOn: fc.boolean(),
  afterHoursAddOn: fc.boolean(),
  paidSupport: fc.constantFrom([], [{ product: "windows" }], [{ product: "Microsoft Office", until: "2027-01-01" }]),
  usedTodaySeconds: fc.constantFrom(0, 1799, 1800, 4000),
  today: fc.constantFrom("2015-01-01", "2025-10-01", "2026-11-23"),
  minimumVersion: fc.constantFrom(defaultCoverageTerms.minimumVersions, [], [{ product: "macOS", version: "15" }]),
  manufacturerSupport: fc.constantFrom(defaultProducts, []),
} satisfies { [name in FactName]: fc.Arbitrary<unknown> };
type World = { [name in FactName]: (typeof values)[name] extends fc.Arbitrary<infer T> ? T : never };

const knownIn = (w: World): CoverageContext => ({
  ...w,
  addOns: { immediate: w.immediateAddOn, afterHours: w.afterHoursAddOn },
  products: w.manufacturerSupport,
});
const judgedIn = (w: World) => {
  // a plan whose presumed minutes can pass its limit, so that they count for something here
  const usualMinutes = { ...defaultCoverageTerms.usualMinutes, PROJECT: 240 };
  const terms = { ...defaultCoverageTerms, usualMinutes, minimumVersions: w.minimumVersion };
  return judge(w, terms, knownIn(w));
};
const matchedIn = (w: World): Set<string> => new Set(judgedIn(w).matched.map((clause) => clause.code));

/** Any test that a plan may hold, made from the table of facts. */
const factNames = Object.keys(conditionFacts) as ConditionFactName[];
const testOf = (facts: readonly ConditionFactName[]): fc.Arbitrary<Condition> =>
  fc.constantFrom(...facts).chain((fact) => {
    const row = rowOf(fact);
    const words = row.kind === "PRODUCT" ? ["macOS", "Windows", "iOS", "Microsoft Office"] : (row.choices ?? ["-"]);
    const value = {
      is: fc.boolean(),
      in: fc.subarray([...words], { minLength: 1 }),
      notIn: fc.subarray([...words], { minLength: 1 }),
      above: fc.constantFrom(0, 5, 29, 30, 1799),
      atLeast: fc.constantFrom(0, 5, 31, 1800),
      below: fc.constantFrom(6, 31, 1800),
      aboveLimit: fc.constant(true),
      reachesLimit: fc.constant(true),
      olderThan: fc.constantFrom("8", "10.13", "11", "2019", "26"),
    };
    return fc
      .constantFrom(...operatorsOf[row.kind])
      .chain((operator) => value[operator].map((v) => ({ fact, [operator]: v }) as unknown as Condition));
  });
const anyTest = testOf(factNames);
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  anyTest,
  fc.array(anyTest, { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
  fc.array(anyTest, { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
);

describe("flipping one fact", () => {
  test("changes only the clauses that use it, and every clause is changed by some fact", () => {
    const moved = new Set<string>();
    const names = Object.keys(values) as FactName[];
    const flip = fc.constantFrom(...names).chain((name) => fc.record({ name: fc.constant(name), to: values[name] }));
    fc.assert(
      fc.property(fc.record(values) as fc.Arbitrary<World>, flip, (world, { name, to }) => {
        const [before, after] = [matchedIn(world), matchedIn({ ...world, [name]: to })];
        for (const { code, when } of serviceClauses) {
          if (before.has(code) === after.has(code)) continue;
          moved.add(code);
          expect(usesOf(when), `${code} changed with ${name}`).toContain(name);
        }
      }),
      { numRuns: 10_000, seed: 7 },
    );
    expect([...moved].sort()).toEqual(serviceClauses.map((r) => r.code).sort());
  });

  test("changes no condition that any plan could hold, unless the condition uses the fact; and every fact changes some", () => {
    const moved = new Set<FactName>();
    const names = Object.keys(values) as FactName[];
    // every other condition is one that rests on the very fact: few others would move with it
    const flip = fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        to: values[name],
        when: fc.oneof(anyCondition, testOf(factNames.filter((fact) => rowOf(fact).uses.includes(name)))),
      }),
    );
    fc.assert(
      fc.property(fc.record(values) as fc.Arbitrary<World>, flip, (world, { name, to, when }) => {
        const holdsIn = (w: World) => holds(when, judgedIn(w).case);
        if (holdsIn(world) === holdsIn({ ...world, [name]: to })) return;
        moved.add(name);
        expect(usesOf(when), JSON.stringify(when)).toContain(name);
      }),
      { numRuns: 20_000, seed: 42 },
    );
    expect([...moved].sort()).toEqual([...names].sort());
  });

  test("every test made here is one that a plan may hold, but for versions without their product", () => {
    fc.assert(
      fc.property(anyCondition, (when) => {
        const older = testsOf(when).some((t) => t.fact === "version");
        const faults = conditionFaults(when, "when", defaultProducts);
        if (!older) expect(faults).toEqual([]);
        expect(faults.every((f) => f.field.endsWith(".olderThan"))).toBe(true);
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });

  test("an excluded request stays excluded, whatever else is stated about it", () => {
    fc.assert(
      fc.property(fc.record(values) as fc.Arbitrary<World>, (world) => {
        const decision = decide({ ...world, remotePossible: false }, defaultCoverageTerms, knownIn(world));
        expect(decision.outcome).toBe("EXCLUDED");
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
