import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { Technician } from "../people/people.graphql.ts";
import { techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf, uuidOf } from "../platform/global-id.ts";
import { groupBy } from "../platform/group-by.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { Ticket } from "../tickets/ticket.graphql.ts";
import type { TicketRow } from "../tickets/ticket.sql.ts";
import { AppointmentType, Booking, BookingOutlook } from "./booking.graphql.ts";
import { bookingOutlook } from "./booking-outlook.ts";
import { calendarFile } from "./calendar-file.ts";
import { type AppointmentRow, agreedWithin, appointmentsOfTickets } from "./read-appointments.ts";
import { readBooking } from "./read-booking.ts";

@Resolver()
export class BookingResolver {
  @Query(() => Booking, {
    description:
      "What can be booked for a ticket: its terms, the times that are free, and the appointment that stands. NOT_FOUND for a ticket that you may not see.",
  })
  async booking(
    @Ctx() context: Context,
    @Arg("ticketId", () => ID, {
      nullable: true,
      description: "The ticket; a booking link names its own, so that it leaves this out.",
    })
    ticketId?: string | null,
    @Arg("timeZone", () => String, {
      nullable: true,
      description: "The IANA zone by whose dates slots are listed; without it, the client's.",
    })
    timeZone?: string | null,
    @Arg("from", () => CalendarDate, { nullable: true, description: "The first date; without it, today." })
    from?: string | null,
    @Arg("days", () => Int, { nullable: true, description: "How many dates, 1 to 31; without it, 14." })
    days?: number | null,
  ) {
    const asked = { ticketId: optionalUuidOf("Ticket", ticketId), zone: timeZone ?? null, from: from ?? null };
    const read = await context.look((desk) => readBooking(desk, { ...asked, days: days ?? null }));
    if (read.kind === "read") return read;
    const code = read.code === "NOT_FOUND" ? "NOT_FOUND" : "BAD_USER_INPUT";
    throw new GraphQLError(read.message, { extensions: { code, field: read.field } });
  }

  @Query(() => BookingOutlook, {
    description:
      "What whoever gets a booking link for a ticket on these terms would find, before it is sent. NOT_FOUND for a ticket or a technician that does not exist.",
  })
  async bookingOutlook(
    @Ctx() context: Context,
    @Arg("ticketId", () => ID, { description: "The ticket." }) ticketId: string,
    @Arg("technicianId", () => ID, {
      nullable: true,
      description: "Whose time is offered; without it, that of whoever can do what the ticket is about.",
    })
    technicianId?: string | null,
    @Arg("lengthSeconds", () => Int, { nullable: true, description: "How long it takes; without it, 1800." })
    lengthSeconds?: number | null,
  ) {
    const asked = { ticketId: uuidOf("Ticket", ticketId), technicianId: optionalUuidOf("Technician", technicianId) };
    const terms = { ...asked, lengthSeconds: lengthSeconds ?? null };
    const read = await context.look((desk) => bookingOutlook(desk, terms));
    if (read.kind === "outlook") return { ...read, technicians: read.able };
    const code = read.code === "NOT_FOUND" ? "NOT_FOUND" : "BAD_USER_INPUT";
    throw new GraphQLError(read.message, { extensions: { code, field: read.field } });
  }

  @Query(() => [AppointmentType], {
    description:
      "The appointments that stand and begin within a stretch of time, of everybody who works here, earliest first (at most 1,000).",
  })
  appointments(
    @Ctx() context: Context,
    @Arg("from", () => DateTime, { description: "Where the stretch begins." }) from: Instant,
    @Arg("until", () => DateTime, { description: "Where it ends." }) until: Instant,
  ): Promise<AppointmentRow[]> {
    return agreedWithin(context, { from, until });
  }
}

@Resolver(() => AppointmentType)
export class AppointmentResolver {
  @FieldResolver(() => Int, { description: "Number of the ticket that it is for." })
  ticketNumber(@Root() { number }: AppointmentRow): number {
    return number;
  }

  @FieldResolver(() => Technician, { nullable: true, description: "The technician who connects." })
  technician(@Root() { technicianId }: AppointmentRow, @Ctx() context: Context) {
    return context.load("technician", technicianId, (ids) => techniciansById(context, ids));
  }

  @FieldResolver(() => String, {
    description:
      "The same as an iCalendar file (RFC 5545, in UTC): its UID stays when it is moved or called off, so that a calendar changes its entry in place.",
  })
  calendarFile(@Root() { status, ...appointment }: AppointmentRow): string {
    return calendarFile({ ...appointment, cancelled: status === "CANCELLED" });
  }
}

@Resolver(() => Ticket)
export class TicketAppointments {
  @FieldResolver(() => [AppointmentType], { description: "Its appointments, earliest first (at most 100)." })
  async appointments(@Root() ticket: TicketRow, @Ctx() context: Context) {
    const rows = await context.load("appointments-of-ticket", ticket.id, async (ids) =>
      groupBy(await appointmentsOfTickets(context, ids), (row) => row.ticketId),
    );
    return rows ?? [];
  }
}
