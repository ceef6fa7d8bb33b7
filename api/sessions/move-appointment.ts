import { findClient } from "../clients/find-contract.ts";
import { wallTime } from "../core/business-calendar/zone.ts";
import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { isStaff } from "../platform/viewer.ts";
import { changeTicket, type Work } from "../tickets/change-ticket.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import type { Appointment } from "./appointment.entity.ts";
import { type Agreed, schedule } from "./book-appointment.ts";
import { type BookingCode, type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { carryOver } from "./carry-over.ts";
import { claimSlot, letGo } from "./claim-slot.ts";
import { openBooking } from "./find-booking.ts";

const nothingStands = () => refuseBooking("NO_APPOINTMENT", null, "No appointment stands: choose a time and book it.");
const begun = () => refuseBooking("SLOT_PASSED", null, "The appointment has begun: it can be moved no more.");

/**
 * Moves the appointment to another time, with the same technician where they are free. Its id stays, so that calendars of others
 * move their entry in place. The old time is given up only with the new one in hand.
 */
export async function rescheduleAppointment(
  desk: Desk,
  input: { ticketId: string | null; from: Instant },
): Promise<Agreed | BookingRefusal> {
  const booking = await openBooking(desk, input.ticketId);
  if (booking.kind === "refused") return booking;
  const { ticket, booked } = booking;
  if (!booked) return nothingStands();
  if (booked.fromAt <= desk.now) return begun();
  if (booked.fromAt === input.from)
    return refuseBooking("INVALID", "from", "That is when the appointment is already: choose another time.");
  const claimed = await claimSlot(desk, ticket, input.from, { ...booking, has: booked.technicianId });
  if (claimed.kind === "refused") return claimed;
  const before = {
    ...{ from: booked.fromAt, until: booked.untilAt },
    technician: { id: booked.technicianId, name: booked.technicianName },
  };
  const { technicianId, technicianName, fromAt, untilAt, busyUntil } = claimed.appointment;
  await letGo(desk, ticket);
  desk.em.getUnitOfWork().unsetIdentity(claimed.appointment);
  Object.assign(booked, { technicianId, technicianName, fromAt, untilAt, busyUntil, sequence: booked.sequence + 1 });
  return schedule(desk, ticket, booked, before);
}

/** Calls the appointment off. A ticket that waited for it is taken up again. */
export async function cancelAppointment(
  desk: Desk,
  input: { ticketId: string | null; reason: string | null },
): Promise<Agreed | BookingRefusal> {
  const booking = await openBooking(desk, input.ticketId);
  if (booking.kind === "refused") return booking;
  const { ticket, booked } = booking;
  if (!booked) return nothingStands();
  if (booked.fromAt <= desk.now) return begun();
  const by = isStaff(desk.viewer) ? "STAFF" : "REQUESTER";
  return callOff(desk, ticket, booked, by, input.reason?.trim() || null);
}

/** Whoever calls it off, and for whatever reason. What was merged into another ticket goes on there, where it can. */
export async function callOff(
  desk: Desk,
  ticket: Ticket,
  appointment: Appointment,
  by: "STAFF" | "REQUESTER" | "TICKET_ENDED",
  reason: string | null,
): Promise<Agreed | BookingRefusal> {
  const carried = by === "TICKET_ENDED" ? await carryOver(desk, ticket, appointment) : null;
  if (carried) return carried;
  const { id: ticketId, clientId, status: now } = ticket;
  const zone = (await findClient(desk.em, clientId))?.timeZone ?? "UTC";
  const waits = now === "SCHEDULED";
  const sequence = appointment.sequence + 1;
  const outcome = await changeTicket(desk, { ticketId }, waits ? "resume" : "note", {}, (ticket, to): Work => {
    const status = { from: ticket.status, to };
    if (waits) Object.assign(ticket, { status: to, waitingUntil: null });
    const cancelled: DomainEvent = {
      type: "AppointmentCancelled",
      ticketId,
      payload: {
        status,
        ...{
          appointmentId: appointment.id,
          from: appointment.fromAt,
          until: appointment.untilAt,
          sequence,
          by,
          reason,
        },
        technician: { id: appointment.technicianId, name: appointment.technicianName },
      },
    };
    const what = `Appointment of ${wallTime(zone, appointment.fromAt)} (${zone}) called off`;
    return {
      facts: waits ? [{ kind: "RESUMED" }] : [],
      events: [cancelled],
      entries: [{ kind: "APPOINTMENT", public: true, change: reason ? `${what}: ${reason}` : what }],
    };
  });
  if (outcome.kind === "refused") return refuseBooking(outcome.code as BookingCode, outcome.field, outcome.message);
  Object.assign(appointment, { status: "CANCELLED", sequence, remindAt: null, lookAt: null, reason });
  return { kind: "agreed", ticket: outcome.ticket, appointment };
}
