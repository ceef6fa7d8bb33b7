import { addOnsOf, calendarVersion, isInForce } from "../clients/agreements.ts";
import { isOpen, nextClosing } from "../core/business-calendar/arithmetic.ts";
import { type Instant, minutes } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { afterHoursOf, composeHours } from "../sla/operating-hours.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment } from "./appointment.entity.ts";

/** Connecting may begin a little before the agreed time: nobody is kept waiting who is there already. */
export const EARLY = minutes(10);

/** Why a technician may connect now, and until when the desk is open for it (null: it does not close). */
export type Grounds =
  | { readonly kind: "APPOINTMENT"; readonly appointment: Appointment; readonly closesAt: Instant | null }
  | { readonly kind: "IMMEDIATE"; readonly appointment: null; readonly closesAt: Instant | null };

/**
 * Whether a remote session may begin now: at the ticket's appointment, or at once where the contract has the add-on for
 * it. Null: neither is so.
 */
export async function groundsToConnect(desk: Desk, ticket: Ticket): Promise<Grounds | null> {
  const addOns = await addOnsOf(desk.em, ticket.contractId);
  const hours = composeHours(await calendarVersion(desk.em, ticket.calendarId), afterHoursOf(addOns));
  // who works on outside the hours closes nothing by it
  const closesAt = isOpen(hours, desk.now) ? nextClosing(hours, desk.now) : null;
  const appointment = await desk.em.findOne(Appointment, {
    partnerId: ticket.partnerId,
    ticketId: ticket.id,
    status: "BOOKED",
    fromAt: { $lte: (desk.now + EARLY) as Instant },
    untilAt: { $gt: desk.now },
  });
  if (appointment) return { kind: "APPOINTMENT", appointment, closesAt };
  return isInForce(addOns, "IMMEDIATE", desk.now) ? { kind: "IMMEDIATE", appointment: null, closesAt } : null;
}
