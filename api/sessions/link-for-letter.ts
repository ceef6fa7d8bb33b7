import { isActive } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment, BookingLink } from "./appointment.entity.ts";
import { issueLink, LINK_SECONDS } from "./issue-link.ts";

/**
 * Another secret for a link that was sent, on its terms, for the letter that is about to leave: whoever sent the link got its
 * secret once, and nobody can read it again. Null for a link that was replaced, or is over.
 */
export async function linkForLetter(desk: Desk, linkId: string): Promise<string | null> {
  const link = await desk.em.findOne(BookingLink, { id: linkId });
  const ticket = link && (await desk.em.findOne(Ticket, { id: link.ticketId }));
  if (!link || !ticket || link.replacedAt !== null || link.expiresAt <= desk.now) return null;
  const { technicianId, lengthSeconds, createdBy, expiresAt } = link;
  return (await issueLink(desk, ticket, { technicianId, lengthSeconds, createdBy, expiresAt })).path;
}

/**
 * A link for the letter about an appointment, by which it is moved or called off, or had again where it was missed; on the terms
 * of the newest link that was sent. It is good until the appointment is over at least. Null where there is nothing to do by it.
 */
export async function linkForAppointment(
  desk: Desk,
  appointmentId: string,
  status: "BOOKED" | "MISSED",
): Promise<string | null> {
  const appointment = await desk.em.findOne(Appointment, { id: appointmentId, status });
  const ticket = appointment && (await desk.em.findOne(Ticket, { id: appointment.ticketId }));
  if (!appointment || !ticket || !isActive(ticket.status)) return null;
  const of = { partnerId: ticket.partnerId, ticketId: ticket.id };
  const sent = await desk.em.findOne(BookingLink, { ...of, replacedAt: null }, { orderBy: { createdAt: "desc" } });
  const { path } = await issueLink(desk, ticket, {
    technicianId: sent ? sent.technicianId : ticket.assigneeId,
    lengthSeconds: appointment.untilAt - appointment.fromAt,
    createdBy: sent?.createdBy ?? appointment.createdBy,
    expiresAt: Math.max(appointment.untilAt, desk.now + LINK_SECONDS) as Instant,
  });
  return path;
}
