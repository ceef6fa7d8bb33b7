import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "../platform/desk.ts";
import { dueEach } from "../platform/due-each.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { lockTicket } from "../tickets/find-ticket.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import { Appointment } from "./appointment.entity.ts";
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

/** To come, of a ticket that has ended; one that was begun, or for which somebody has connected already, ends by itself. */
const LEFT = `appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
         where a.look_at is not null and a.status = 'BOOKED' and t.status in ${ENDED} and a.from_at > (select desk_now())
           and not exists (select 1 from remote_session s where s.partner_id = a.partner_id and s.appointment_id = a.id)`;

/** A ticket that ended some other way leaves nobody waiting for an appointment. */
export const appointmentsWithoutTicket: DueRows = {
  name: "appointments-without-ticket",
  earliest: `(select min(t.updated_at) from ${LEFT})`,
  due: LEFT,
  async fire(tx: SqlEntityManager, { limit, offset }: Batch): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select a.*, extract(epoch from desk_now())::float8 as desk_now
         from ${LEFT}
        order by t.updated_at, a.id limit ? offset ? for update of a skip locked`,
      [limit, offset],
    );
    for (const { desk_now, ...row } of rows)
      await actAsDesk(tx, Number(desk_now) as Instant, async (desk) => {
        const appointment = tx.map(Appointment, row as never);
        const ticket = await lockTicket(desk, appointment.ticketId);
        if (ticket) await callOff(desk, ticket, appointment, "TICKET_ENDED", null);
      });
    return rows.length;
  },
};
