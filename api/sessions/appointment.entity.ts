import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const APPOINTMENT_STATUSES = ["HELD", "LAPSED", "BOOKED", "CANCELLED", "KEPT", "MISSED"] as const;

/**
 * An agreed time at which a technician connects. While it is HELD or BOOKED the database gives no other ticket the
 * same technician's time (`appointment_technician_free`, an exclusion constraint of the migration): no check here could.
 */
export const Appointment = defineEntity({
  name: "Appointment",
  ...ownedByPartner("appointment"),
  uniques: [
    { name: "appointment_partner_id_id_unique", properties: ["partnerId", "id"] },
    { name: "appointment_one_for_a_ticket", properties: ["partnerId", "ticketId"], where: "status = 'BOOKED'" },
    { name: "appointment_one_held_for_a_ticket", properties: ["partnerId", "ticketId"], where: "status = 'HELD'" },
  ],
  indexes: [
    { name: "appointment_partner_id_ticket_id_index", properties: ["partnerId", "ticketId"] },
    { name: "appointment_held_until_index", properties: ["heldUntil"], where: "held_until is not null" },
    { name: "appointment_remind_at_index", properties: ["remindAt"], where: "remind_at is not null" },
    { name: "appointment_look_at_index", properties: ["lookAt"], where: "look_at is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    clientId: p.uuid(),
    ticketId: p.uuid(),
    technicianId: p.uuid(),
    technicianName: p.string(),
    fromAt: instant(),
    untilAt: instant(),
    /** Its end and the buffer after it. */
    busyUntil: instant(),
    status: word(APPOINTMENT_STATUSES),
    /** A slot that is only held while somebody confirms is free again from this instant on. */
    heldUntil: instant().strictNullable(),
    /** Who of the client agreed, by confirming it, that a technician connects; null: the desk booked it. */
    consentBy: p.string().strictNullable(),
    /** Grows with each change, as calendars of others know it (SEQUENCE of iCalendar). */
    sequence: p.integer().default(0),
    remindAt: instant().strictNullable(),
    /** When to see whether it was kept: its end. */
    lookAt: instant().strictNullable(),
    reason: p.text().strictNullable(),
    createdAt: instant(),
    createdBy: p.string(),
  },
});
export type Appointment = InferEntity<typeof Appointment>;

/** A link by which somebody at a client books for one ticket, without signing in. Its id is that of its credential. */
export const BookingLink = defineEntity({
  name: "BookingLink",
  ...ownedByPartner("booking_link"),
  indexes: [{ name: "booking_link_partner_id_ticket_id_index", properties: ["partnerId", "ticketId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    /** Whose time is offered; null: that of everybody who can do it. */
    technicianId: p.uuid().strictNullable(),
    lengthSeconds: p.integer(),
    createdAt: instant(),
    createdBy: p.string(),
    expiresAt: instant(),
    /** A newer link was sent in its place. */
    replacedAt: instant().strictNullable(),
    /** When its holder last asked for another time, or for a new link; null: they never did. */
    answeredAt: instant().strictNullable(),
  },
});
export type BookingLink = InferEntity<typeof BookingLink>;
