import { isActive } from "../core/ticket-lifecycle.ts";
import type { Desk } from "../platform/desk.ts";
import { lockTicket } from "../tickets/find-ticket.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import { Appointment } from "./appointment.entity.ts";
import { type Agreed, schedule } from "./book-appointment.ts";

/**
 * The appointment of a ticket that was merged goes on in the ticket that took it in: the time stays agreed, and calendars keep their
 * entry. Null where it cannot: the other has an appointment of its own, or is over, or the time has come.
 */
export async function carryOver(desk: Desk, child: Ticket, appointment: Appointment): Promise<Agreed | null> {
  if (child.mergedIntoId === null || appointment.fromAt <= desk.now) return null;
  const parent = await lockTicket(desk, child.mergedIntoId);
  if (!parent || !isActive(parent.status)) return null;
  const of = { partnerId: parent.partnerId, ticketId: parent.id };
  if ((await desk.em.count(Appointment, { ...of, status: "BOOKED" })) > 0) return null;
  Object.assign(appointment, { ticketId: parent.id, sequence: appointment.sequence + 1 });
  const outcome = await schedule(desk, parent, appointment, null, `Appointment of #${child.number}, on`);
  if (outcome.kind === "refused") return null;
  appendTimeline(desk, child, [
    { kind: "APPOINTMENT", public: true, change: `Its appointment goes on in #${parent.number}` },
  ]);
  return outcome;
}
