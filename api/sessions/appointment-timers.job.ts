import type { Desk } from "../platform/desk.ts";
import { dueEach } from "../platform/due-each.ts";
import { lockTicket } from "../tickets/find-ticket.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import { Appointment } from "./appointment.entity.ts";
import { leftByTickets } from "./left-by-tickets.ts";
import { callOff } from "./move-appointment.ts";

/** Something to do with each appointment whose instant in a column has come. */
const source = (name: string, column: string, act: (desk: Desk, appointment: Appointment) => Promise<void> | void) =>
  dueEach({ name, entity: Appointment, table: "appointment", column }, act);

const ENDED = "('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')";

/** Slots that nobody confirmed in time are free again. */
export const lapsedHolds = source("lapsed-holds", "held_until", (_desk, held) => {
  Object.assign(held, { status: "LAPSED", heldUntil: null });
});

/** Appointments that come soon are told, once. */
export const remindersOfAppointments = source("appointment-reminders", "remind_at", (desk, appointment) => {
  appointment.remindAt = null;
  const { id: appointmentId, ticketId, partnerId, fromAt: from } = appointment;
  desk.record({ type: "AppointmentDrawsNear", ticketId, partnerId, payload: { appointmentId, from } });
});

/** At its end an appointment was kept, by a session that was begun for it or in its time, or as its ticket came to an end in it; or it was missed. */
export const passedAppointments = source("passed-appointments", "look_at", async (desk, appointment) => {
  const { id: appointmentId, ticketId, partnerId, fromAt, untilAt, technicianName } = appointment;
  const [met] = await desk.em.execute<unknown[]>(
    `select 1 from remote_session where partner_id = ? and ticket_id = ? and (appointment_id = ?
          or (started_at < to_timestamp(?) and coalesce(ended_at, to_timestamp(?)) > to_timestamp(?)))
      union all
     select 1 from ticket where partner_id = ? and id = ? and status in ${ENDED} limit 1`,
    [partnerId, ticketId, appointmentId, untilAt, untilAt, fromAt, partnerId, ticketId],
  );
  const outcome = met ? "KEPT" : "MISSED";
  Object.assign(appointment, { status: outcome, lookAt: null });
  if (!met)
    appendTimeline(desk, { id: ticketId, partnerId }, [
      { kind: "APPOINTMENT", change: `Nobody met: no remote session in the time with ${technicianName}` },
    ]);
  desk.record({ type: "AppointmentPassed", ticketId, partnerId, payload: { appointmentId, outcome } });
});

/**
 * A ticket that ended some other way leaves nobody waiting for an appointment to come; one that was begun, or for which somebody
 * has connected already, ends by itself.
 */
export const appointmentsWithoutTicket = leftByTickets(
  {
    name: "appointments-without-ticket",
    entity: Appointment,
    table: "appointment",
    where: `r.look_at is not null and r.status = 'BOOKED' and t.status in ${ENDED} and r.from_at > (select desk_now())
       and not exists (select 1 from remote_session s where s.partner_id = r.partner_id and s.appointment_id = r.id)`,
  },
  async (desk, appointment: Appointment) => {
    const ticket = await lockTicket(desk, appointment.ticketId);
    if (ticket) await callOff(desk, ticket, appointment, "TICKET_ENDED", null);
  },
);
