import type { Clause, ClauseOutcome } from "./clauses.ts";
import { type Case, holds } from "./conditions.ts";
import { missingFacts, type NamedFact, type RequestFactName, type RequestFacts, withPresumed } from "./facts.ts";
import { lookUp, type TechnologyContext } from "./technology.ts";
import { type CoverageTerms, clausesInForce } from "./terms.ts";

/** What the desk itself knows at the moment of the decision. */
export type CoverageContext = TechnologyContext & {
  readonly contractInForce: boolean;
  /** Add-ons of the contract in force at this instant. */
  readonly addOns: { readonly immediate: boolean; readonly afterHours?: boolean };
  /** Remote seconds of this client on its local day so far. */
  readonly usedTodaySeconds: number;
};

export type Outcome = ClauseOutcome | "COVERED" | "NEEDS_INFORMATION";

export type Verdict = {
  readonly outcome: Outcome;
  readonly decisive: Clause | null;
  /** All that match, strictest first. */
  readonly matched: readonly Clause[];
  readonly missing: readonly RequestFactName[];
  readonly presumed: readonly NamedFact[];
  readonly case: Case;
};

/**
 * The bare verdict. What is excluded is excluded, whatever else is unknown; short of that a missing fact asks for itself
 * before anything is promised.
 */
export function judge(stated: RequestFacts, terms: CoverageTerms, context: CoverageContext): Verdict {
  const { facts, presumed: unstated } = withPresumed(stated, terms.usualMinutes);
  const technology = lookUp(facts, terms, context);
  const release: NamedFact[] = technology.presumed
    ? [{ name: "version", value: technology.presumed, presumed: true }]
    : [];
  const presumed = [...unstated, ...release];
  const c: Case = {
    facts,
    technology,
    contractInForce: context.contractInForce,
    immediateAddOn: context.addOns.immediate,
    afterHoursAddOn: context.addOns.afterHours ?? false,
    usedTodaySeconds: context.usedTodaySeconds,
    fairUseSecondsPerDay: terms.fairUseSecondsPerDay,
    minutesLimit: terms.minutesLimit,
  };
  const matched = clausesInForce(terms).filter((clause) => holds(clause.when, c));
  const first = matched[0] ?? null;
  const missing = missingFacts({ ...facts, version: technology.version }, technology.asks);
  const verdict = { matched, missing, presumed, case: c };
  if (first?.outcome === "EXCLUDED") return { outcome: "EXCLUDED", decisive: first, ...verdict };
  if (missing.length > 0) return { outcome: "NEEDS_INFORMATION", decisive: null, ...verdict };
  return { outcome: first?.outcome ?? "COVERED", decisive: first, ...verdict };
}
