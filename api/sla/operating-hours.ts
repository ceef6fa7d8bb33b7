import type { AddOnPeriod, CalendarVersion } from "../clients/agreements.ts";
import { hoursFor, type OpenHours } from "../core/business-calendar/open-periods.ts";
import type { AlwaysOpen } from "../core/business-calendar/schedule.ts";
import type { HoursRef } from "../core/sla-clock/facts.ts";

// A prepared table is a few hundred kilobytes at most and is shared by all tickets of the same hours.
const prepared = new Map<string, OpenHours>();
const MOST = 500;

/** The operating hours of a calendar version with after-hours stretches laid over it. */
export function composeHours(calendar: CalendarVersion, afterHours: readonly AlwaysOpen[] = []): OpenHours {
  const key = `${calendar.id} ${afterHours.map((a) => `${a.from}-${a.until ?? ""}`).join()}`;
  const known = prepared.get(key);
  if (known) return known;
  if (prepared.size >= MOST) prepared.delete(prepared.keys().next().value as string);
  const hours = hoursFor(calendar.definition, afterHours);
  prepared.set(key, hours);
  return hours;
}

/** The stretches of a contract in which the desk is open round the clock. */
export const afterHoursOf = (addOns: readonly AddOnPeriod[]): AlwaysOpen[] =>
  addOns.filter((a) => a.kind === "AFTER_HOURS").map(({ from, until }) => ({ from, until }));

/** Hours as a fact names them. */
export function hoursRef({ id, definition }: CalendarVersion, addOns: readonly AddOnPeriod[]): HoursRef {
  const afterHours = afterHoursOf(addOns);
  return { id, code: definition.code, version: definition.version, ...(afterHours.length > 0 && { afterHours }) };
}
