import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { isStaff } from "../platform/viewer.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import { showClock } from "../sla/show-clock.ts";
import { MetricEnum, SlaClock } from "../sla/sla.graphql.ts";
import { Ticket } from "./ticket.graphql.ts";
import type { TicketRow } from "./ticket.sql.ts";

/** What the desk promised itself is its own affair: others see what was promised to the client. */
const shownTo = async (context: Context, ticket: TicketRow) => {
  const clocks = await clocksOf(context, ticket);
  return isStaff(context.viewer) ? clocks : clocks.filter((c) => c.stored.commitment === "CONTRACTUAL");
};

@Resolver(() => Ticket)
export class TicketClocks {
  @FieldResolver(() => [SlaClock], { description: "All its clocks: every metric, every cycle." })
  async slaClocks(@Root() ticket: TicketRow, @Ctx() context: Context) {
    return (await shownTo(context, ticket)).map(showClock);
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
    const clocks = await shownTo(context, ticket);
    const clock = metric
      ? clocks.filter((c) => c.reading.metric === metric).sort((a, b) => b.reading.cycle - a.reading.cycle)[0]
      : clocks.find((c) => c.stored.shown);
    return clock ? showClock(clock) : null;
  }
}
