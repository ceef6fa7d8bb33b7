import type { Decision } from "../core/coverage-policy/decide.ts";
import type { NamedFact } from "../core/coverage-policy/facts.ts";
import type { Instant } from "../core/time.ts";
import { toGlobalId } from "../platform/global-id.ts";
import type { CoverageDecision } from "./coverage.graphql.ts";

const apiName = (name: string) => (name === "workKind" ? "kindOfWork" : name);
const named = (fact: NamedFact) => ({ name: apiName(fact.name), value: String(fact.value) });

/** A decision as the API shows it. */
export function showDecision(
  decision: Decision,
  about: { id: string | null; planVersion: number; decidedAt: Instant },
): CoverageDecision {
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
    wouldChange: [...decision.wouldChange],
    nextStep: {
      kind: decision.nextStep.kind,
      label: decision.nextStep.label,
      manufacturer: decision.nextStep.manufacturer ?? null,
      url: decision.nextStep.url ?? null,
    },
    planVersion: about.planVersion,
    decidedAt: about.decidedAt,
  };
}
