import type { Clause } from "./clauses.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { type NamedFact, type RequestFactName, type RequestFacts, requestFactNames } from "./facts.ts";
import { type CoverageContext, judge, type Outcome } from "./judge.ts";
import { type NextStep, nextStepOf, otherStepsOf } from "./next-step.ts";
import { type CoverageTerms, clausesInForce } from "./terms.ts";
import { wouldChange } from "./would-change.ts";

export type { CoverageContext, Outcome } from "./judge.ts";
export type { CoverageTerms } from "./terms.ts";

/** A clause as a decision names it: in the words of the plan version that decided. */
export type NamedClause = Pick<Clause, "code" | "outcome" | "title">;

export type Decision = {
  readonly outcome: Outcome;
  /** "Is it covered?": YES only for COVERED. */
  readonly covered: boolean;
  /** The clause that decided; null when none did. */
  readonly clause: NamedClause | null;
  /** Clauses that match too, strictest first. */
  readonly alsoMatched: readonly NamedClause[];
  /** The facts as stated. */
  readonly facts: readonly NamedFact[];
  readonly presumed: readonly NamedFact[];
  readonly missing: readonly RequestFactName[];
  /** What the missing product or version may be, where what was stated could be several; absent in decisions of old. */
  readonly candidates?: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Sentences: which fact, stated otherwise, would change the decision, and to what. */
  readonly wouldChange: readonly string[];
  readonly nextStep: NextStep;
  /** Other ways on, the second best first. */
  readonly otherSteps: readonly NextStep[];
};

/**
 * Is this request covered, and why? The strictest matching clause decides, the others that match are listed.
 *
 * Example: add an e-mail account to a Mac on macOS 10.6 is EXCLUDED by `below-minimum`; `platform-ended` matches too,
 * and the next step is Apple's page.
 */
export function decide(stated: RequestFacts, terms: CoverageTerms, context: CoverageContext): Decision {
  const verdict = judge(stated, terms, context);
  const { outcome, decisive, matched, missing, presumed } = verdict;
  return {
    outcome,
    covered: outcome === "COVERED",
    clause: decisive && named(decisive),
    alsoMatched: matched.filter((match) => match !== decisive).map(named),
    facts: requestFactNames.flatMap((name) => {
      const value = stated[name];
      return value == null ? [] : [{ name, value, presumed: false }];
    }),
    presumed,
    missing,
    ...(missing.length > 0 && verdict.case.technology.candidates.length > 0
      ? { candidates: verdict.case.technology.candidates }
      : {}),
    evidence: evidenceOf(verdict, context),
    wouldChange: wouldChange(verdict, stated, clausesInForce(terms), (facts, changed) =>
      judge(facts, terms, { ...context, ...changed, addOns: { ...context.addOns, ...changed.addOns } }),
    ),
    nextStep: nextStepOf(verdict),
    otherSteps: otherStepsOf(verdict),
  };
}

const named = ({ code, outcome, title }: Clause): NamedClause => ({ code, outcome, title });
