import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { CoverageContext, Decision } from "../core/coverage-policy/decide.ts";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const OUTCOMES = ["COVERED", "LIMITED", "EXCLUDED", "NEEDS_INFORMATION"] as const;

/** RULES: decided by the plan's clauses. OVERRIDE: by a person. RESTORED: what the rules said, in force again. */
export const DECISION_KINDS = ["RULES", "OVERRIDE", "RESTORED"] as const;

/** What the desk itself knew when it decided; which manufacturer data it had is told by the evidence. */
export type KnownContext = Omit<CoverageContext, "products">;

export type Decider = { readonly kind: string; readonly id: string | null; readonly name: string };

/** One verdict on one request, kept as it was made: later facts make another row, never another answer here. */
export const CoverageDecision = defineEntity({
  name: "CoverageDecision",
  ...ownedByPartner("coverage_decision"),
  indexes: [
    { properties: ["partnerId", "ticketId", "decidedAt"] },
    { name: "coverage_decision_decided_at_id_index", properties: ["decidedAt", "id"] },
  ],
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
    kind: word(DECISION_KINDS).default("RULES"),
    /** Whether it was the decision in force from then on: the rules go on deciding beside an override. */
    inForce: p.boolean().default(true),
    /** Of an override: what the rules said when it was made. */
    overridesId: p.uuid().strictNullable(),
    reason: p.text().strictNullable(),
    /** Null: the rules, whoever stated the facts. */
    decidedBy: document<Decider>().strictNullable(),
    /** Null where it was decided before this was kept, and for an override. */
    context: document<KnownContext>().strictNullable(),
  },
});
export type CoverageDecision = InferEntity<typeof CoverageDecision>;
