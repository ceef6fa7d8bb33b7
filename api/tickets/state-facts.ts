import type { Agreement } from "../clients/find-contract.ts";
import { type RequestFactName, type RequestFacts, requestFactNames } from "../core/coverage-policy/facts.ts";
import type { DomainEvent } from "../core/events.ts";
import type { Affected } from "../core/urgency.ts";
import type { Desk } from "../platform/desk.ts";
import type { NewClockFact } from "../sla/record-facts.ts";
import { choosePriority, technologyOf } from "./assess-request.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { decideAgain } from "./decide-again.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import { sayFacts } from "./say-facts.ts";
import type { Ticket } from "./ticket.entity.ts";
import type { Entry } from "./ticket-history.ts";

export type Statement = TicketRef & {
  affected?: Affected | null | undefined;
  workaround?: boolean | null | undefined;
  deviceId?: string | null | undefined;
  facts?: RequestFacts | null | undefined;
};

/** States facts, or states them anew. Priority and coverage follow from them; absent facts stay as they are. */
export const stateFacts = (desk: Desk, input: Statement): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "stateFacts", {}, async (ticket, _to, plan): Promise<Work | Refusal> => {
    const device = input.deviceId && (await technologyOf(desk, ticket.partnerId, ticket.clientId, input.deviceId));
    if (input.deviceId && !device) return refuse("NOT_FOUND", "deviceId", "The client has no such device.", ticket);
    const technology = technologyIn(input.facts) ?? device ?? {};
    const changes = changedFacts(ticket.facts, { ...input.facts, ...technology }, Object.keys(technology));
    const otherDevice = input.deviceId != null && input.deviceId !== ticket.deviceId;
    const affected = { from: ticket.affected, to: input.affected ?? ticket.affected };
    const workaround = { from: ticket.workaround, to: input.workaround ?? ticket.workaround };
    const proves = {
      affected: input.affected != null && (ticket.affectedMailed || affected.from !== affected.to),
      workaround: input.workaround != null && (ticket.workaroundMailed || workaround.from !== workaround.to),
    };
    if (changes.length === 0 && !otherDevice && !proves.affected && !proves.workaround)
      return refuse("INVALID", null, "Nothing new was stated.", ticket);
    if (input.deviceId) ticket.deviceId = input.deviceId;
    ticket.affected = affected.to;
    ticket.workaround = workaround.to;
    if (proves.affected) ticket.affectedMailed = false;
    if (proves.workaround) ticket.workaroundMailed = false;
    ticket.facts = { ...ticket.facts, ...Object.fromEntries(changes.map((c) => [c.name, c.to])) };
    const stated: DomainEvent = {
      type: "FactsStated",
      ticketId: ticket.id,
      payload: { affected, workaround, facts: changes },
    };
    const said = sayFacts({
      affected: proves.affected ? affected.to : null,
      workaround: proves.workaround ? workaround.to : null,
      facts: changes,
    });
    const work: Work = {
      facts: [],
      events: [stated],
      entries: [{ kind: "FACTS", change: said || "Another device of the client" }],
    };
    const priority = derive(desk, ticket, plan);
    const coverage = await decideAgain(desk, ticket);
    for (const more of [priority, coverage]) {
      work.facts?.push(...(more.facts ?? []));
      work.events.push(...more.events);
      work.entries.push(...more.entries);
    }
    return work;
  });

/** What a request is about is stated as a whole: kind, product and version of one thing, never of two. */
function technologyIn(facts: RequestFacts | null | undefined): Partial<RequestFacts> | null {
  if (facts?.technologyKind == null) return null;
  return {
    technologyKind: facts.technologyKind,
    product: facts.product ?? null,
    version: facts.version ?? null,
  } as never;
}

/** Facts that are absent stay as they are, but for those of a whole that was stated anew. */
function changedFacts(old: RequestFacts, stated: RequestFacts, whole: readonly string[]) {
  return requestFactNames
    .filter((name: RequestFactName) => stated[name] != null || whole.includes(name))
    .filter((name) => (stated[name] ?? null) !== (old[name] ?? null))
    .map((name) => ({ name, from: old[name] ?? null, to: stated[name] ?? null }));
}

/** A priority that a manager set by hand stays; a derived one follows the facts. */
function derive(desk: Desk, ticket: Ticket, plan: Agreement["plan"]): Work {
  if (ticket.priorityReason !== null || plan.terms.statedPriorities) return { events: [], entries: [] };
  // what a person states through any door but a mail counts, even on a ticket that came by mail; the rest of it does not
  const mailed = ticket.affectedMailed || ticket.workaroundMailed;
  const channel = mailed ? "EMAIL" : desk.viewer.kind === "REQUESTER" ? "PORTAL" : "PHONE";
  const chosen = choosePriority({ plan }, { affected: ticket.affected, workaround: ticket.workaround }, channel);
  if ("kind" in chosen) throw new Error(chosen.message);
  const from = ticket.priority;
  const to = chosen.priority.code;
  ticket.couldBeUrgent = chosen.couldBeUrgent;
  if (from === to) return { events: [], entries: [] };
  ticket.priority = to;
  const facts: NewClockFact[] = [{ kind: "PRIORITY_CHANGED", priority: to }];
  const entries: Entry[] = [{ kind: "PRIORITY", change: `Priority ${from} → ${to}, from the facts` }];
  const payload = { priority: { from, to }, origin: "DERIVED" as const, reason: null };
  return { facts, events: [{ type: "PriorityChanged", ticketId: ticket.id, payload }], entries };
}
