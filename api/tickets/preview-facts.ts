import { GraphQLError } from "graphql";
import { findClient } from "../clients/find-contract.ts";
import { CoverageDecision } from "../coverage/coverage-decision.entity.ts";
import { ofRules, showDecision } from "../coverage/show-decision.ts";
import type { Context } from "../platform/context.ts";
import type { Desk } from "../platform/desk.ts";
import { SlaClock } from "../sla/sla.entity.ts";
import { promiseSaid, type TicketPreview } from "./preview-ticket.ts";
import { type Statement, stateFacts } from "./state-facts.ts";
import type { Ticket } from "./ticket.entity.ts";

/** States the facts by the very verb, looks at what became of the ticket, and undoes it all. */
export const previewFacts = (context: Context, statement: Statement): Promise<TicketPreview> =>
  context.look(async (desk) => {
    const outcome = await stateFacts(desk, statement);
    if (outcome.kind === "changed") return standing(desk, outcome.ticket);
    // nothing that is new changes nothing
    if (outcome.code === "INVALID" && outcome.field === null && outcome.current) return standing(desk, outcome.current);
    const code = outcome.code === "NOT_FOUND" ? "NOT_FOUND" : "BAD_USER_INPUT";
    throw new GraphQLError(outcome.message, { extensions: { code, field: outcome.field } });
  });

async function standing(desk: Desk, ticket: Ticket): Promise<TicketPreview> {
  await desk.em.flush();
  const of = { partnerId: ticket.partnerId, ticketId: ticket.id };
  const newest = { decidedAt: "desc", id: "desc" } as const;
  const decided = await desk.em.findOne(CoverageDecision, { ...of, inForce: true }, { orderBy: newest });
  if (!decided) throw new Error(`nothing was ever decided about ticket ${ticket.number}`);
  const clock = await desk.em.findOne(
    SlaClock,
    { ...of, metric: "FIRST_RESPONSE" },
    { orderBy: { cycle: "desc" }, refresh: true },
  );
  const dueAt = clock && clock.satisfiedAt === null && clock.endedAt === null ? clock.dueAt : null;
  const zone = (await findClient(desk.em, ticket.clientId))?.timeZone ?? "UTC";
  const { planVersion, decidedAt, decidedBy } = decided;
  return {
    priority: { code: ticket.priority, name: ticket.priorityName, rank: ticket.priorityRank },
    couldBeUrgent: ticket.couldBeUrgent,
    dueAt,
    // why somebody decided by hand is not told by a preview
    coverage: showDecision(decided.decision, { ...ofRules, id: null, planVersion, decidedAt, decidedBy }),
    sentence: promiseSaid(ticket.priorityName, dueAt, zone),
  };
}
