import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { queuePlace } from "../core/queue-order.ts";
import type { Instant } from "../core/time.ts";
import { pastInstant } from "../platform/as-of.ts";
import { cursorOf, pageOf, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf } from "../platform/global-id.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import type { BoardFilter, BoardRow } from "./board-view.ts";
import { liveQueue, liveWall, type Order, showRow, wallFacts, wallRowsOf } from "./live-boards.ts";
import { QueueMessage, WallMessage } from "./messages.graphql.ts";
import { Queue, QueueEntryConnection, QueueFilterInput, QueueOrderEnum, Wall } from "./queue.graphql.ts";
import { queueAsOf } from "./queue-as-of.ts";
import { type Picture, takePicture } from "./wall-view.ts";

const filterOf = (input?: QueueFilterInput): BoardFilter => ({
  teamId: optionalUuidOf("Team", input?.teamId),
  assigneeId: optionalUuidOf("Technician", input?.assigneeId),
  clientId: optionalUuidOf("Client", input?.clientId),
  unassigned: input?.unassigned ?? null,
  paused: input?.paused ?? null,
});
type View = Pick<Picture["view"], "asOf" | "counts"> & {
  rows(order: "QUEUE" | "WALL_ALL", limit: number): Promise<{ rows: BoardRow[] }>;
};
const AFTER =
  "The position you have, when you come back: what you missed comes, in messages that follow it; a snapshot where that is not kept any more.";

@Resolver(() => Queue)
export class QueueResolver {
  @Query(() => Wall, { description: "All that a wall shows, now." })
  async wall(
    @Ctx() context: Context,
    @Arg("rows", () => Int, { defaultValue: 8, description: "How many rows, at most 30." }) rows: number,
  ) {
    const picture = await takePicture(context.house, context.viewer, {});
    const [facts, shown] = await Promise.all([wallFacts(context.house, picture), wallRowsOf(picture, rows)]);
    return { ...facts, ...shown, position: picture.position };
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

  @Extensions({ live: true })
  @Subscription(() => WallMessage, {
    name: "wall",
    description:
      "The wall: a snapshot at once, or what was missed since `after`; then what changes (at most ten messages a second), and a heartbeat every 5 s.",
    subscribe: ({ context, args }: { context: Context; args: { rows: number } }) => liveWall(context, args.rows),
  })
  wallMessages(
    @Root() message: object,
    @Arg("after", () => Position, { nullable: true, description: AFTER }) _after?: string,
    @Arg("rows", () => Int, { defaultValue: 8, description: "How many rows, at most 30." }) _rows?: number,
  ): object {
    return message;
  }

  @Extensions({ live: true })
  @Subscription(() => QueueMessage, {
    name: "queue",
    description:
      "The first rows of an order: a snapshot at once, or what was missed since `after`; then what changes (at most ten messages a second), and a heartbeat every 5 s.",
    subscribe: ({ context, args }: { context: Context; args: QueueArgs }) =>
      liveQueue(context, filterOf(args.filter), args.order, args.first),
  })
  queueMessages(
    @Root() message: object,
    @Arg("after", () => Position, { nullable: true, description: AFTER }) _after?: string,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many rows, at most 100." }) _first?: number,
    @Arg("filter", () => QueueFilterInput, { nullable: true, description: "Which; without it, all." })
    _filter?: QueueFilterInput,
    @Arg("order", () => QueueOrderEnum, { defaultValue: "WALL", description: "In which order." }) _order?: Order,
  ): object {
    return message;
  }
}

type QueueArgs = { first: number; filter?: QueueFilterInput; order: Order };

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
