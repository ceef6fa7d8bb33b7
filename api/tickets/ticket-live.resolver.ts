import { GraphQLError } from "graphql";
import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { Changes, messages } from "../platform/changes.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { Ticket } from "./ticket.graphql.ts";
import { ticketsById } from "./ticket-queries.resolver.ts";

@Resolver(() => Ticket)
export class TicketLive {
  @Subscription(() => Ticket, {
    name: "ticket",
    description: "One ticket: as it stands, and again after each of its events.",
    subscribe: async ({ context, args }: { context: Context; args: { id: string } }) => {
      const uuid = uuidOf("Ticket", args.id);
      const read = async () => {
        context.refresh();
        return (await ticketsById(context, [uuid])).get(uuid) ?? null;
      };
      if (!(await read())) throw new GraphQLError("There is no such ticket.", { extensions: { code: "NOT_FOUND" } });
      const own = new Changes();
      const unlisten = context.house.feed.listen((events) => {
        if (events.some((event) => event.ticketId === uuid)) own.touch();
      });
      const series = messages(own, (why) => (why === "beat" ? Promise.resolve(null) : read()));
      const end = series.return?.bind(series);
      series.return = (value) => {
        unlisten();
        return end?.(value) ?? Promise.resolve({ value, done: true });
      };
      return series;
    },
  })
  ticketMessages(@Root() ticket: object, @Arg("id", () => ID, { description: "Its id." }) _id: string): object {
    return ticket;
  }
}
