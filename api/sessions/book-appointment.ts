import { findClient } from "../clients/find-contract.ts";
import { wallTime } from "../core/business-calendar/zone.ts";
import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { isStaff } from "../platform/viewer.ts";
import { changeTicket, type Work } from "../tickets/change-ticket.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import type { Appointment } from "./appointment.entity.ts";
import { type BookingCode, type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { claimSlot, letGo } from "./claim-slot.ts";
import { findBooking, openBooking } from "./find-booking.ts";

export type Agreed = { readonly kind: "agreed"; readonly ticket: Ticket; readonly appointment: Appointment };
export type Held = { readonly kind: "held"; readonly appointment: Appointment };

/** A reminder goes out so long before; an appointment that is nearer when it is agreed needs none. */
export const REMIND_BEFORE = 3_600;

/** Keeps a slot for this ticket for five minutes, in place of one that it held. */
export async function holdSlot(
  desk: Desk,
  input: { ticketId: string | null; from: Instant },
): Promise<Held | BookingRefusal> {
  const booking = await openBooking(desk, input.ticketId);
  if (booking.kind === "refused") return booking;
  const claimed = await claimSlot(desk, booking.ticket, input.from, booking);
  return claimed.kind === "refused" ? claimed : { kind: "held", appointment: claimed.appointment };
}

/** What was held is free again; nothing held is as good. */
export async function releaseSlot(
  desk: Desk,
  input: { ticketId: string | null },
): Promise<{ kind: "released" } | BookingRefusal> {
  const booking = await findBooking(desk, input.ticketId, { lock: true });
  if (booking.kind === "refused") return booking;
  await letGo(desk, booking.ticket);
  return { kind: "released" };
}

/** Agrees on a time. The ticket is SCHEDULED until then, and is taken up again by itself when the time comes. */
export async function bookAppointment(
  desk: Desk,
  input: { ticketId: string | null; from: Instant },
): Promise<Agreed | BookingRefusal> {
  const booking = await openBooking(desk, input.ticketId);
  if (booking.kind === "refused") return booking;
  if (booking.booked)
    return refuseBooking("ALREADY_EXISTS", null, "An appointment stands already: move it, or cancel it first.");
  const claimed = await claimSlot(desk, booking.ticket, input.from, booking);
  if (claimed.kind === "refused") return claimed;
  return schedule(desk, booking.ticket, claimed.appointment, null);
}

/** Writes what a ticket's new time means for it: its status, its clocks, its story, the news. `before`: it was moved. */
export async function schedule(
  desk: Desk,
  { id: ticketId, clientId }: Ticket,
  appointment: Appointment,
  before: { from: Instant; until: Instant; technician: { id: string; name: string } } | null,
  told = "Appointment on",
): Promise<Agreed | BookingRefusal> {
  const { fromAt: from, untilAt: until, technicianName: technician } = appointment;
  const zone = (await findClient(desk.em, clientId))?.timeZone ?? "UTC";
  const outcome = await changeTicket(desk, { ticketId }, "schedule", {}, (ticket, to): Work => {
    const status = { from: ticket.status, to };
    const paused = ticket.status === "WAITING" || ticket.status === "SCHEDULED";
    ticket.status = to;
    ticket.waitingOn = null;
    ticket.waitingUntil = from;
    const scheduled: DomainEvent = {
      type: "TicketScheduled",
      ticketId,
      payload: {
        status,
        ...{ appointmentId: appointment.id, from, until, sequence: appointment.sequence, before },
        technician: { id: appointment.technicianId, name: technician },
      },
    };
    const instead = before && before.technician.id !== appointment.technicianId;
    const words = before ? `Appointment moved from ${wallTime(zone, before.from)} to` : told;
    return {
      facts: [
        ...(paused ? [{ kind: "RESUMED" as const }] : []),
        { kind: "PAUSED" as const, reason: "APPOINTMENT" as const, resumesAt: from },
      ],
      events: [scheduled],
      entries: [
        {
          ...{ kind: "APPOINTMENT", public: true },
          change: `${words} ${wallTime(zone, from)} (${zone}) with ${technician}${instead ? ` instead of ${before.technician.name}` : ""}`,
        },
      ],
    };
  });
  if (outcome.kind === "refused") return refuseBooking(outcome.code as BookingCode, outcome.field, outcome.message);
  const remindAt = from - REMIND_BEFORE > desk.now ? ((from - REMIND_BEFORE) as Instant) : null;
  // whoever is visited and confirms this very time agrees to the visit
  const consentBy = isStaff(desk.viewer) || desk.viewer.kind === "PARTNER" ? null : desk.viewer.name;
  Object.assign(appointment, { status: "BOOKED", heldUntil: null, remindAt, lookAt: until, consentBy });
  return { kind: "agreed", ticket: outcome.ticket, appointment };
}
