import { calendarVersion } from "../clients/agreements.ts";
import { findClient } from "../clients/find-contract.ts";
import { byLocalDate } from "../core/appointment-slots.ts";
import { isZone, localDate, startOfDay } from "../core/business-calendar/zone.ts";
import type { Instant, Period } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { asksOf } from "./answer-booking-link.ts";
import { Appointment } from "./appointment.entity.ts";
import type { Booking } from "./booking.graphql.ts";
import { type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { findBooking } from "./find-booking.ts";
import { AHEAD_SECONDS, offeredSlots } from "./offered-slots.ts";
import { type AppointmentRow, rowOf } from "./read-appointments.ts";
import { RemoteSession } from "./remote-session.entity.ts";

const DAYS = 14;
const DAY = 86_400;
const MOST_DAYS = 31;
const MOST_SESSIONS = 100;

export type Asked = { ticketId: string | null; zone: string | null; from: string | null; days: number | null };
/** As the API shows it. */
export type ReadBooking = Omit<Booking, "appointment" | "sessions"> & {
  readonly kind: "read";
  readonly sessions: readonly RemoteSession[];
  readonly appointment: AppointmentRow | null;
};

/** All that somebody needs who chooses a time: what it is about, and the slots by the dates of their own zone. */
export async function readBooking(desk: Desk, asked: Asked): Promise<ReadBooking | BookingRefusal> {
  const found = await findBooking(desk, asked.ticketId, { lock: false });
  if (found.kind === "refused") return found;
  const { ticket, booked, technicianId, lengthSeconds, sent, closed } = found;
  const client = await findClient(desk.em, ticket.clientId);
  const timeZone = client?.timeZone ?? "UTC";
  const zone = asked.zone ?? timeZone;
  if (!isZone(zone))
    return refuseBooking("INVALID", "timeZone", `"${zone}" is no time zone: name one such as Europe/Vienna.`);
  const days = asked.days ?? DAYS;
  if (days < 1 || days > MOST_DAYS) return refuseBooking("INVALID", "days", `Ask for 1 to ${MOST_DAYS} days.`);
  const within = datesIn(zone, asked.from ?? localDate(zone, desk.now), days);
  const offer = await offeredSlots(desk.em, { ticket, technicianId, lengthSeconds }, within, desk.now);
  const held = await desk.em.findOne(Appointment, {
    partnerId: ticket.partnerId,
    ticketId: ticket.id,
    status: "HELD",
    heldUntil: { $gt: desk.now },
  });
  const of = { partnerId: ticket.partnerId, ticketId: ticket.id };
  const sessions = await desk.em.find(RemoteSession, of, {
    orderBy: { startedAt: "asc", id: "asc" },
    limit: MOST_SESSIONS,
  });
  return {
    ...{ kind: "read", sessions, ticketNumber: ticket.number, subject: ticket.subject, lengthSeconds, timeZone },
    closedBecause: closed?.message ?? null,
    technicianName: technicianId === null ? null : (offer.able[0]?.name ?? null),
    deskTimeZone: (await calendarVersion(desk.em, ticket.calendarId)).definition.timeZone,
    expiresAt: sent?.expiresAt ?? null,
    bookableUntil: (desk.now + AHEAD_SECONDS) as Instant,
    asks: asksOf(found, desk),
    askedAt: sent?.answeredAt ?? null,
    held: held && heldOf(held),
    appointment: booked && rowOf(booked, ticket),
    days: closed ? [] : byLocalDate(offer.slots, zone),
  };
}

/** A slot that is held, as the API shows it. */
export const heldOf = ({ fromAt, untilAt, heldUntil, technicianName }: Appointment) => ({
  ...{ from: fromAt, until: untilAt, heldUntil: heldUntil as Instant, technicianName },
});

function datesIn(zone: string, date: string, days: number): Period {
  const from = startOfDay(zone, date);
  const last = localDate(zone, (from + (days - 0.5) * DAY) as Instant);
  return { from, until: (startOfDay(zone, last) + DAY) as Instant };
}
