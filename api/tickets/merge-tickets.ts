import { planVersion } from "../clients/agreements.ts";
import type { Desk } from "../platform/desk.ts";
import { recordFacts } from "../sla/record-facts.ts";
import { ClockFact, SlaClock } from "../sla/sla.entity.ts";
import { changeTicket, settle, type TicketRef, type Work } from "./change-ticket.ts";
import { lockTicket } from "./find-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";

/**
 * Merges a duplicate into another ticket of the same client. The duplicate's clocks end MERGED, neither met nor missed;
 * the parent keeps the earliest creation and the first response. Merging never breaches at once: the parent's dues stay.
 */
export async function mergeTickets(
  desk: Desk,
  input: TicketRef & { intoTicketId: string },
): Promise<Changed | Refusal> {
  if (input.ticketId === input.intoTicketId)
    return refuse("INVALID", "intoTicketId", "A ticket cannot be merged into itself.");
  // Both rows are locked in the order of their ids, so that two opposite merges cannot wait for one another.
  for (const id of [input.ticketId, input.intoTicketId].sort())
    await desk.em.execute("select id from ticket where id = ? for no key update", [id]);
  const parent = await lockTicket(desk, input.intoTicketId);
  if (!parent) return refuse("NOT_FOUND", "intoTicketId", "There is no such ticket.");
  return changeTicket(desk, input, "merge", {}, async (child, to): Promise<Work | Refusal> => {
    if (parent.partnerId !== child.partnerId || parent.clientId !== child.clientId)
      return refuse("INVALID", "intoTicketId", "Only tickets of one client can be merged.", child);
    if (["CLOSED", "CANCELLED", "MERGED"].includes(parent.status))
      return refuse("INVALID", "intoTicketId", `#${parent.number} is ${parent.status}: it takes nothing in.`, child);
    const from = child.status;
    child.status = to;
    child.mergedIntoId = parent.id;
    child.closedAt = desk.now;
    child.waitingOn = null;
    child.waitingUntil = null;
    await absorb(desk, parent, child);
    return {
      facts: [{ kind: "MERGED" }],
      events: [
        {
          type: "TicketMerged",
          ticketId: child.id,
          payload: { status: { from, to }, reason: null, into: { id: parent.id, number: parent.number } },
        },
      ],
      entries: [{ kind: "MERGE", public: true, change: `Merged into #${parent.number}` }],
    };
  });
}

async function absorb(desk: Desk, parent: Ticket, child: Ticket): Promise<void> {
  const createdAt = { from: parent.createdAt, to: parent.createdAt };
  if (child.createdAt < parent.createdAt) createdAt.to = parent.createdAt = child.createdAt;
  await settle(
    desk,
    parent,
    await planVersion(desk.em, parent.planId),
    {
      events: [
        {
          type: "TicketAbsorbed",
          ticketId: parent.id,
          payload: { child: { id: child.id, number: child.number }, createdAt },
        },
      ],
      entries: [{ kind: "MERGE", change: `#${child.number} was merged into this ticket` }],
    },
    "absorbing",
  );
  const answered = await firstAnswer(desk, child);
  const open = await desk.em.findOne(SlaClock, {
    partnerId: parent.partnerId,
    ticketId: parent.id,
    metric: "FIRST_RESPONSE",
    endedAt: null,
  });
  if (!answered || !open) return;
  const at = Math.max(answered.happenedAt, open.startedAt) as typeof desk.now;
  await recordFacts(desk, parent, [{ ...answered.detail, kind: "PUBLIC_REPLY" }], { happenedAt: at });
}

/** The first reply that did not come back undelivered. */
async function firstAnswer(desk: Desk, { partnerId, id: ticketId }: Ticket): Promise<ClockFact | undefined> {
  const facts = await desk.em.find(
    ClockFact,
    { partnerId, ticketId, kind: { $in: ["PUBLIC_REPLY", "RESPONSE_WITHDRAWN"] } },
    { orderBy: { happenedAt: "asc", seq: "asc" } },
  );
  const cameBack = facts.filter((f) => f.kind === "RESPONSE_WITHDRAWN").map((f) => f.detail["message"]);
  return facts.find((f) => f.kind === "PUBLIC_REPLY" && !cameBack.includes(f.detail["message"]));
}
