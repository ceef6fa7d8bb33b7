import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";
import { DAY, dateOfDay, dayNumber, isoWeekday } from "./dates.ts";
import { offsetAt, offsetStretches } from "./zone-offsets.ts";

/** Reads an instant such as "2026-11-23T15:00:00Z" (any offset); fractions of a second are cut off. */
export const parseInstant = (text: string): Instant =>
  Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000) as Instant;

/** Writes an instant as "2026-11-23T15:00:00Z". */
export const formatInstant = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();

/**
 * Whether the time-zone data of this runtime knows a zone by that name. An offset, or an instant that has one, is none:
 * it knows no summer time, and databases read its sign the other way round.
 */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Wall time as a count of seconds, as though the wall clock showed UTC. */
export const wallSeconds = (zone: string, at: Instant): number => at + offsetAt(zone, at);

/** The local calendar date at an instant, "2026-11-23". */
export const localDate = (zone: string, at: Instant): string => dateOfDay(localDay(zone, at));

/** The local calendar date at an instant as a day number. */
export const localDay = (zone: string, at: Instant): number => Math.floor(wallSeconds(zone, at) / DAY);

/**
 * The first instant at which wall clocks show a time (seconds as from {@link wallSeconds}) or have passed it. A time
 * that is shown twice is its first showing; a time that is skipped is the change itself.
 *
 * Example: in New York on 2027-03-14, 02:30 is skipped, so it is 03:00 EDT.
 */
export function instantOfWall(zone: string, wall: number): Instant {
  for (const { from, until, offset } of offsetStretches(zone, wall - 2 * DAY, wall + 2 * DAY)) {
    const at = wall - offset;
    if (at < until) return Math.max(at, from) as Instant;
  }
  throw new RangeError(`no instant in ${zone} shows wall second ${wall}`);
}

/** The first instant of a local date: midnight, or the change that skips it. */
export const startOfDay = (zone: string, date: string): Instant => startOfDayNumber(zone, dayNumber(date));
export const startOfDayNumber = (zone: string, day: number): Instant => instantOfWall(zone, day * DAY);

/** Reads a wall time such as "2026-11-23 17:29" or "2026-11-23T17:29:59" in a zone. */
export function atWall(zone: string, text: string): Instant {
  const wall = Temporal.PlainDateTime.from(text.replace(" ", "T"));
  return instantOfWall(zone, Math.floor(wall.toZonedDateTime("UTC").epochMilliseconds / 1000));
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The local weekday at an instant, "Mon". */
export const weekdayName = (zone: string, at: Instant): string =>
  WEEKDAYS[isoWeekday(localDay(zone, at)) - 1] as string;

/** Wall time for files, "2026-11-23 17:30:00". */
export const wallText = (zone: string, at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");

/** Wall time for people, "Mon 23 Nov 17:30"; seconds only where there are any. */
export function wallTime(zone: string, at: Instant): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: local.second === 0 ? "minute" : "second" });
  return `${WEEKDAYS[local.dayOfWeek - 1]} ${local.day} ${MONTHS[local.month - 1]} ${time}`;
}
