import { isActive } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { lockTicket, maySee } from "../tickets/find-ticket.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment, BookingLink } from "./appointment.entity.ts";
import { type BookingRefusal, refuseBooking } from "./booking-refusal.ts";

/** What a booking is about: the ticket, and on which terms. */
export type Booking = {
  readonly kind: "booking";
  readonly ticket: Ticket;
  readonly link: BookingLink | null;
  /** The newest link that was sent, whoever asks; null: none was, so that the usual terms hold. */
  readonly sent: BookingLink | null;
  readonly technicianId: string | null;
  readonly lengthSeconds: number;
  /** The appointment that stands; null: none does. */
  readonly booked: Appointment | null;
  /** Why nothing can be agreed on; null: it can. */
  readonly closed: BookingRefusal | null;
};

export const STANDARD_LENGTH = 1_800;

/** Whether a link, and its ticket, have anything left to open: null, or why not in a sentence. */
function closedBecause(ticket: Ticket, link: BookingLink | null, now: Instant): BookingRefusal | null {
  if (!isActive(ticket.status))
    return refuseBooking(
      "NOT_IN_THIS_STATUS",
      null,
      `The ticket is ${ticket.status.toLowerCase()}: there is nothing left to agree on.`,
    );
  if (link && link.replacedAt !== null)
    return refuseBooking("LINK_OVER", null, "A newer link was sent in place of this one: use that.");
  if (link && link.expiresAt <= now) return refuseBooking("LINK_OVER", null, "This link is over: ask for a new one.");
  return null;
}

/**
 * The booking of a ticket as whoever may make one finds it: staff and requesters for a ticket they see, or the holder of a
 * link for the one ticket that it names. A verb locks the ticket.
 */
export async function findBooking(
  desk: Desk,
  ticketId: string | null,
  { lock }: { lock: boolean },
): Promise<Booking | BookingRefusal> {
  const byLink = desk.viewer.kind === "BOOKING";
  const id = byLink ? (desk.viewer.ticketId ?? null) : ticketId;
  if (byLink && ticketId !== null && ticketId !== id)
    return refuseBooking("NOT_FOUND", "ticketId", "Your link is for another ticket: leave this out.");
  const ticket = id === null ? null : await (lock ? lockTicket(desk, id) : seenTicket(desk, id));
  if (!ticket) return refuseBooking("NOT_FOUND", "ticketId", "There is no such ticket.");
  desk.notBefore(ticket.updatedAt);
  const of = { partnerId: ticket.partnerId, ticketId: ticket.id };
  const link = byLink ? await desk.em.findOne(BookingLink, { ...of, id: desk.viewer.id }) : null;
  const booked = await desk.em.findOne(Appointment, { ...of, status: "BOOKED" });
  const sent =
    link ?? (await desk.em.findOne(BookingLink, { ...of, replacedAt: null }, { orderBy: { createdAt: "desc" } }));
  return {
    ...{ kind: "booking", ticket, link, sent, booked, closed: closedBecause(ticket, link, desk.now) },
    technicianId: sent ? sent.technicianId : ticket.assigneeId,
    lengthSeconds: sent?.lengthSeconds ?? STANDARD_LENGTH,
  };
}

async function seenTicket(desk: Desk, id: string): Promise<Ticket | null> {
  const ticket = await desk.em.findOne(Ticket, { id });
  return ticket && maySee(desk.viewer, ticket) ? ticket : null;
}

/** The same for a verb, which is refused where nothing can be agreed on. */
export async function openBooking(desk: Desk, ticketId: string | null): Promise<Booking | BookingRefusal> {
  const booking = await findBooking(desk, ticketId, { lock: true });
  return booking.kind === "booking" && booking.closed ? booking.closed : booking;
}
