import type { Instant } from "../time.ts";
import { isOpen, lastClosing, nextOpening } from "./arithmetic.ts";
import { DAY } from "./dates.ts";
import { HORIZON, type OpenHours } from "./open-periods.ts";
import { instantOfWall, localDay, startOfDayNumber, wallSeconds } from "./zone.ts";

/**
 * The same wall time `days` operating days later. The start is the instant, or the next opening when closed; its local
 * date is day 0, and each later local date with any open time is a day. Where the wall time is closed on the last day:
 * the last closing before it on that date, else the date's first opening; inside a skipped hour: the change. Null when
 * there are not that many operating days within five years.
 *
 * Example, Mon–Fri 08:30–17:30: Fri 16:00 plus one day is Mon 16:00; Mon 19:00 plus one day is Wed 08:30.
 */
export function sameTimeOnOperatingDay(hours: OpenHours, start: Instant, days: number): Instant | null {
  const zone = hours.timeZone;
  const opened = nextOpening(hours, start);
  if (opened === null) return null;
  const time = wallSeconds(zone, opened) - localDay(zone, opened) * DAY;
  let day = localDay(zone, opened);
  for (let left = days; left > 0; left -= 1) {
    const next = nextOpening(hours, startOfDayNumber(zone, day + 1));
    if (next === null || next - start > HORIZON) return null;
    day = localDay(zone, next);
  }
  const at = instantOfWall(zone, day * DAY + time);
  if (isOpen(hours, at)) return at;
  return lastClosing(hours, at, startOfDayNumber(zone, day)) ?? nextOpening(hours, at);
}
