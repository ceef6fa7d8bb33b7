import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Counted, countedUpTo, type Page, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import type { Filter } from "../platform/filter.ts";
import { uuidOf } from "../platform/global-id.ts";
import { COUNTED, countTickets, listTickets, type TicketOrder, ticketCursor } from "./list-tickets.sql.ts";
import { previewFacts } from "./preview-facts.ts";
import { previewTicket, TicketPreview } from "./preview-ticket.ts";
import { Ticket, TicketConnection } from "./ticket.graphql.ts";
import { CreateTicketInput, ExternalRefInput, StateFactsInput } from "./ticket.input.ts";
import { requestOf, statementOf } from "./ticket.resolver.ts";
import { type TicketRow, ticketColumns, visible } from "./ticket.sql.ts";
import { TicketFilterInput, TicketOrderEnum } from "./ticket-filter.input.ts";

type TicketPage = Page<TicketRow> & { filter: Filter };

/** The tickets with these ids that the viewer may see. */
export async function ticketsById(context: Context, ids: readonly string[]): Promise<Map<string, TicketRow>> {
  const values: unknown[] = [ids];
  const rows = await context.read<TicketRow>({
    name: `tickets-by-id-${context.viewer.kind}-${context.viewer.lead ?? false}`,
    text: `select ${ticketColumns} from ticket t where t.id = any($1) and ${visible(context.viewer, values)}`,
    values,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

@Resolver(() => TicketConnection)
export class TicketQueries {
  @Query(() => Ticket, {
    nullable: true,
    description:
      "A ticket by id, by number or by its name in another system: give exactly one. Null when there is none.",
  })
  async ticket(
    @Ctx() context: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string,
    @Arg("number", () => Int, { nullable: true, description: "Its number." }) number?: number,
    @Arg("externalRef", () => ExternalRefInput, { nullable: true, description: "Its name elsewhere." })
    externalRef?: ExternalRefInput,
  ): Promise<TicketRow | null> {
    if ([id, number, externalRef].filter((x) => x != null).length !== 1)
      throw new GraphQLError("Give exactly one of `id`, `number` and `externalRef`.", {
        extensions: { code: "BAD_USER_INPUT" },
      });
    if (id != null) {
      const uuid = uuidOf("Ticket", id);
      return (await ticketsById(context, [uuid])).get(uuid) ?? null;
    }
    const values: unknown[] = number != null ? [number] : [externalRef?.system, externalRef?.id];
    const which =
      number != null
        ? "t.number = $1"
        : `t.id in (select x.ticket_id from partner p
            join external_ref x on x.partner_id = p.id and x.system = $1 and x.external_id = $2)`;
    const [row] = await context.read<TicketRow>({
      text: `select ${ticketColumns} from ticket t where ${which} and ${visible(context.viewer, values)} limit 1`,
      values,
    });
    return row ?? null;
  }

  @Query(() => TicketConnection, {
    description: "Tickets, by a filter, in an order. Give `first` or `last`, at most 100.",
  })
  async tickets(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many from the start." }) first?: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("last", () => Int, { nullable: true, description: "How many from the end." }) last?: number,
    @Arg("before", () => String, { nullable: true, description: "Cursor to stop before." }) before?: string,
    @Arg("filter", () => TicketFilterInput, { nullable: true, description: "Which; without it, all you may see." })
    input?: TicketFilterInput,
    @Arg("orderBy", () => TicketOrderEnum, { defaultValue: "CREATED_DESC", description: "In which order." })
    orderBy: TicketOrder = "CREATED_DESC",
  ): Promise<TicketPage> {
    const filter = (input ?? {}) as Filter;
    const page = { first, after, last, before };
    const rows = await context.read<TicketRow>(listTickets(context.viewer, filter, orderBy, page));
    return { ...pageOf(rows, page, ticketCursor(orderBy)), filter };
  }

  @FieldResolver(() => Counted, { description: "How many match in all, on every page." })
  async totalCount(@Root() page: TicketPage, @Ctx() context: Context): Promise<Counted> {
    const [row] = await context.read<{ n: number }>(countTickets(context.viewer, page.filter));
    return countedUpTo(COUNTED, row?.n ?? 0);
  }

  @Query(() => TicketPreview, {
    description:
      "What would be promised if this request were made now: priority, due instant and coverage. Changes nothing.",
  })
  ticketPreview(@Arg("input", () => CreateTicketInput) input: CreateTicketInput, @Ctx() context: Context) {
    return previewTicket(context, requestOf(input));
  }

  @Query(() => TicketPreview, {
    description:
      "What would be promised for a ticket if these facts were stated of it now: priority, due instant and coverage. Changes nothing; facts that are not new preview the ticket as it stands. NOT_FOUND for a ticket or a device that you may not see.",
  })
  factsPreview(
    @Arg("input", () => StateFactsInput, { description: "The ticket, and what would be stated." })
    input: StateFactsInput,
    @Ctx() context: Context,
  ) {
    return previewFacts(context, statementOf(input));
  }
}
