import type { Clause } from "./clauses.ts";
import { type Case, type Test, testsOf, usesOf } from "./conditions.ts";
import type { FactName, RequestFacts } from "./facts.ts";
import type { CoverageContext, Outcome, Verdict } from "./judge.ts";
import { flagWords, kindOfWorkWords, technologyWords } from "./words.ts";

/** What the desk knows, some of it otherwise. */
export type OtherContext = Partial<Omit<CoverageContext, "addOns">> & {
  readonly addOns?: Partial<CoverageContext["addOns"]>;
};
/** The same request with one fact otherwise: `if` is how a person says it. */
type Otherwise = { readonly if: string; readonly facts?: RequestFacts; readonly context?: OtherContext };
type Judge = (facts: RequestFacts, changed: OtherContext) => Verdict;

/**
 * Which fact, stated otherwise, changes the decision, and to what: for each fact the smallest change that does. For a
 * clause: the facts its condition rests on. For a covered request: what was only presumed, against every clause of the
 * plan. Each sentence is judged by the same rules, one fact changed.
 */
export function wouldChange(
  verdict: Verdict,
  stated: RequestFacts,
  clauses: readonly Clause[],
  judge: Judge,
): string[] {
  const { decisive, outcome } = verdict;
  const against = decisive ? [decisive] : outcome === "COVERED" ? clauses : [];
  const names: readonly FactName[] = decisive ? usesOf(decisive.when) : verdict.presumed.map(({ name }) => name);
  const tests = against.flatMap(({ when }) => testsOf(when));
  if (tests.length === 0) return [];
  return names.flatMap((fact) => {
    for (const other of otherwise(fact, tests, verdict.case)) {
      const then = judge({ ...stated, ...other.facts }, other.context ?? {});
      if (then.outcome === outcome && then.decisive?.code === decisive?.code) continue;
      return [`${other.if}: ${spoken[then.outcome]}${then.decisive ? ` by ${then.decisive.code}` : ""}.`];
    }
    return [];
  });
}

const spoken: { readonly [outcome in Outcome]: string } = {
  COVERED: "covered",
  LIMITED: "limited",
  EXCLUDED: "excluded",
  NEEDS_INFORMATION: "more facts would be needed",
};

/** Other values of a fact that are worth telling, the nearest first, taken from what the tests compare it with. */
function otherwise(fact: FactName, tests: readonly Test[], c: Case): Otherwise[] {
  switch (fact) {
    case "remotePossible":
    case "licensed":
    case "illegal":
    case "warrantyRisk":
    case "immediate":
    case "highSpeed":
    case "advancedProductProblem": {
      const now = c.facts[fact];
      return now == null ? [] : [{ if: flagWords[fact][now ? 0 : 1], facts: { [fact]: !now } }];
    }
    case "contractInForce":
      return [{ if: flagWords[fact][c[fact] ? 0 : 1], context: { contractInForce: !c[fact] } }];
    case "immediateAddOn":
      return [{ if: flagWords[fact][c[fact] ? 0 : 1], context: { addOns: { immediate: !c[fact] } } }];
    case "afterHoursAddOn":
      return [{ if: flagWords[fact][c[fact] ? 0 : 1], context: { addOns: { afterHours: !c[fact] } } }];
    case "estimatedMinutes":
      return nearest(fact, c.facts.estimatedMinutes, c.minutesLimit, tests).map(({ to, less }) => ({
        if: less ? `If it took ${to} minutes or less` : `If it took more than ${to - 1} minutes`,
        facts: { estimatedMinutes: to },
      }));
    case "usedTodaySeconds":
      return nearest(fact, c.usedTodaySeconds, c.fairUseSecondsPerDay, tests).map(({ to, less }) => ({
        if:
          less && to === c.fairUseSecondsPerDay - 1
            ? "On a day with remote minutes left"
            : `With ${Math.floor(to / 60)} remote minutes used that day`,
        context: { usedTodaySeconds: to },
      }));
    case "workKind":
      return kindsOfWork(tests).map((kind) => ({ if: kindOfWorkWords[kind], facts: { workKind: kind } }));
    case "technologyKind":
      return otherTechnology(tests, c);
    case "product":
      return tests.some((test) => test.fact === "product" && "in" in test)
        ? [{ if: "If it were about another product", facts: { product: "another product" } }]
        : [];
    case "version":
      return otherVersions(tests, c);
    case "paidSupport": {
      const { product } = c.technology;
      const paidSupport = product && [{ product: product.code }];
      return paidSupport
        ? [{ if: "If the contract recorded paid manufacturer support", context: { paidSupport } }]
        : [];
    }
    case "today":
    case "minimumVersion":
    case "manufacturerSupport":
      return [];
    default:
      return fact satisfies never;
  }
}

/** The values on the other side of what the tests compare a number with. */
function nearest(
  fact: "estimatedMinutes" | "usedTodaySeconds",
  now: number | null | undefined,
  limit: number,
  tests: readonly Test[],
): { to: number; less: boolean }[] {
  if (now == null) return [];
  const sides = tests.flatMap((test): number[] => {
    if (test.fact !== fact) return [];
    if ("above" in test) return [test.above, test.above + 1];
    if ("aboveLimit" in test) return [limit, limit + 1];
    if ("atLeast" in test) return [test.atLeast - 1, test.atLeast];
    if ("reachesLimit" in test) return [limit - 1, limit];
    return "below" in test ? [test.below - 1, test.below] : [];
  });
  return [...new Set(sides)]
    .filter((to) => to !== now && to >= 0)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now))
    .map((to) => ({ to, less: to < now }));
}

/** Something that is broken is what the desk is for; only where that is what the clause is about, another kind of work. */
function kindsOfWork(tests: readonly Test[]) {
  const named = new Set(tests.flatMap((t) => (t.fact === "kindOfWork" && "in" in t ? t.in : [])));
  return named.has("TROUBLESHOOTING")
    ? (["SETTINGS", "INSTALLATION", "ACCOUNT_CHANGE"] as const).filter((kind) => !named.has(kind))
    : (["TROUBLESHOOTING"] as const);
}

/** Where the clause is about the product too, another kind of technology would be another request. */
function otherTechnology(tests: readonly Test[], c: Case): Otherwise[] {
  const now = c.facts.technologyKind;
  const kinds = tests.flatMap((t) => (t.fact === "technologyKind" && "in" in t ? t.in : []));
  const aboutProduct = tests.some((t) =>
    ["product", "version", "belowMinimum", "manufacturerSupport"].includes(t.fact),
  );
  if (now == null || !kinds.includes(now) || aboutProduct) return [];
  const other = (["OTHER", "APPLICATION"] as const).find((kind) => !kinds.includes(kind));
  return other ? [{ if: `If it were not about ${technologyWords[now]}`, facts: { technologyKind: other } }] : [];
}

function otherVersions(tests: readonly Test[], { technology: { product } }: Case): Otherwise[] {
  if (!product) return [];
  const on = (version: string, said: string): Otherwise => ({ if: said, facts: { product: product.title, version } });
  const named = tests.flatMap((t) => ("olderThan" in t ? [t.olderThan] : []));
  return [
    ...named.map((version) => on(version, `On ${product.title} ${version}`)),
    on("current", `On the current ${product.title}`),
  ];
}
