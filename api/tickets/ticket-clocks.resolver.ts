import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { shownClock } from "../core/wall-row.ts";
import { pastInstant } from "../platform/as-of.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";
import { isStaff } from "../platform/viewer.ts";
import { type ClockOf, clocksOf } from "../sla/read-clocks-of.ts";
import { showClock } from "../sla/show-clock.ts";
import { MetricEnum, SlaClock } from "../sla/sla.graphql.ts";
import { Ticket } from "./ticket.graphql.ts";
import type { TicketRow } from "./ticket.sql.ts";

/** What the desk promised itself is its own affair: others see what was promised to the client. */
const shownTo = async (context: Context, ticket: TicketRow, asOf?: Instant) => {
  const clocks = await clocksOf(context, ticket, await pastInstant(context, asOf));
  return isStaff(context.viewer) ? clocks : clocks.filter((c) => c.stored.commitment === "CONTRACTUAL");
};
const AS_OF = "As they stood then, as recorded by then; without it, now. A future instant is refused.";

@Resolver(() => Ticket)
export class TicketClocks {
  @FieldResolver(() => [SlaClock], { description: "All its clocks: every metric, every cycle." })
  async slaClocks(
    @Root() ticket: TicketRow,
    @Ctx() context: Context,
    @Arg("asOf", () => DateTime, { nullable: true, description: AS_OF }) asOf?: Instant,
  ) {
    return (await shownTo(context, ticket, asOf)).map(showClock);
  }

  @FieldResolver(() => SlaClock, {
    nullable: true,
    description: "The newest clock of a metric; without one, the clock its row shows: open, earliest due. Null: none.",
  })
  async slaClock(
    @Root() ticket: TicketRow,
    @Ctx() context: Context,
    @Arg("metric", () => MetricEnum, { nullable: true, description: "Which metric." }) metric?: string,
    @Arg("asOf", () => DateTime, { nullable: true, description: AS_OF }) asOf?: Instant,
  ) {
    const clocks = await shownTo(context, ticket, asOf);
    const clock = metric
      ? clocks.filter((c) => c.reading.metric === metric).sort((a, b) => b.reading.cycle - a.reading.cycle)[0]
      : asOf == null
        ? clocks.find((c) => c.stored.shown)
        : shownOf(clocks);
    return clock ? showClock(clock) : null;
  }
}

/** The clock a row showed at the instant of the readings. */
const shownOf = (clocks: readonly ClockOf[]) =>
  shownClock(clocks.map((clock) => ({ ...clock.reading, commitment: clock.stored.commitment, clock })))?.clock;
