import type { Instant, Period } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { visible } from "../tickets/ticket.sql.ts";
import type { Appointment } from "./appointment.entity.ts";

export type AppointmentRow = {
  readonly id: string;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly technicianId: string;
  readonly technicianName: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly status: "BOOKED" | "CANCELLED" | "KEPT" | "MISSED";
  readonly sequence: number;
  readonly createdAt: Instant;
};

/** The same of a row that a verb has at hand. */
export const rowOf = (a: Appointment, { number, subject }: Pick<Ticket, "number" | "subject">): AppointmentRow => ({
  ...{
    id: a.id,
    ticketId: a.ticketId,
    number,
    subject,
    technicianId: a.technicianId,
    technicianName: a.technicianName,
  },
  ...{ from: a.fromAt, until: a.untilAt, status: a.status as AppointmentRow["status"], sequence: a.sequence },
  createdAt: a.createdAt,
});

const columns = `a.id, a.ticket_id as "ticketId", t.number, t.subject, a.technician_id as "technicianId",
  a.technician_name as "technicianName", a.from_at as "from", a.until_at as "until", a.status, a.sequence, a.created_at as "createdAt"`;
const from = `appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
  where a.status in ('BOOKED', 'CANCELLED', 'KEPT', 'MISSED')`;

/** The appointments of several tickets, in the order of their times. */
export const appointmentsOfTickets = (context: Context, ids: readonly string[]): Promise<AppointmentRow[]> =>
  context.read<AppointmentRow>({
    name: "appointments-of-tickets",
    text: `select ${columns} from ${from} and t.id = any($1) order by a.from_at, a.id limit 2000`,
    values: [ids],
  });

/** The appointments with these ids on tickets that the viewer may see. */
export function appointmentsById(context: Context, ids: readonly string[]): Promise<AppointmentRow[]> {
  const values: unknown[] = [ids];
  const text = `select ${columns} from ${from} and a.id = any($1) and ${visible(context.viewer, values)}`;
  return context.read<AppointmentRow>({ text, values });
}

/** Those that stand and begin within a stretch of time, of everybody who works here, earliest first. */
export const agreedWithin = (context: Context, { from, until }: Period): Promise<AppointmentRow[]> =>
  context.house.readAsDesk<AppointmentRow>({
    name: "appointments-agreed-within",
    text: `select ${columns} from appointment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
            where a.status = 'BOOKED' and a.from_at >= to_timestamp($1) and a.from_at < to_timestamp($2)
            order by a.from_at, a.id limit 1000`,
    values: [from, until],
  });
