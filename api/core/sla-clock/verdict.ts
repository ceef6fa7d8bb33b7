import type { Instant, Seconds } from "../time.ts";
import type { ClockHistory } from "./clock-history.ts";
import { clockDue } from "./due.ts";

export type Verdict = "MET" | "MISSED" | "CANCELLED" | "MERGED";

/** When a clock became late, one second after due; null when it was not by then, or ended in time. */
export function breachOf(clock: ClockHistory, at: Instant): Instant | null {
  const until = clock.endedAt ?? at;
  const dueAt = clock.held?.dueAt ?? clockDue(clock, until)?.dueAt ?? null;
  return dueAt !== null && dueAt < until ? ((dueAt + 1) as Instant) : null;
}

export const satisfiedAt = (clock: ClockHistory): Instant | null =>
  clock.ending === "SATISFIED" ? clock.endedAt : null;

export function verdictOf(clock: ClockHistory): Verdict | null {
  if (clock.endedAt === null || clock.ending === null) return null;
  if (clock.ending !== "SATISFIED") return clock.ending;
  if (breachOf(clock, clock.endedAt) !== null) return "MISSED";
  return clock.target === null ? null : "MET";
}

/**
 * From when the verdict stands for good: met, when it was met; missed, not before the settling time after due has
 * passed, its last second included. What was kept by mail stands once the settling time after it has passed: until then it may come
 * back. Null without a verdict, and for a clock that a reopening would continue.
 */
export function sealOf(clock: ClockHistory, settling: Seconds): Instant | null {
  const verdict = verdictOf(clock);
  if (verdict === null || clock.endedAt === null) return null;
  if (clock.metric === "RESOLUTION" && clock.ending === "SATISFIED" && clock.target?.onReopen === "CONTINUE")
    return null;
  const breachedAt = verdict === "MISSED" ? breachOf(clock, clock.endedAt) : null;
  const endsFor = clock.mailed ? clock.endedAt + settling : clock.endedAt;
  return Math.max(endsFor, breachedAt === null ? 0 : breachedAt + settling) as Instant;
}
