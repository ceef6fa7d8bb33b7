import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { queuePlace } from "../core/queue-order.ts";
import type { Instant } from "../core/time.ts";
import { pastInstant } from "../platform/as-of.ts";
import { messages } from "../platform/changes.ts";
import { cursorOf, pageOf, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf, toGlobalId } from "../platform/global-id.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import type { BoardFilter, BoardRow } from "./board-view.ts";
import { QueueMessage, WallMessage } from "./messages.graphql.ts";
import { Queue, QueueEntryConnection, QueueFilterInput, QueueOrderEnum, Wall } from "./queue.graphql.ts";
import { queueAsOf } from "./queue-as-of.ts";
import { type Picture, sharedPicture, takePicture, wallSessions } from "./wall-view.ts";

type Order = "QUEUE" | "WALL";
type View = Pick<Picture["view"], "asOf" | "counts"> & {
  rows(order: "QUEUE" | "WALL_ALL", limit: number): Promise<{ rows: BoardRow[] }>;
};
const MOST_ROWS = 30;

const showRow = (row: BoardRow) => ({ ...row, ticketId: toGlobalId("Ticket", row.ticketId) });
const rowCount = (rows: number) => Math.min(Math.max(rows, 1), MOST_ROWS);
const filterOf = (input?: QueueFilterInput): BoardFilter => ({
  teamId: optionalUuidOf("Team", input?.teamId),
  assigneeId: optionalUuidOf("Technician", input?.assigneeId),
  clientId: optionalUuidOf("Client", input?.clientId),
  unassigned: input?.unassigned ?? null,
  paused: input?.paused ?? null,
});

const sessionsOf = async ({ house }: Context, picture: Picture) =>
  (await wallSessions(house, picture.clock.now)).map((s) => ({ ...s, ticketId: toGlobalId("Ticket", s.ticketId) }));

async function wallOf(context: Context, picture: Picture, rows: number) {
  const { view, clock, position, pulseAt } = picture;
  const [shown, sessions] = await Promise.all([view.rows("WALL", rowCount(rows)), sessionsOf(context, picture)]);
  const { counts, runway, desk, total: rowsOf, asOf } = view;
  return {
    asOf,
    clock,
    position,
    pulseAt,
    ...desk,
    counts,
    rows: shown.rows.map(showRow),
    rowsOf,
    runway,
    sessions,
    calendars: shown.calendars,
  };
}

@Resolver(() => Queue)
export class QueueResolver {
  @Query(() => Wall, { description: "All that a wall shows, now." })
  async wall(
    @Ctx() context: Context,
    @Arg("rows", () => Int, { defaultValue: 8, description: "How many rows, at most 30." }) rows: number,
  ) {
    return wallOf(context, await takePicture(context.house, context.viewer, {}), rows);
  }

  @Query(() => Queue, { description: "Open tickets in an order, now." })
  async queue(
    @Ctx() context: Context,
    @Arg("filter", () => QueueFilterInput, { nullable: true, description: "Which; without it, all." })
    input?: QueueFilterInput,
    @Arg("order", () => QueueOrderEnum, { defaultValue: "QUEUE", description: "In which order." })
    order: Order = "QUEUE",
    @Arg("asOf", () => DateTime, {
      nullable: true,
      description:
        "The queue as it stood at this instant, as recorded by then; without it, now. A future instant is refused. Names are those of today.",
    })
    asked?: Instant,
  ) {
    const at = await pastInstant(context, asked);
    const filter = filterOf(input);
    const now = await takePicture(context.house, context.viewer, filter);
    const { clock, position } = now;
    const view: View = at === undefined ? now.view : await queueAsOf(context, filter, at);
    return {
      asOf: view.asOf,
      clock,
      position,
      counts: view.counts,
      order,
      view,
      ahead: at === undefined ? filter : null,
    };
  }

  @FieldResolver(() => QueueEntryConnection, { description: "The tickets in their order, at most 100 a page." })
  async entries(
    @Root() queue: { order: Order; view: View },
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const { rows } = await queue.view.rows(
      queue.order === "QUEUE" ? "QUEUE" : "WALL_ALL",
      after == null ? first + 1 : 10_000,
    );
    const from = after == null ? "" : readCursor(after, "text")[0];
    const entries = rows
      .filter((row) => row.orderKey > from)
      .slice(0, first + 1)
      .map((row) => ({ place: placeOf(row), row: showRow(row) }));
    return pageOf(entries, page, (entry) => cursorOf(entry.row.orderKey));
  }

  @Subscription(() => WallMessage, {
    name: "wall",
    description:
      "The wall: a picture at once, another after each change (at most ten a second), a heartbeat every 5 s.",
    subscribe: ({ context, args }: { context: Context; args: { rows: number; after?: string } }) => {
      let from = args.after ?? null;
      return messages(context.house.changes, async (why) => {
        const picture = await sharedPicture(context.house, context.viewer, {});
        if (why !== "beat") {
          const wall = await wallOf(context, picture, args.rows);
          const message = { from, to: wall.position, wall };
          from = wall.position;
          return message;
        }
        const { position: to, clock, pulseAt, view } = picture;
        const { counts, runway, asOf } = view;
        const sessions = await sessionsOf(context, picture);
        const message = {
          from: from ?? to,
          to,
          asOf,
          clock,
          pulseAt,
          counts,
          runway,
          sessions,
          build: context.house.build,
        };
        from = to;
        return message;
      });
    },
  })
  wallMessages(
    @Root() message: object,
    @Arg("after", () => Position, { nullable: true, description: "The position you have." }) _after?: string,
    @Arg("rows", () => Int, { defaultValue: 8, description: "How many rows, at most 30." }) _rows?: number,
  ): object {
    return message;
  }

  @Subscription(() => QueueMessage, {
    name: "queue",
    description: "The first rows of an order: a picture at once, another after each change, a heartbeat every 5 s.",
    subscribe: ({ context, args }: { context: Context; args: QueueArgs }) => {
      let from = args.after ?? null;
      const filter = filterOf(args.filter);
      return messages(context.house.changes, async (why) => {
        const { position: to, clock, pulseAt, view } = await sharedPicture(context.house, context.viewer, filter);
        const { asOf, counts, total } = view;
        const head = { to, asOf, clock, pulseAt, counts };
        const before = from;
        if (why === "beat") {
          from = to;
          return { ...head, from: before ?? to, build: context.house.build };
        }
        const limit = Math.min(Math.max(args.first, 1), 100);
        const { rows, calendars } = await view.rows(args.order === "QUEUE" ? "QUEUE" : "WALL_ALL", limit);
        from = to;
        return { ...head, from: before, rows: rows.map(showRow), total, calendars };
      });
    },
  })
  queueMessages(
    @Root() message: object,
    @Arg("after", () => Position, { nullable: true, description: "The position you have." }) _after?: string,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many rows, at most 100." }) _first?: number,
    @Arg("filter", () => QueueFilterInput, { nullable: true, description: "Which; without it, all." })
    _filter?: QueueFilterInput,
    @Arg("order", () => QueueOrderEnum, { defaultValue: "WALL", description: "In which order." }) _order?: Order,
  ): object {
    return message;
  }
}

type QueueArgs = { after?: string; first: number; filter?: QueueFilterInput; order: Order };

function placeOf(row: BoardRow) {
  const place = queuePlace({
    number: row.number,
    status: row.status as never,
    holder: row.assignee,
    priority: row.priority,
    affected: row.affected as never,
    createdAt: row.createdAt,
  });
  return { ...place, reasons: place.reasons.map((r) => ({ code: r.code, text: r.sentence })) };
}
