import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DeskClock } from "../platform/desk-clock.graphql.ts";
import { DateTime, Position } from "../platform/scalars.ts";
import { QueueCounts, RunwayBin, Wall, WallCalendar, WallRow, WallSession } from "./queue.graphql.ts";

const CHECKSUM =
  "What your rows should come to: the sum, modulo 2³², of FNV-1a (32 bits) over `ticketId:version:orderKey:next` of each, as 8 hexadecimal digits. Where they come to something else, subscribe anew without `after`.";

@ObjectType({ description: "The whole wall. It replaces whatever was shown." })
export class WallSnapshot {
  @Field(() => Position, { nullable: true, description: "The position it follows; null for the first." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => Wall, { description: "The picture." })
  wall!: Wall;
}

@ObjectType({
  description:
    "What has changed. It applies only where `from` is the position you stand at; otherwise subscribe anew. Put `rows` in or over those with their `ticketId`, take out `gone`, add `calendars` to those you have; the rest replaces what was shown.",
})
export class WallDelta {
  @Field(() => Position, { nullable: true, description: "The position it follows." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time: what the times of its rows are of." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, { description: "Machine time of the sequencer's last pulse." })
  pulseAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When the desk closes; null when it is closed." })
  openUntil!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When the desk opens; null when it is open." })
  opensAt!: Instant | null;
  @Field(() => QueueCounts, { description: "Counted again." })
  counts!: QueueCounts;
  @Field(() => [WallRow], {
    description: "Rows that are new or differ in more than what runs by itself, whole; at most as many as a wall has.",
  })
  rows!: WallRow[];
  @Field(() => [ID], { description: "Tickets whose rows have left the wall." })
  gone!: string[];
  @Field(() => Int, { description: "Of how many rows it shows the first." })
  rowsOf!: number;
  @Field(() => [RunwayBin], { description: "Binned again." })
  runway!: RunwayBin[];
  @Field(() => [WallSession], { description: "Remote sessions that run now (at most 12)." })
  sessions!: WallSession[];
  @Field(() => [WallCalendar], { description: "Calendars that `rows` name and that you may not have." })
  calendars!: WallCalendar[];
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
  @Field(() => String, { description: CHECKSUM })
  checksum!: string;
}
export const WallMessage = createUnionType({
  name: "WallMessage",
  description: "What a wall is sent.",
  types: () => [WallSnapshot, WallDelta, WallHeartbeat] as const,
  resolveType: (value) => ("wall" in value ? WallSnapshot : "gone" in value ? WallDelta : WallHeartbeat),
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
@ObjectType({
  description:
    "What has changed. It applies only where `from` is the position you stand at; otherwise subscribe anew. Put `rows` in or over those with their `ticketId`, take out `gone`, add `calendars` to those you have; the rest replaces what was shown.",
})
export class QueueDelta {
  @Field(() => Position, { nullable: true, description: "The position it follows." })
  from!: string | null;
  @Field(() => Position, { description: "Its own position." })
  to!: string;
  @Field(() => DateTime, { description: "Desk time: what the times of its rows are of." })
  asOf!: Instant;
  @Field(() => DeskClock, { description: "How desk time runs." })
  clock!: DeskClock;
  @Field(() => DateTime, { description: "Machine time of the sequencer's last pulse." })
  pulseAt!: Instant;
  @Field(() => QueueCounts, { description: "The filtered tickets, counted again." })
  counts!: QueueCounts;
  @Field(() => [WallRow], {
    description:
      "Rows that are new or differ in more than what runs by itself, whole; at most as many as were asked for.",
  })
  rows!: WallRow[];
  @Field(() => [ID], { description: "Tickets whose rows have left the list." })
  gone!: string[];
  @Field(() => Int, { description: "How many tickets match in all." })
  total!: number;
  @Field(() => [WallCalendar], { description: "Calendars that `rows` name and that you may not have." })
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
  @Field(() => String, { description: CHECKSUM })
  checksum!: string;
}
export const QueueMessage = createUnionType({
  name: "QueueMessage",
  description: "What a list of open tickets is sent.",
  types: () => [QueueSnapshot, QueueDelta, QueueHeartbeat] as const,
  resolveType: (value) => ("gone" in value ? QueueDelta : "rows" in value ? QueueSnapshot : QueueHeartbeat),
});
