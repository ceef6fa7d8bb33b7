import { face } from "../time/format.ts";

const names = new Map<string, Intl.DateTimeFormat>();

/** What a zone is called at an instant: `CST`, `CDT`, `GMT+1`. */
export function zoneName(at: number, zone: string): string {
  let format = names.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" });
    names.set(zone, format);
  }
  return format.formatToParts(at * 1_000).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

export type SlotLabel = { readonly at: number; readonly time: string; readonly zone: string };

/**
 * The slots of one day as they are read: `15:00`, and `01:30 EST` where the clock shows a time twice that day. What the zone is
 * called else is said once for the day.
 */
export function slotLabels(starts: readonly number[], zone: string): SlotLabel[] {
  const times = starts.map((at) => face(at, zone).time);
  return starts.map((at, i) => {
    const time = times[i] as string;
    const twice = times.filter((other) => other === time).length > 1;
    return { at, time, zone: twice ? zoneName(at, zone) : "" };
  });
}

const dayIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long" });

/** `Monday 23 November`, of a date `2026-11-23`. */
export const dayName = (date: string): string => dayIn("UTC").format(Date.parse(`${date}T12:00:00Z`));

/** The date that a zone's calendars show at an instant. */
export const dateIn = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at * 1_000,
  );

/** What a zone is called on a day, from its first slot to its last: `CST`, or `EDT, then EST`. */
export const zoneNames = (starts: readonly number[], zone: string): string =>
  [...new Set(starts.map((at) => zoneName(at, zone)))].join(", then ");

/** `Thu 3 Dec, 10:00`, for a button. */
export const shortTime = (at: number, zone: string): string =>
  `${new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", day: "numeric", month: "short" }).format(at * 1_000)}, ${face(at, zone).time}`;

/** `Thursday 3 December, 10:00–10:30`. */
export const span = (from: number, until: number, zone: string): string =>
  `${dayIn(zone).format(from * 1_000)}, ${face(from, zone).time}–${face(until, zone).time}`;

/** The date so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
