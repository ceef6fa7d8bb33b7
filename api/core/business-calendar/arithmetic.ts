import type { Instant, Period, Seconds } from "../time.ts";
import { HORIZON, type OpenHours } from "./open-periods.ts";
import { earliestAtSum, latestAtSum, periodAt, sumAt } from "./open-table.ts";

/**
 * The earliest instant by which `seconds` of operating time have passed since `from`; null when they do not pass within
 * five years. A budget that ends exactly at closing ends at closing. Negative seconds walk back, to the latest instant
 * with that much operating time left until `from`. Zero is the instant itself, or the next opening when closed.
 *
 * Example, Mon–Fri 08:30–17:30: Fri 17:29:59 plus one hour is Mon 09:29:59; Fri 16:30 plus one hour is Fri 17:30.
 */
export function addOpen(hours: OpenHours, from: Instant, seconds: Seconds): Instant | null {
  if (seconds === 0) return nextOpening(hours, from);
  if (seconds < 0) return walkBack(hours, from, seconds);
  const table = hours.covering(from, from + HORIZON);
  const sum = sumAt(table, from) + seconds;
  if (sum > (table.sums[table.count] as number)) return null;
  const at = earliestAtSum(table, sum);
  return at - from > HORIZON ? null : at;
}

function walkBack(hours: OpenHours, from: Instant, seconds: number): Instant | null {
  const table = hours.covering(from - HORIZON, from);
  const sum = sumAt(table, from) + seconds;
  if (sum < 0) return null;
  const at = latestAtSum(table, sum);
  return from - at > HORIZON ? null : at;
}

/** Operating time from one instant to another; negative when the second is the earlier. */
export function openBetween(hours: OpenHours, from: Instant, until: Instant): Seconds {
  const table = hours.covering(Math.min(from, until), Math.max(from, until) + 1);
  return (sumAt(table, until) - sumAt(table, from)) as Seconds;
}

/** Open at that instant? The closing instant is closed. */
export function isOpen(hours: OpenHours, at: Instant): boolean {
  const table = hours.covering(at, at + 1);
  const i = periodAt(table, at);
  return i < table.count && table.origin + (table.starts[i] as number) <= at;
}

/** The instant itself when open, else the next opening; null when none comes within five years. */
export function nextOpening(hours: OpenHours, at: Instant): Instant | null {
  const table = hours.covering(at, at + HORIZON);
  const i = periodAt(table, at);
  if (i === table.count) return null;
  const opens = Math.max(at, table.origin + (table.starts[i] as number)) as Instant;
  return opens - at > HORIZON ? null : opens;
}

/** When what is open now, or opens next, closes; null when nothing opens, or it never closes, within five years. */
export function nextClosing(hours: OpenHours, at: Instant): Instant | null {
  const table = hours.covering(at, at + HORIZON + 1);
  const i = periodAt(table, at);
  if (i === table.count) return null;
  const closes = (table.origin + (table.ends[i] as number)) as Instant;
  return closes - at > HORIZON ? null : closes;
}

/** The latest closing that is not after an instant and later than `after`; null when there is none. */
export function lastClosing(hours: OpenHours, at: Instant, after: Instant): Instant | null {
  const table = hours.covering(after, at + 1);
  const i = periodAt(table, at) - 1;
  if (i < 0) return null;
  const closed = (table.origin + (table.ends[i] as number)) as Instant;
  return closed > after ? closed : null;
}

/** The open stretches within a range, cut to it. */
export function openPeriods(hours: OpenHours, from: Instant, until: Instant): Period[] {
  if (until <= from) return [];
  const table = hours.covering(from, until);
  const found: Period[] = [];
  for (let i = periodAt(table, from); i < table.count; i += 1) {
    const opens = Math.max(from, table.origin + (table.starts[i] as number)) as Instant;
    if (opens >= until) break;
    found.push({ from: opens, until: Math.min(until, table.origin + (table.ends[i] as number)) as Instant });
  }
  return found;
}
