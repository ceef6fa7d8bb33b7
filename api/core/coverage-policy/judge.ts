import { type Case, type ClauseCode, type ClauseOutcome, type ClauseRow, clauseRows } from "./clauses.ts";
import { missingFacts, type NamedFact, type RequestFactName, type RequestFacts, withPresumed } from "./facts.ts";
import { lookUp, type TechnologyContext } from "./technology.ts";
import type { CoverageTerms, PlanClause } from "./terms.ts";

/** What the desk itself knows at the moment of the decision. */
export type CoverageContext = TechnologyContext & {
  readonly contractInForce: boolean;
  /** Add-ons of the contract in force at this instant. */
  readonly addOns: { readonly immediate: boolean };
  /** Remote seconds of this client on its local day so far. */
  readonly usedTodaySeconds: number;
};

export type Outcome = ClauseOutcome | "COVERED" | "NEEDS_INFORMATION";

/** A row of the rules with the line of the plan that puts it in force. */
export type Match = { readonly row: ClauseRow; readonly clause: PlanClause };

const ranks: { readonly [outcome in ClauseOutcome]: number } = { EXCLUDED: 1, LIMITED: 2 };

/** The clauses of the plan that match, strictest first, each outcome in the order of the table. */
export function matches(c: Case, clauses: readonly PlanClause[]): Match[] {
  const inForce = new Map<ClauseCode, PlanClause>(clauses.map((clause) => [clause.code, clause]));
  return clauseRows
    .flatMap((row) => {
      const clause = inForce.get(row.code);
      return clause && row.when(c) ? [{ row, clause }] : [];
    })
    .sort((a, b) => ranks[a.clause.outcome] - ranks[b.clause.outcome]);
}

export type Verdict = {
  readonly outcome: Outcome;
  readonly decisive: Match | null;
  readonly matched: readonly Match[];
  readonly missing: readonly RequestFactName[];
  readonly presumed: readonly NamedFact[];
  readonly case: Case;
};

/**
 * The bare verdict. What is excluded is excluded, whatever else is unknown; short of that a missing fact asks for itself
 * before anything is promised.
 */
export function judge(stated: RequestFacts, terms: CoverageTerms, context: CoverageContext): Verdict {
  const { facts, presumed } = withPresumed(stated, terms.usualMinutes);
  const technology = lookUp(facts, terms, context);
  const c: Case = {
    facts,
    technology,
    contractInForce: context.contractInForce,
    immediateAddOn: context.addOns.immediate,
    usedTodaySeconds: context.usedTodaySeconds,
    fairUseSecondsPerDay: terms.fairUseSecondsPerDay,
    minutesLimit: terms.minutesLimit,
  };
  const matched = matches(c, terms.clauses);
  const first = matched[0] ?? null;
  const missing = missingFacts({ ...facts, version: technology.version }, technology.asks);
  const verdict = { matched, missing, presumed, case: c };
  if (first?.clause.outcome === "EXCLUDED") return { outcome: "EXCLUDED", decisive: first, ...verdict };
  if (missing.length > 0) return { outcome: "NEEDS_INFORMATION", decisive: null, ...verdict };
  return { outcome: first?.clause.outcome ?? "COVERED", decisive: first, ...verdict };
}
