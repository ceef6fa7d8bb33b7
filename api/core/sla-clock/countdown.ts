import type { Instant, Period, Seconds } from "../time.ts";

/**
 * What a countdown shows `now`, from what was left at an instant and the open stretches since: it stands outside them.
 * For a clock whose every second counts, the open stretches are its whole time.
 *
 * Example: 60 minutes left at Fri 17:00 with hours until 17:30 show 30 minutes from 17:30 until Mon 08:30.
 */
export function remainingAt(remaining: Seconds, asOf: Instant, openPeriods: readonly Period[], now: Instant): Seconds {
  let left: number = remaining;
  for (const { from, until } of openPeriods) left -= Math.max(0, Math.min(until, now) - Math.max(from, asOf));
  return left as Seconds;
}
