import { describe, expect, test } from "vitest";
import { type CoverageContext, decide } from "./decide.ts";
import type { RequestFacts } from "./facts.ts";
import { defaultCoverageTerms } from "./terms.ts";

/** The order in which the clauses of the service decide, written by hand: what excludes, then what limits. */
const order = [
  "no-contract",
  "onsite",
  "not-a-problem",
  "project",
  "training",
  "warranty",
  "illegal",
  "unlicensed",
  "below-minimum",
  "manufacturer-ended",
  "immediate-remote",
  // from here on: limited
  "platform-ended",
  "over-thirty-minutes",
  "product-expert",
  "os-upgrade",
  "printer",
  "fair-use",
  "slow-connection",
] as const;
type Code = (typeof order)[number];
const excluding = 11;

type Part = { facts?: RequestFacts; context?: Partial<CoverageContext> };
const os = (product: string, version: string): Part => ({
  facts: { technologyKind: "OPERATING_SYSTEM", product, version },
});
const parts: { readonly [code in Code]: Part } = {
  "no-contract": { context: { contractInForce: false } },
  onsite: { facts: { remotePossible: false } },
  "not-a-problem": { facts: { workKind: "NOT_A_PROBLEM" } },
  project: { facts: { workKind: "PROJECT" } },
  training: { facts: { workKind: "TRAINING" } },
  warranty: { facts: { warrantyRisk: true } },
  illegal: { facts: { illegal: true } },
  unlicensed: { facts: { licensed: false } },
  "below-minimum": os("iOS", "18"),
  "manufacturer-ended": { facts: { technologyKind: "APPLICATION", product: "Microsoft Office", version: "2016" } },
  "immediate-remote": { facts: { immediate: true } },
  "platform-ended": os("Windows", "10"),
  "over-thirty-minutes": { facts: { estimatedMinutes: 31 } },
  "product-expert": { facts: { advancedProductProblem: true } },
  "os-upgrade": { facts: { workKind: "OS_UPGRADE" } },
  printer: { facts: { technologyKind: "PRINTER" } },
  "fair-use": { context: { usedTodaySeconds: 1_800 } },
  "slow-connection": { facts: { highSpeed: false } },
};

/** Two that are about one product take one that both are about. */
const together: { readonly [pair: string]: Part } = {
  "below-minimum platform-ended": os("macOS", "10.6"),
  "manufacturer-ended printer": {
    facts: { technologyKind: "PRINTER", product: "Microsoft Office", version: "2016" },
  },
};
/** One request has one kind of work and is about one kind of technology. */
const never = new Set([
  "not-a-problem project",
  "not-a-problem training",
  "not-a-problem os-upgrade",
  "project training",
  "project os-upgrade",
  "training os-upgrade",
  "below-minimum manufacturer-ended",
  "below-minimum printer",
  "manufacturer-ended platform-ended",
  "platform-ended printer",
]);

const pairs = order.flatMap((first, i) => order.slice(i + 1).map((second) => [first, second] as const));
const possible = pairs.filter(([first, second]) => !never.has(`${first} ${second}`));

const ask = (pair: readonly [Code, Code], without?: Code) => {
  const own = together[pair.join(" ")];
  const [a, b] = own ? [own, {}] : [parts[pair[0]], parts[pair[1]]];
  const clauses = defaultCoverageTerms.clauses.filter((c) => c.code !== without);
  return decide(
    { workKind: "TROUBLESHOOTING", technologyKind: "OTHER", ...a.facts, ...b.facts },
    { ...defaultCoverageTerms, clauses },
    {
      contractInForce: true,
      addOns: { immediate: false },
      usedTodaySeconds: 0,
      today: "2026-11-23",
      ...a.context,
      ...b.context,
    },
  );
};

describe("of two clauses that both match", () => {
  test("there are 153 pairs, of which 10 can never match together", () => {
    expect([pairs.length, possible.length]).toEqual([153, 143]);
  });

  test.each(possible)("%s decides before %s", (first, second) => {
    const decision = ask([first, second]);
    expect(decision.clause?.code).toBe(first);
    expect(decision.outcome).toBe(order.indexOf(first) < excluding ? "EXCLUDED" : "LIMITED");
    expect(decision.alsoMatched.map((c) => c.code)).toEqual([second]);
    expect(new Set(decision.evidence.map((e) => e.clause))).toEqual(new Set([first, second]));
    // and where the plan does not list the first, the second decides alone
    const without = ask([first, second], first);
    expect(without.clause?.code).toBe(second);
    expect(without.alsoMatched).toEqual([]);
  });
});
