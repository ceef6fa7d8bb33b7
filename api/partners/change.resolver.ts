import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../platform/context.ts";
import type { LogRow } from "../platform/event-log.ts";
import { Position } from "../platform/scalars.ts";
import { isStaff, originOf, type Viewer } from "../platform/viewer.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import { showClock } from "../sla/show-clock.ts";
import { SlaClock } from "../sla/sla.graphql.ts";
import { Ticket, TimelineEntry } from "../tickets/ticket.graphql.ts";
import { ticketsById } from "../tickets/ticket-queries.resolver.ts";
import { timelineById } from "../tickets/timeline.sql.ts";
import { Change, ChangeMessage, ChangePage, Tombstone } from "./change.graphql.ts";
import { changeSeries } from "./change-series.ts";
import { ChangeTypeEnum, typesOf } from "./change-types.ts";
import type { Wanted } from "./feed-of.ts";
import { endOf, readChanges } from "./read-changes.ts";
import { showChange } from "./show-change.ts";

const AFTER = "The position you have; without it, where your feed stands now. `0` is its beginning.";
const TYPES = "Only these; without it, all. What is left out still moves `to`.";
const OWN = "Leaves out what came with the very key you use.";

const wantedOf = (viewer: Viewer, types?: string[] | null, excludeOwn?: boolean | null): Wanted => ({
  types: typesOf(types),
  notOrigin: excludeOwn ? originOf(viewer) : null,
  notPartner: false,
});
type Shown = { row: LogRow; ticketId: string | null };
const ticketOf = (context: Context, { row }: Shown) =>
  row.ticketId === null ? null : context.load("ticket", row.ticketId, (ids) => ticketsById(context, ids));

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangePage, {
    description:
      "What happened after a position of your feed, in order. Kept for at least 30 days (`FEED_RETENTION_DAYS`); then CURSOR_EXPIRED, with the position to go on from once everything was read anew.",
  })
  async changes(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many at most, 1 to 100." }) first: number,
    @Arg("after", () => Position, { nullable: true, description: AFTER }) after?: string,
    @Arg("types", () => [ChangeTypeEnum], { nullable: true, description: TYPES }) types?: string[],
    @Arg("excludeOwn", () => Boolean, { nullable: true, description: OWN }) excludeOwn?: boolean,
  ) {
    const { house, viewer } = context;
    if (!(first >= 1 && first <= 100))
      throw new GraphQLError("Give `first` from 1 to 100.", { extensions: { code: "BAD_USER_INPUT" } });
    const from = after ?? (await endOf(house, viewer));
    const page = await readChanges(house, viewer, from, first, wantedOf(viewer, types, excludeOwn));
    return {
      from: page.from,
      to: page.to,
      changes: page.rows.map((row) => showChange(viewer, row)),
      hasMore: page.more,
    };
  }

  @Subscription(() => ChangeMessage, {
    name: "changes",
    description:
      "The same as it happens, from any position on: what was missed comes first. A heartbeat every 5 s; one that is late says that your picture is old.",
    subscribe: async ({ context, args }: { context: Context; args: ChangesArgs }) => {
      const { house, viewer } = context;
      const wanted = wantedOf(viewer, args.types, args.excludeOwn);
      const after = args.after ?? (await endOf(house, viewer));
      await readChanges(house, viewer, after, 1, wanted); // one that cannot be continued is refused before it begins
      return changeSeries(context, after, wanted);
    },
  })
  changeMessages(
    @Root() message: object,
    @Arg("after", () => Position, { nullable: true, description: AFTER }) _after?: string,
    @Arg("types", () => [ChangeTypeEnum], { nullable: true, description: TYPES }) _types?: string[],
    @Arg("excludeOwn", () => Boolean, { nullable: true, description: OWN }) _excludeOwn?: boolean,
  ): object {
    return message;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket as it is now: at least as new as this change. Null: about none, or see `tombstone`.",
  })
  ticket(@Root() change: Shown, @Ctx() context: Context) {
    return ticketOf(context, change);
  }

  @FieldResolver(() => Tombstone, {
    nullable: true,
    description: "Set where the ticket is deleted or has left your sight; whatever you know of it is to go.",
  })
  async tombstone(@Root() change: Shown, @Ctx() context: Context): Promise<Tombstone | null> {
    if (change.ticketId === null || (await ticketOf(context, change))) return null;
    return { ticketId: change.ticketId };
  }

  @FieldResolver(() => SlaClock, {
    nullable: true,
    description: "The clock it is about, as it is now; null for changes that are about none.",
  })
  async clock(@Root() change: Shown, @Ctx() context: Context) {
    const id = change.row.payload["clockId"];
    const ticket = id ? await ticketOf(context, change) : null;
    if (!ticket) return null;
    const clock = (await clocksOf(context, ticket)).find(({ stored }) => stored.id === id);
    return clock && (isStaff(context.viewer) || clock.stored.commitment === "CONTRACTUAL") ? showClock(clock) : null;
  }

  @FieldResolver(() => TimelineEntry, {
    nullable: true,
    description: "The message or note that was written; null for changes that wrote none.",
  })
  entry(@Root() { row }: Shown, @Ctx() context: Context) {
    const id = row.payload["messageId"] ?? row.payload["noteId"];
    if (typeof id !== "string") return null;
    return context.load(
      "timeline-entry",
      id,
      async (ids) => new Map((await timelineById(context, ids)).map((line) => [line.id, line])),
    );
  }
}

type ChangesArgs = { after?: string | null; types?: string[] | null; excludeOwn?: boolean | null };
