import type { Status } from "../core/ticket-lifecycle.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";

/** The technician who acts takes the ticket. Whoever was faster keeps it, and is named. */
export const takeTicket = (desk: Desk, input: TicketRef): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "take", {}, (ticket, to): Work | Refusal => {
    const me = desk.viewer.technicianId;
    if (!me) return refuse("STAFF_ONLY", null, "Only a technician can take a ticket.", ticket);
    if (ticket.assigneeId !== null) {
      const holder = ticket.assigneeId === me ? "You have" : `${ticket.assigneeName} has`;
      return refuse("ALREADY_TAKEN", "ticketId", `${holder} it.`, ticket);
    }
    return take(desk, ticket, to);
  });

/** It is theirs from now on. */
export function take(desk: Desk, ticket: Ticket, to: Status): Work {
  const from = ticket.status;
  const before = ticket.assigneeId ? { id: ticket.assigneeId, name: ticket.assigneeName ?? "" } : null;
  const me = { id: desk.viewer.technicianId as string, name: desk.viewer.name };
  ticket.status = to;
  ticket.assigneeId = me.id;
  ticket.assigneeName = me.name;
  return {
    events: [
      {
        type: "TicketTaken",
        ticketId: ticket.id,
        payload: { status: { from, to }, assignee: { from: before, to: me } },
      },
    ],
    entries: [{ kind: "ASSIGNMENT", change: `${me.name} took it` }],
  };
}

/** Takes the first of the queue, atomically: two technicians who ask at once get two tickets. */
export async function takeNext(desk: Desk, input: { teamId?: string | null | undefined }): Promise<Changed | Refusal> {
  if (!desk.viewer.technicianId) return refuse("STAFF_ONLY", null, "Only a technician can take a ticket.");
  const find = async (others: "skip locked" | "") => {
    const [found] = await desk.em.execute<{ id: string }[]>(
      `select id from ticket where queue_key is not null ${input.teamId ? "and team_id = ?" : ""}
        order by queue_key limit 1 for no key update ${others}`,
      input.teamId ? [input.teamId] : [],
    );
    return found;
  };
  // one that somebody holds for a moment, writing a note perhaps, waits all the same
  const first = (await find("skip locked")) ?? (await find(""));
  if (!first) return refuse("QUEUE_EMPTY", null, "Nothing waits in the queue.");
  return takeTicket(desk, { ticketId: first.id });
}
