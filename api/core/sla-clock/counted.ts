import { addOpen, openBetween } from "../business-calendar/arithmetic.ts";
import type { Instant, Seconds } from "../time.ts";
import type { ClockHistory, Due } from "./clock-history.ts";

/** Does every second count, closed or not? */
export const countsAlways = (clock: ClockHistory): boolean => clock.amount?.kind === "ELAPSED";

/** Counted seconds between two past instants of a clock's life: open (or any) time, minus what it stood still. */
export function countedBetween(clock: ClockHistory, due: Due | null, from: Instant, until: Instant): Seconds {
  if (until <= from) return 0 as Seconds;
  let counted = plain(clock, due, from, until);
  for (const stop of clock.stops) {
    const began = Math.max(stop.from, from) as Instant;
    const ended = Math.min(stop.until ?? until, until) as Instant;
    if (began < ended) counted -= plain(clock, due, began, ended);
  }
  return counted as Seconds;
}

/** Counted seconds between two instants if nothing stood still. */
export function plain(clock: ClockHistory, due: Due | null, from: Instant, until: Instant): number {
  if (until <= from) return 0;
  if (!countsAlways(clock)) return openBetween(clock.hours, from, until);
  // between the raw end and the opening it is rolled to, the clock waits
  const waited = due === null ? 0 : Math.min(until, due.dueAt) - Math.max(from, due.countedUntil);
  return until - from - Math.max(0, waited);
}

/** The earliest instant at which a clock counts so many seconds since its start; if it stands still, resumed at `asOf`. */
export function whenCounted(clock: ClockHistory, seconds: number, asOf: Instant): Instant | null {
  let left = seconds;
  let from = clock.startedAt;
  if (left <= 0) return from;
  for (const stop of clock.stops) {
    const until = Math.max(stop.from, from) as Instant;
    const counted = countsAlways(clock) ? until - from : openBetween(clock.hours, from, until);
    if (counted >= left) break;
    left -= counted;
    from = Math.max(from, stop.until ?? asOf) as Instant;
  }
  return countsAlways(clock) ? ((from + left) as Instant) : addOpen(clock.hours, from, left as Seconds);
}
