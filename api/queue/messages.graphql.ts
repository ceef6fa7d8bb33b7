import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DeskClock } from "../platform/desk-clock.graphql.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { QueueCounts, RunwayBin, Wall, WallCalendar, WallRow, WallSession } from "./queue.graphql.ts";

@ObjectType({ description: "The whole wall. It replaces whatever was shown." })
export class WallSnapshot {
  @Field(() => Position, { nullable: true, description: "The position it follows; null for the first." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => Wall, { description: "The picture." })
  wall!: Wall;
}

@ObjectType({ description: "A sign of life every 5 s, with whatever moves without any event." })
export class WallHeartbeat {
  /** Nullable as in the picture, so that one selection of `from` serves both. */
  @Field(() => Position, { nullable: true, description: "The position it follows." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, { description: "Machine time of the sequencer's last pulse." })
  pulseAt!: Instant;
  @Field(() => QueueCounts, { description: "Counted again." })
  counts!: QueueCounts;
  @Field(() => [RunwayBin], { description: "Binned again." })
  runway!: RunwayBin[];
  @Field(() => [WallSession], { description: "Sessions, with their seconds." })
  sessions!: WallSession[];
  @Field(() => String, { description: "Names the build: a board that runs another one reloads itself." })
  build!: string;
}
export const WallMessage = createUnionType({
  name: "WallMessage",
  description: "What a wall is sent.",
  types: () => [WallSnapshot, WallHeartbeat] as const,
  resolveType: (value) => ("wall" in value ? WallSnapshot : WallHeartbeat),
});

@ObjectType({ description: "The first rows of an order. It replaces whatever was shown." })
export class QueueSnapshot {
  @Field(() => Position, { nullable: true, description: "The position it follows; null for the first." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, { description: "Machine time of the sequencer's last pulse." })
  pulseAt!: Instant;
  @Field(() => QueueCounts, { description: "The filtered tickets, counted." })
  counts!: QueueCounts;
  @Field(() => [WallRow], { description: "The rows, in order." })
  rows!: WallRow[];
  @Field(() => Int, { description: "How many tickets match in all." })
  total!: number;
  @Field(() => [WallCalendar], { description: "The calendars that rows name." })
  calendars!: WallCalendar[];
}
@ObjectType({ description: "A sign of life every 5 s." })
export class QueueHeartbeat {
  /** Nullable as in the picture, so that one selection of `from` serves both. */
  @Field(() => Position, { nullable: true, description: "The position it follows." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, { description: "Machine time of the sequencer's last pulse." })
  pulseAt!: Instant;
  @Field(() => QueueCounts, { description: "Counted again." })
  counts!: QueueCounts;
  @Field(() => String, { description: "Names the build." })
  build!: string;
}
export const QueueMessage = createUnionType({
  name: "QueueMessage",
  description: "What a list of open tickets is sent.",
  types: () => [QueueSnapshot, QueueHeartbeat] as const,
  resolveType: (value) => ("rows" in value ? QueueSnapshot : QueueHeartbeat),
});
