import type { Instant } from "../core/time.ts";
import { type CountedAs, countedAs } from "../core/wall-row.ts";
import type { BoardTicket } from "./board.sql.ts";

type ClockColumns = Pick<BoardTicket, "dueAt" | "atRiskAt" | "breachedAt" | "pausedAt">;

/** How a cached clock stands at an instant. While it is paused time does not make it worse. */
export function standingAt(clock: ClockColumns, at: Instant): "ON_TRACK" | "AT_RISK" | "BREACHED" {
  const seen = clock.pausedAt ?? at;
  if (clock.breachedAt !== null && clock.breachedAt <= seen) return "BREACHED";
  if (clock.dueAt === null) return "ON_TRACK";
  if (clock.pausedAt === null && clock.dueAt < seen) return "BREACHED";
  return clock.atRiskAt !== null && clock.atRiskAt <= seen ? "AT_RISK" : "ON_TRACK";
}

/** How a ticket with this cached clock is counted at an instant. */
export const countedAt = (clock: ClockColumns, at: Instant): CountedAs =>
  countedAs(standingAt(clock, at), clock.pausedAt !== null);

export type Counts = {
  open: number;
  breached: number;
  atRisk: number;
  onTrack: number;
  paused: number;
  unassigned: number;
};

export function countBoard(tickets: readonly BoardTicket[], at: Instant): Counts {
  const counts: Counts = { open: tickets.length, breached: 0, atRisk: 0, onTrack: 0, paused: 0, unassigned: 0 };
  for (const ticket of tickets) {
    counts[countedAt(ticket, at)] += 1;
    if (ticket.queueKey !== null) counts.unassigned += 1;
  }
  return counts;
}
