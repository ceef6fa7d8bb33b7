import { openPeriods } from "../../core/business-calendar/arithmetic.ts";
import { DAY, isoWeekday } from "../../core/business-calendar/dates.ts";
import type { OpenHours } from "../../core/business-calendar/open-periods.ts";
import { instantOfWall, startOfDayNumber } from "../../core/business-calendar/zone.ts";
import { hours as hoursOf, type Period } from "../../core/time.ts";

/** From and until, in hours of the desk's own day. Five of each make forty. */
const EARLY = [8, 16] as const;
/** Until those are closed who live furthest west. */
const LATE = [12.5, 20.5] as const;
const ON_CALL = [10, 18] as const;
/** Whoever has the weekend has two days off before it. */
const OFF_BEFORE = [3, 4];

/** Weeks begin on Mondays; day 0, the first of 1970, was a Thursday. */
export const mondayOf = (day: number): number => day + 1 - isoWeekday(day);

/**
 * When the demo's people work on a day (the days since 1970 of the desk's zone): half of them early, half of them late, and on
 * weekends and holidays one of them, by turns, for clients who bought the hours outside.
 */
export function shiftOn(hours: OpenHours, day: number, person: number, people: number): Period | null {
  const weekday = isoWeekday(day);
  const onCall = Math.floor(mondayOf(day) / 7) % people === person;
  const open = openPeriods(hours, startOfDayNumber(hours.timeZone, day), startOfDayNumber(hours.timeZone, day + 1));
  if (open.length === 0) return onCall ? at(hours, day, ON_CALL) : null;
  if (onCall && OFF_BEFORE.includes(weekday)) return null;
  return at(hours, day, person % 2 === 0 ? EARLY : LATE);
}

const at = ({ timeZone }: OpenHours, day: number, [from, until]: readonly [number, number]): Period => ({
  from: instantOfWall(timeZone, day * DAY + hoursOf(from)),
  until: instantOfWall(timeZone, day * DAY + hoursOf(until)),
});
