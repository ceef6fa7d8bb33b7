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
 * The slots of one day as they are read: `15:00`, and `01:30 EST` where the clock shows a time twice that day, or where
 * every label names its zone since the desk's is another.
 */
export function slotLabels(starts: readonly number[], zone: string, nameZone: boolean): SlotLabel[] {
  const times = starts.map((at) => face(at, zone).time);
  return starts.map((at, i) => {
    const time = times[i] as string;
    const twice = times.filter((other) => other === time).length > 1;
    return { at, time, zone: nameZone || twice ? zoneName(at, zone) : "" };
  });
}

const dayIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long" });

/** `Monday 23 November`, of a date `2026-11-23`. */
export const dayName = (date: string): string => dayIn("UTC").format(Date.parse(`${date}T12:00:00Z`));

/** `Thursday 3 December, 10:00–10:30`. */
export const span = (from: number, until: number, zone: string): string =>
  `${dayIn(zone).format(from * 1_000)}, ${face(from, zone).time}–${face(until, zone).time}`;

/** The date so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
