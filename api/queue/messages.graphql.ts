import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DeskClock } from "../platform/desk-clock.graphql.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { QueueCounts, RunwayBin, Wall, WallCalendar, WallRow, WallSession } from "./queue.graphql.ts";

const CHECKSUM =
  "What your rows should come to: the sum, modulo 2³², of FNV-1a (32 bits) over `ticketId:version:orderKey:next` of each, as 8 hexadecimal digits. Where they come to something else, subscribe anew without `after`.";

const DELTA =
  "What has changed. It applies only where `from` is the position you stand at; otherwise subscribe anew. Put `rows` in or over those with their `ticketId`, take out `gone`, add `calendars` to those you have; the rest replaces what was shown.";

/** Where a message stands among its like. Nullable in all, so that one selection of `from` serves them. */
@ObjectType()
abstract class Placed {
  @Field(() => Position, { nullable: true, description: "The position it follows; null: it stands by itself." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
}

/** What every message says of the board as a whole. */
@ObjectType()
abstract class BoardMessage extends Placed {
  @Field(() => DateTime, { description: "Desk time: what its times are of." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, {
    description: "Machine time of the sequencer's last pulse: the board is as fresh as this.",
  })
  pulseAt!: Instant;
  @Field(() => Int, {
    description:
      "How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from.",
  })
  pulseAgeSeconds!: number;
  @Field(() => QueueCounts, { description: "All that the board is of, counted." })
  counts!: QueueCounts;
}

@ObjectType()
abstract class BoardDelta extends BoardMessage {
  @Field(() => [WallRow], {
    description:
      "Rows that are new or differ in more than what runs by itself, whole; at most as many as the board has.",
  })
  rows!: WallRow[];
  @Field(() => [ID], { description: "Tickets whose rows have left the board." })
  gone!: string[];
  @Field(() => [WallCalendar], { description: "Calendars that `rows` name and that you may not have." })
  calendars!: WallCalendar[];
}

@ObjectType()
abstract class BoardHeartbeat extends BoardMessage {
  @Field(() => String, { description: "Names the build: a board that runs another one reloads itself." })
  build!: string;
  @Field(() => String, { description: CHECKSUM })
  checksum!: string;
}

@ObjectType({ description: "The whole wall. It replaces whatever was shown." })
export class WallSnapshot extends Placed {
  @Field(() => Wall, { description: "The picture." })
  wall!: Wall;
}

@ObjectType({ description: DELTA })
export class WallDelta extends BoardDelta {
  @Field(() => DateTime, { nullable: true, description: "When the desk closes; null when it is closed." })
  openUntil!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When the desk opens; null when it is open." })
  opensAt!: Instant | null;
  @Field(() => Int, { description: "Of how many rows it shows the first." })
  rowsOf!: number;
  @Field(() => [RunwayBin], { description: "Binned again." })
  runway!: RunwayBin[];
  @Field(() => [WallSession], { description: "Remote sessions that run now (at most 12)." })
  sessions!: WallSession[];
}

@ObjectType({ description: "A sign of life every 5 s, with whatever moves without any event." })
export class WallHeartbeat extends BoardHeartbeat {
  @Field(() => [RunwayBin], { description: "Binned again." })
  runway!: RunwayBin[];
  @Field(() => [WallSession], { description: "Sessions, with their seconds." })
  sessions!: WallSession[];
}
export const WallMessage = createUnionType({
  name: "WallMessage",
  description: "What a wall is sent.",
  types: () => [WallSnapshot, WallDelta, WallHeartbeat] as const,
  resolveType: (value) => ("wall" in value ? WallSnapshot : "gone" in value ? WallDelta : WallHeartbeat),
});

@ObjectType({ description: "The first rows of an order. It replaces whatever was shown." })
export class QueueSnapshot extends BoardMessage {
  @Field(() => [WallRow], { description: "The rows, in order." })
  rows!: WallRow[];
  @Field(() => Int, { description: "How many tickets match in all." })
  total!: number;
  @Field(() => [WallCalendar], { description: "The calendars that rows name." })
  calendars!: WallCalendar[];
}

@ObjectType({ description: DELTA })
export class QueueDelta extends BoardDelta {
  @Field(() => Int, { description: "How many tickets match in all." })
  total!: number;
}

@ObjectType({ description: "A sign of life every 5 s." })
export class QueueHeartbeat extends BoardHeartbeat {}

export const QueueMessage = createUnionType({
  name: "QueueMessage",
  description: "What a list of open tickets is sent.",
  types: () => [QueueSnapshot, QueueDelta, QueueHeartbeat] as const,
  resolveType: (value) => ("gone" in value ? QueueDelta : "rows" in value ? QueueSnapshot : QueueHeartbeat),
});
