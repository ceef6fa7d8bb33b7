import type { ClockReading } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import { shownClock } from "../core/wall-row.ts";
import type { SlaClock } from "./sla.entity.ts";

/** The version of the time-zone data that this process computes with, as the tz database names it: "2026c". */
export const TIME_ZONE_DATA = process.versions["tz"] ?? "unknown";

type Edge = { kind: "AT_RISK" | "BREACH"; at: Instant };

/**
 * The next instant at which something must be recorded for a clock, or null. What was announced for the very same
 * instant is not announced again; a due that moved is a new edge. A breach that already passed needs no warning first.
 */
export function pendingEdge(clock: SlaClock, reading: ClockReading, now: Instant): Edge | null {
  if (reading.state === "ENDED" || reading.state === "PAUSED" || reading.dueAt === null) return null;
  const breachAt = (reading.dueAt + 1) as Instant;
  if (clock.breachAnnouncedFor !== null) return null; // announced once per cycle; withdrawing is the engine's matter
  const warned = reading.atRiskAt === null || clock.atRiskAnnouncedFor === reading.atRiskAt || breachAt <= now;
  return warned ? { kind: "BREACH", at: breachAt } : { kind: "AT_RISK", at: reading.atRiskAt as Instant };
}

/** Writes a reading into the cached columns of a clock's row. */
export function cacheReading(clock: SlaClock, reading: ClockReading, now: Instant): void {
  clock.priority = reading.priority;
  if (reading.target) {
    clock.commitment = reading.target.commitment;
    clock.targetKind = reading.target.amount.kind;
  }
  clock.policyVersion = reading.policyVersion;
  clock.calendarVersion = reading.hours.version;
  clock.timeZoneData = TIME_ZONE_DATA;
  clock.startedAt = reading.startedAt;
  clock.dueAt = reading.dueAt;
  clock.atRiskAt = reading.atRiskAt;
  clock.satisfiedAt = reading.satisfiedAt;
  clock.endedAt = reading.endedAt;
  clock.breachedAt = reading.breachedAt;
  clock.pausedAt = reading.pausedAt;
  clock.pausedReason = reading.pausedReason;
  clock.resumesAt = reading.resumesAt;
  clock.noDueReason = reading.noDueReason;
  clock.verdict = reading.verdict;
  clock.elapsedSeconds = reading.endedAt === null ? null : reading.elapsed;
  clock.lateSeconds = reading.verdict === "MISSED" ? Math.max(0, -reading.remaining) : null;
  const edge = pendingEdge(clock, reading, now);
  clock.nextEdgeAt = edge?.at ?? null;
  clock.nextEdge = edge?.kind ?? null;
}

/** Marks the clock that a ticket's row shows. */
export function chooseShown(clocks: readonly SlaClock[]): void {
  const first = shownClock(clocks);
  for (const clock of clocks) if (clock.shown !== (clock === first)) clock.shown = clock === first;
}
