import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Client, Contact, Device } from "../clients/clients.graphql.ts";
import { planOf } from "../clients/read-agreements.ts";
import { clientsById, contactsById, devicesById } from "../clients/read-clients.ts";
import { queuePlace } from "../core/queue-order.ts";
import { type Step, steps } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import { KindOfWorkEnum } from "../coverage/coverage.graphql.ts";
import { Team, Technician } from "../people/people.graphql.ts";
import { teamsById, techniciansById } from "../people/read-people.ts";
import { cursorOf, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";
import { acceptedBy } from "./accepted.ts";
import {
  ExternalRef,
  Priority,
  QueuePlace,
  StepRecord,
  Ticket,
  TicketVerbEnum,
  TimelineConnection,
  verbWord,
} from "./ticket.graphql.ts";
import type { TicketRow } from "./ticket.sql.ts";
import { ticketsById } from "./ticket-queries.resolver.ts";
import { readsInternal, type TimelineRow, timelinePages } from "./timeline.sql.ts";

@Resolver(() => Ticket)
export class TicketFields {
  @FieldResolver(() => Client, { nullable: true, description: "The client it is for; null only beside an error." })
  client(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return context.load("client", ticket.clientId, (ids) => clientsById(context, ids));
  }

  @FieldResolver(() => Contact, { nullable: true, description: "The person who asks; null when not recorded." })
  requester(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return ticket.requesterId && context.load("contact", ticket.requesterId, (ids) => contactsById(context, ids));
  }

  @FieldResolver(() => Device, { nullable: true, description: "The device it is about; null when not recorded." })
  device(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return ticket.deviceId && context.load("device", ticket.deviceId, (ids) => devicesById(context, ids));
  }

  @FieldResolver(() => Team, { nullable: true, description: "The team it is with." })
  team(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return ticket.teamId && context.load("team", ticket.teamId, (ids) => teamsById(context, ids));
  }

  @FieldResolver(() => Technician, { nullable: true, description: "Who holds it; null: nobody." })
  assignee(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return ticket.assigneeId && context.load("technician", ticket.assigneeId, (ids) => techniciansById(context, ids));
  }

  @FieldResolver(() => Priority, { description: "Its priority, as its plan names it." })
  priority(@Root() ticket: TicketRow): Priority {
    return { code: ticket.priority, name: ticket.priorityName, rank: ticket.priorityRank };
  }

  @FieldResolver(() => [StepRecord], { description: "The four steps in the ticket's present cycle." })
  async steps(@Root() ticket: TicketRow, @Ctx() context: Context): Promise<StepRecord[]> {
    const plan = await planOf(context, ticket.planId);
    const internal = readsInternal(context.viewer);
    return steps.map((step: Step) => {
      const note = ticket.steps.find((s) => s.step === step && s.cycle === ticket.cycle);
      return {
        step,
        required: plan.terms.requiredSteps.includes(step),
        done: note !== undefined,
        note: (internal && note?.note) || null,
        by: (internal && note?.by) || null,
        at: (note?.at ?? null) as Instant | null,
      };
    });
  }

  @FieldResolver(() => QueuePlace, { description: "Its place among what to take next, with reasons." })
  queuePlace(@Root() ticket: TicketRow): QueuePlace {
    const place = queuePlace({
      number: ticket.number,
      status: ticket.status,
      holder: ticket.assigneeName,
      priority: { code: ticket.priority, name: ticket.priorityName, rank: ticket.priorityRank },
      affected: ticket.affected,
      createdAt: ticket.createdAt,
    });
    return { ...place, reasons: place.reasons.map((r) => ({ code: r.code, text: r.sentence })) };
  }

  @FieldResolver(() => KindOfWorkEnum, { nullable: true, description: "What is asked for; null: not stated." })
  kindOfWork(@Root() ticket: TicketRow): string | null {
    return ticket.facts.workKind ?? null;
  }

  @FieldResolver(() => [TicketVerbEnum], { description: "What you may do to it as it stands now." })
  accepts(@Root() ticket: TicketRow, @Ctx() context: Context): string[] {
    return acceptedBy(context.viewer, ticket).map(verbWord);
  }

  @FieldResolver(() => Ticket, { nullable: true, description: "The ticket it was merged into." })
  mergedInto(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return ticket.mergedIntoId && context.load("ticket", ticket.mergedIntoId, (ids) => ticketsById(context, ids));
  }

  @FieldResolver(() => [ExternalRef], { description: "Its names in other systems (at most 100)." })
  async externalRefs(@Root() ticket: TicketRow, @Ctx() context: Context): Promise<ExternalRef[]> {
    const rows = await context.load("external-refs", ticket.id, async (ids) =>
      groupBy(
        await context.read<ExternalRef & { ticketId: string }>({
          name: "external-refs",
          text: `select x.ticket_id as "ticketId", x.system, x.external_id as id
                   from external_ref x join ticket t on t.partner_id = x.partner_id and t.id = x.ticket_id
                  where t.id = any($1) order by x.system, x.external_id`,
          values: [ids],
        }),
        (row) => row.ticketId,
      ),
    );
    return rows ?? [];
  }

  @FieldResolver(() => TimelineConnection, { description: "Its story, oldest first. Requesters see the public lines." })
  async timeline(
    @Root() ticket: TicketRow,
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const rows = await context.load(`timeline ${JSON.stringify(page)}`, ticket.id, async (ids) =>
      groupBy(
        await context.read<TimelineRow & { ticketId: string }>(timelinePages(context.viewer, ids, page)),
        (row) => row.ticketId,
      ),
    );
    return pageOf(rows ?? [], page, (row) => cursorOf(row.at, row.id));
  }
}
