import { type OverridingOutcome, overridden, overridingOutcomes } from "../core/coverage-policy/override.ts";
import { clausesInForce } from "../core/coverage-policy/terms.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { rulesNow } from "./decide-again.ts";
import { inForce, newestOfRules, recordOverride, restoreRules } from "./record-decision.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import { sayDecision } from "./say-decision.ts";
import type { Ticket } from "./ticket.entity.ts";

export type Override = TicketRef & {
  outcome: string;
  reason: string;
  clause?: string | null | undefined;
};

const MOST_CHARACTERS = 500;
const about = (ticket: Ticket) => ({ type: "Ticket", id: ticket.id, name: `#${ticket.number}` });

/** Decides coverage by hand, with a reason. What the rules say stays beside it, and goes on being decided. */
export const overrideCoverage = (desk: Desk, input: Override): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "overrideCoverage", {}, async (ticket, _to, plan): Promise<Work | Refusal> => {
    const reason = input.reason.trim();
    if (reason === "")
      return refuse("REASON_REQUIRED", "reason", "Deciding by hand needs a reason: it is shown beside it.", ticket);
    if (reason.length > MOST_CHARACTERS)
      return refuse("INVALID", "reason", `At most ${MOST_CHARACTERS} characters: it is shown beside it.`, ticket);
    const outcome = overridingOutcomes.find((known) => known === input.outcome);
    if (!outcome)
      return refuse("INVALID", "outcome", `Decide ${overridingOutcomes.join(", ")}; facts ask for themselves.`, ticket);
    const found = clauseOf(ticket, outcome, input.clause ?? null, clausesInForce(plan.terms.coverage));
    if ("kind" in found) return found;
    const rules = await newestOfRules(desk, ticket);
    const same = (one: { outcome: string; clause: string | null }) =>
      one.outcome === outcome && one.clause === (found.clause?.code ?? null);
    if (same(inForce(ticket)) && ticket.coverageOverridden === false)
      return refuse("INVALID", "outcome", "The rules say just that: there is nothing to decide by hand.", ticket);
    if (same(inForce(ticket))) return refuse("INVALID", "outcome", "It is decided like that already.", ticket);
    if (same(rules))
      return refuse("INVALID", "outcome", "The rules say just that: withdraw the override instead.", ticket);
    const before = inForce(ticket);
    const decision = overridden(rules.decision, outcome, found.clause);
    const event = recordOverride(desk, ticket, { decision, rules, reason });
    audit(desk, {
      action: "COVERAGE_OVERRIDDEN",
      about: about(ticket),
      detail: { from: before.outcome, to: outcome, clause: found.clause?.code ?? null, rules: rules.outcome, reason },
    });
    return {
      events: [event],
      entries: [
        { kind: "COVERAGE", public: true, change: `${sayDecision(decision)}, decided by hand` },
        { kind: "COVERAGE", change: `Why: ${reason}. The rules say: ${sayDecision(rules.decision)}` },
      ],
    };
  });

/** Gives way to the rules again. */
export const withdrawOverride = (
  desk: Desk,
  input: TicketRef & { reason?: string | null | undefined },
): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "withdrawOverride", {}, async (ticket): Promise<Work | Refusal> => {
    const reason = input.reason?.trim() || null;
    if (reason && reason.length > MOST_CHARACTERS)
      return refuse("INVALID", "reason", `At most ${MOST_CHARACTERS} characters: it is shown in the story.`, ticket);
    if (!ticket.coverageOverridden)
      return refuse("INVALID", "ticketId", "No override stands: the rules decide already.", ticket);
    const rules = await rulesNow(desk, ticket);
    const before = inForce(ticket);
    const event = restoreRules(desk, ticket, rules, reason);
    const detail = { from: before.outcome, to: rules.outcome, clause: rules.clause, reason };
    audit(desk, { action: "OVERRIDE_WITHDRAWN", about: about(ticket), detail });
    return {
      events: [event],
      entries: [
        { kind: "COVERAGE", public: true, change: `${sayDecision(rules.decision)}, by the rules again` },
        ...(reason ? [{ kind: "COVERAGE" as const, change: `Why: ${reason}` }] : []),
      ],
    };
  });

/** The clause that a decision by hand names, if any. What is covered is not covered by a clause. */
function clauseOf(
  ticket: Ticket,
  outcome: OverridingOutcome,
  code: string | null,
  clauses: ReturnType<typeof clausesInForce>,
): { clause: (typeof clauses)[number] | null } | Refusal {
  if (code === null) return { clause: null };
  if (outcome === "COVERED")
    return refuse("INVALID", "clause", "What is covered needs no clause: leave it out.", ticket);
  const clause = clauses.find((known) => known.code === code);
  const known = clauses.map((c) => c.code).join(", ");
  return clause
    ? { clause }
    : refuse("INVALID", "clause", `The ticket's plan has no clause "${code}": ${known}.`, ticket);
}
