import type { ClockReading } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import { shownClock } from "../core/wall-row.ts";
import type { SlaClock } from "./sla.entity.ts";

/** The version of the time-zone data that this process computes with, as the tz database names it: "2026c". */
export const TIME_ZONE_DATA = process.versions["tz"] ?? "unknown";

type Edge = { kind: "AT_RISK" | "BREACH" | "SEAL"; at: Instant };

/**
 * The next instant at which something must be recorded for a clock, or null. What was announced for the very same
 * instant is not announced again; a due that moved is a new edge. A breach that already passed needs no warning first.
 * A missed verdict waits for its settling time.
 */
export function pendingEdge(clock: SlaClock, reading: ClockReading, now: Instant): Edge | null {
  if (reading.state === "ENDED")
    return clock.sealedAt === null && reading.sealsAt !== null ? { kind: "SEAL", at: reading.sealsAt } : null;
  if (reading.state === "PAUSED" || reading.dueAt === null) return null;
  const breachAt = (reading.dueAt + 1) as Instant;
  if (clock.breachAnnouncedFor !== null) return null; // announced once, unless it was withdrawn
  const warned = reading.atRiskAt === null || clock.atRiskAnnouncedFor === reading.atRiskAt || breachAt <= now;
  return warned ? { kind: "BREACH", at: breachAt } : { kind: "AT_RISK", at: reading.atRiskAt as Instant };
}

/** Marks a breach as announced, for the due that was broken; the news tells it where it was not told before. */
export function announceBreach(clock: SlaClock, { breachedAt }: ClockReading): void {
  if (breachedAt !== null) clock.breachAnnouncedFor ??= (breachedAt - 1) as Instant;
}

/** Writes a reading into the cached columns of a clock's row, and seals it when its verdict stands for good. */
export function cacheReading(clock: SlaClock, reading: ClockReading, now: Instant): void {
  const news = clock.verdict !== reading.verdict || clock.endedAt !== reading.endedAt;
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
  // what is left of a clock that stands still: its due moves on with the time, and this does not
  const stands = reading.endedAt !== null || reading.pausedAt !== null;
  clock.remainingSeconds = stands && reading.dueAt !== null ? reading.remaining : null;
  // a verdict that is only now known was not sealed before, however early what it tells of happened
  if (reading.sealsAt !== null && reading.sealsAt <= now)
    clock.sealedAt = (news ? Math.max(reading.sealsAt, now) : reading.sealsAt) as Instant;
  if (reading.breachedAt === null) clock.breachAnnouncedFor = null; // it is none after all: taken back
  const edge = pendingEdge(clock, reading, now);
  clock.nextEdgeAt = edge?.at ?? null;
  clock.nextEdge = edge?.kind ?? null;
}

/**
 * A clock that was never owed after all: an answer that came late had been given before the message it waited for.
 * Neither met nor missed; a later fact may still bring it back, so it is not sealed.
 */
export function withdrawClock(clock: SlaClock, now: Instant): void {
  clock.verdict = "CANCELLED";
  clock.endedAt ??= now;
  clock.breachAnnouncedFor = null;
  clock.breachedAt = null;
  clock.pausedAt = null;
  clock.pausedReason = null;
  clock.resumesAt = null;
  clock.satisfiedAt = null;
  clock.elapsedSeconds = 0;
  clock.lateSeconds = null;
  clock.remainingSeconds = null;
  clock.nextEdgeAt = null;
  clock.nextEdge = null;
}

/** Marks the clock that a ticket's row shows. */
export function chooseShown(clocks: readonly SlaClock[]): void {
  const first = shownClock(clocks);
  for (const clock of clocks) if (clock.shown !== (clock === first)) clock.shown = clock === first;
}
