import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import { showClock } from "../sla/show-clock.ts";
import { MetricEnum, SlaClock } from "../sla/sla.graphql.ts";
import { Ticket } from "./ticket.graphql.ts";
import type { TicketRow } from "./ticket.sql.ts";

@Resolver(() => Ticket)
export class TicketClocks {
  @FieldResolver(() => [SlaClock], { description: "All its clocks: every metric, every cycle." })
  async slaClocks(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return (await clocksOf(context, ticket)).map(showClock);
  }

  @FieldResolver(() => SlaClock, {
    nullable: true,
    description: "The newest clock of a metric; without one, the clock its row shows: open, earliest due. Null: none.",
  })
  async slaClock(
    @Root() ticket: TicketRow,
    @Ctx() context: Context,
    @Arg("metric", () => MetricEnum, { nullable: true, description: "Which metric." }) metric?: string,
  ) {
    const clocks = await clocksOf(context, ticket);
    const clock = metric
      ? clocks.filter((c) => c.reading.metric === metric).sort((a, b) => b.reading.cycle - a.reading.cycle)[0]
      : clocks.find((c) => c.stored.shown);
    return clock ? showClock(clock) : null;
  }
}
