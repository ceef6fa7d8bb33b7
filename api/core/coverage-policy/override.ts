import type { Clause } from "./clauses.ts";
import type { Decision } from "./decide.ts";
import type { NextStep } from "./next-step.ts";

/** What a person may decide: facts are asked for by the rules, never by an override. */
export const overridingOutcomes = ["COVERED", "LIMITED", "EXCLUDED"] as const;
export type OverridingOutcome = (typeof overridingOutcomes)[number];

/**
 * The decision of a person over that of the rules, about the same facts. It rests on whoever made it and on their reason,
 * so it has no evidence, and nothing that would change it.
 */
export function overridden(rules: Decision, outcome: OverridingOutcome, clause: Clause | null): Decision {
  return {
    outcome,
    covered: outcome === "COVERED",
    clause: clause && { code: clause.code, outcome: clause.outcome, title: clause.title },
    alsoMatched: [],
    facts: rules.facts,
    presumed: [],
    missing: [],
    evidence: [],
    wouldChange: [],
    nextStep: nextStepAfter(rules, outcome, clause),
    otherSteps: [],
  };
}

const ways: { readonly [outcome in OverridingOutcome]: Pick<NextStep, "kind" | "label"> } = {
  COVERED: { kind: "WORK_ON_IT", label: "It is covered: we work on it." },
  LIMITED: { kind: "WORK_ON_IT", label: "We work on it, within limits." },
  EXCLUDED: { kind: "REQUEST_QUOTE", label: "Ask for a quote." },
};

function nextStepAfter(rules: Decision, outcome: OverridingOutcome, clause: Clause | null): NextStep {
  const way = clause ? { kind: clause.nextStep, label: clause.advice } : ways[outcome];
  // the manufacturer is that of the same product
  const known = way.kind === rules.nextStep.kind ? rules.nextStep : null;
  return { ...way, manufacturer: known?.manufacturer ?? null, url: known?.url ?? null };
}
