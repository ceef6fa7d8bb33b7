import type { Decision } from "../core/coverage-policy/decide.ts";
import type { NamedFact } from "../core/coverage-policy/facts.ts";
import type { Instant } from "../core/time.ts";
import { toGlobalId } from "../platform/global-id.ts";
import type { CoverageDecision } from "./coverage.graphql.ts";
import type { Decider } from "./coverage-decision.entity.ts";

const apiName = (name: string) => (name === "workKind" ? "kindOfWork" : name);
const named = (fact: NamedFact) => ({ name: apiName(fact.name), value: String(fact.value) });

type About = {
  id: string | null;
  planVersion: number;
  decidedAt: Instant;
  decidedBy: Decider | null;
  inForce: boolean;
  overrides: CoverageDecision | null;
  reason: string | null;
};

/** What is so of every decision of the rules that nothing stands over. */
export const ofRules = { decidedBy: null, inForce: true, overrides: null, reason: null };

/** A decision as the API shows it. */
export function showDecision(decision: Decision, about: About): CoverageDecision {
  return {
    id: about.id && toGlobalId("CoverageDecision", about.id),
    outcome: decision.outcome,
    covered: decision.covered,
    clause: decision.clause,
    alsoMatched: [...decision.alsoMatched],
    facts: decision.facts.map(named),
    presumed: decision.presumed.map(named),
    evidence: decision.evidence.map((e) => ({
      clause: e.clause,
      fact: apiName(e.fact),
      value: String(e.value),
      source: e.source ?? null,
      sourceUrl: e.sourceUrl ?? null,
    })),
    missing: decision.missing.map(apiName),
    candidates: [...(decision.candidates ?? [])],
    wouldChange: [...decision.wouldChange],
    nextStep: {
      kind: decision.nextStep.kind,
      label: decision.nextStep.label,
      manufacturer: decision.nextStep.manufacturer ?? null,
      url: decision.nextStep.url ?? null,
    },
    planVersion: about.planVersion,
    decidedAt: about.decidedAt,
    decidedBy: { kind: about.decidedBy?.kind ?? "RULES", name: about.decidedBy?.name ?? "Rules" },
    inForce: about.inForce,
    overrides: about.overrides,
    reason: about.reason,
  };
}
