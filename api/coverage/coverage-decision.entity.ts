import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { Decision } from "../core/coverage-policy/decide.ts";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const OUTCOMES = ["COVERED", "LIMITED", "EXCLUDED", "NEEDS_INFORMATION"] as const;

/** One verdict on one request, kept as it was made: later facts make another row, never another answer here. */
export const CoverageDecision = defineEntity({
  name: "CoverageDecision",
  ...ownedByPartner("coverage_decision"),
  indexes: [{ properties: ["partnerId", "ticketId", "decidedAt"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    outcome: word(OUTCOMES),
    clause: p.string().strictNullable(),
    decision: document<Decision>(),
    facts: document<RequestFacts>(),
    planVersion: p.integer(),
    decidedAt: instant(),
  },
});
export type CoverageDecision = InferEntity<typeof CoverageDecision>;
