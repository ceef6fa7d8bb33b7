import type { Decision } from "../core/coverage-policy/decide.ts";
import type { DomainEvent } from "../core/events.ts";
import { CoverageDecision } from "../coverage/coverage-decision.entity.ts";
import type { Decided } from "../coverage/decide-coverage.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { actorOf } from "../platform/viewer.ts";
import type { Ticket } from "./ticket.entity.ts";

/** What was in force: the outcome, and the clause by its code. */
export type InForce = { readonly outcome: Decision["outcome"]; readonly clause: string | null };

export const inForce = (ticket: Ticket): InForce => ({
  outcome: ticket.coverageOutcome as Decision["outcome"],
  clause: ticket.coverageClause,
});

const news = (
  ticket: Ticket,
  decisionId: string,
  from: InForce | null,
  to: InForce,
  by: { override: boolean; reason: string | null },
): DomainEvent => ({
  type: "CoverageDecided",
  ticketId: ticket.id,
  payload: {
    decisionId,
    outcome: { from: from?.outcome ?? null, to: to.outcome },
    clause: { from: from?.clause ?? null, to: to.clause },
    ...by,
  },
});

const kept = (desk: Desk, ticket: Ticket, decision: Decision) => ({
  id: uuidv7(),
  partnerId: ticket.partnerId,
  ticketId: ticket.id,
  outcome: decision.outcome,
  clause: decision.clause?.code ?? null,
  decision,
  facts: ticket.facts,
  decidedAt: desk.now,
});

function take(ticket: Ticket, decision: Decision, overridden: boolean): void {
  ticket.coverageOutcome = decision.outcome;
  ticket.coverageClause = decision.clause?.code ?? null;
  ticket.coverageOverridden = overridden;
}

/**
 * Keeps a decision of the rules and returns the news of it. Where a person's decision stands it goes on standing, and the
 * new one is kept beside it: somebody answers for the override, and facts that are stated later must not undo silently
 * what the client was told. Whoever withdraws it gives way to what the rules say by then.
 */
export function recordDecision(
  desk: Desk,
  ticket: Ticket,
  decided: Decided,
  planVersion: number,
  before: InForce | null,
): DomainEvent {
  const stands = ticket.coverageOverridden;
  const { decision } = decided;
  const row = keepRules(desk, ticket, decided, planVersion);
  if (!stands) take(ticket, decision, false);
  const by = decision.clause ? `${decision.outcome} by ${decision.clause.code}` : decision.outcome;
  const reason = stands ? `The override stands; by the rules it would be ${by}.` : null;
  return news(ticket, row.id, before, inForce(ticket), { override: stands, reason });
}

/** What the rules say: in force, unless a person's decision stands. */
export function keepRules(
  desk: Desk,
  ticket: Ticket,
  { decision, context, goodUntil }: Decided,
  planVersion: number,
): CoverageDecision {
  ticket.coverageLookAt = goodUntil;
  return desk.em.create(CoverageDecision, {
    ...kept(desk, ticket, decision),
    planVersion,
    context,
    inForce: !ticket.coverageOverridden,
    ...{ overridesId: null, reason: null, decidedBy: null },
  });
}

/** Keeps a person's decision, which is in force from now on. */
export function recordOverride(
  desk: Desk,
  ticket: Ticket,
  { decision, rules, reason }: { decision: Decision; rules: CoverageDecision; reason: string },
): DomainEvent {
  const before = inForce(ticket);
  const row = desk.em.create(CoverageDecision, {
    ...kept(desk, ticket, decision),
    kind: "OVERRIDE",
    planVersion: rules.planVersion,
    overridesId: rules.id,
    reason,
    decidedBy: actorOf(desk.viewer),
    context: null,
  });
  take(ticket, decision, true);
  return news(ticket, row.id, before, inForce(ticket), { override: true, reason });
}

/** What the rules said last is in force again. */
export function restoreRules(desk: Desk, ticket: Ticket, rules: CoverageDecision, reason: string | null): DomainEvent {
  const before = inForce(ticket);
  const { decision, facts, planVersion, context } = rules;
  const row = desk.em.create(CoverageDecision, {
    ...kept(desk, ticket, decision),
    ...{ kind: "RESTORED" as const, facts, planVersion, context, reason, overridesId: null, decidedBy: null },
  });
  take(ticket, decision, false);
  return news(ticket, row.id, before, inForce(ticket), { override: false, reason });
}

/** The newest decision of the rules, in force or not. */
export async function newestOfRules(desk: Desk, ticket: Ticket): Promise<CoverageDecision> {
  const newest = await desk.em.findOne(
    CoverageDecision,
    { partnerId: ticket.partnerId, ticketId: ticket.id, kind: "RULES" },
    { orderBy: { decidedAt: "desc", id: "desc" } },
  );
  if (!newest) throw new Error(`nothing was ever decided about ticket ${ticket.number}`);
  return newest;
}
