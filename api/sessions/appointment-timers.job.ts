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

/** At its end an appointment was kept, by a session of its ticket in its time, or it was missed. */
export const passedAppointments = source("passed-appointments", "look_at", async (desk, appointment) => {
  const { id: appointmentId, ticketId, partnerId, fromAt, untilAt, technicianName } = appointment;
  const [met] = await desk.em.execute<unknown[]>(
    `select 1 from remote_session where partner_id = ? and ticket_id = ? and started_at < to_timestamp(?)
        and coalesce(ended_at, to_timestamp(?)) > to_timestamp(?) limit 1`,
    [partnerId, ticketId, untilAt, untilAt, fromAt],
  );
  const outcome = met ? "KEPT" : "MISSED";
  Object.assign(appointment, { status: outcome, lookAt: null });
  if (!met)
    appendTimeline(desk, { id: ticketId, partnerId }, [
      { kind: "APPOINTMENT", change: `Nobody met: no remote session in the time with ${technicianName}` },
    ]);
  desk.record({ type: "AppointmentPassed", ticketId, partnerId, payload: { appointmentId, outcome } });
});

/** A ticket that ended some other way leaves nobody waiting for an appointment. */
export const appointmentsWithoutTicket: DueRows = {
  name: "appointments-without-ticket",
  earliest: `(select min(t.updated_at) from appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
               where a.look_at is not null and a.status = 'BOOKED' and t.status in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'))`,
  due: `appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
         where a.look_at is not null and a.status = 'BOOKED' and t.status in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')`,
  async fire(tx: SqlEntityManager, { limit, offset }: Batch): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select a.*, extract(epoch from desk_now())::float8 as desk_now
         from appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
        where a.look_at is not null and a.status = 'BOOKED' and t.status in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
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
