import type { Instant } from "../time.ts";
import { dayNumber } from "./dates.ts";
import { isZone } from "./zone.ts";

/**
 * Wall times of one opening, half-open: "08:30" to "17:30". "24:00" is midnight at the end. One that is not later runs
 * past midnight, and has to say so to be published: most such windows are slips of the hand.
 */
export type Window = { readonly from: string; readonly until: string; readonly overnight?: boolean };

export type Holiday = { readonly date: string; readonly name: string; readonly origin: string };

/** A date with other hours: replaces what its weekday and a holiday would say. No windows: closed. */
export type DateHours = { readonly date: string; readonly windows: readonly Window[]; readonly name: string };

/** One published version of a calendar: hours in a zone. */
export type CalendarDefinition = {
  readonly code: string;
  readonly version: number;
  readonly timeZone: string;
  /** By ISO weekday, 1 = Monday to 7 = Sunday; a missing one is closed. */
  readonly week: { readonly [isoWeekday: number]: readonly Window[] };
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly DateHours[];
  /** Published ahead: until this instant the version before it holds. */
  readonly before?: { readonly until: Instant; readonly definition: CalendarDefinition };
};

export type Fault = { readonly field: string; readonly message: string };

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Seconds after midnight of a wall time such as "08:30"; "24:00" is 86,400; anything else is NaN. */
export function timeOfDay(text: string): number {
  if (text === "24:00") return 86_400;
  const [, hour, minute, second] = TIME.exec(text) ?? [];
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
}

/** A window as seconds after its date's midnight; an overnight one reaches past 86,400. */
export function windowSeconds(window: Window): { from: number; until: number } {
  const from = timeOfDay(window.from);
  const until = timeOfDay(window.until);
  return { from, until: until > from ? until : until + 86_400 };
}

/** Everything that keeps a calendar from being published, by field; an empty list is a sound calendar. */
export function calendarFaults(definition: CalendarDefinition): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  if (definition.code.trim() === "") fault("code", "is empty");
  if (!Number.isInteger(definition.version) || definition.version < 1) fault("version", "is not a whole number from 1");
  if (!isZone(definition.timeZone)) fault("timeZone", `is not a known time zone: ${definition.timeZone}`);
  for (const [day, windows] of Object.entries(definition.week)) {
    if (!/^[1-7]$/.test(day)) fault(`week.${day}`, "is not a weekday from 1 (Monday) to 7 (Sunday)");
    windowFaults(`week.${day}`, windows, fault);
  }
  for (let day = 1; day <= 7; day += 1) {
    const overrun = Math.max(0, ...(definition.week[day] ?? []).map((w) => windowSeconds(w).until)) - 86_400;
    const next = (day % 7) + 1;
    if ((definition.week[next] ?? []).some((w) => windowSeconds(w).from < overrun))
      fault(`week.${next}`, `overlaps the window that runs on overnight from weekday ${day}`);
  }
  dateFaults("holidays", definition.holidays, fault);
  dateFaults("exceptions", definition.exceptions, fault);
  definition.holidays.forEach(({ origin }, i) => {
    if (origin.length > 60) fault(`holidays.${i}.origin`, "is longer than 60 characters");
  });
  definition.exceptions.forEach(({ windows }, i) => {
    windowFaults(`exceptions.${i}.windows`, windows, fault);
  });
  return faults;
}

type Report = (field: string, message: string) => void;

function windowFaults(field: string, windows: readonly Window[], fault: Report): void {
  windows.forEach((window, i) => {
    if (Number.isNaN(timeOfDay(window.from)) || window.from === "24:00")
      fault(`${field}.${i}.from`, `is not a time of day: ${window.from}`);
    if (Number.isNaN(timeOfDay(window.until))) fault(`${field}.${i}.until`, `is not a time of day: ${window.until}`);
    const long = timeOfDay(window.until) - timeOfDay(window.from);
    if (long === 0) fault(`${field}.${i}`, "is empty; a whole day is 00:00 to 24:00");
    if (long < 0 && !window.overnight)
      fault(`${field}.${i}.until`, "ends before it begins; say that it is overnight if it runs past midnight");
    if (long > 0 && window.overnight) fault(`${field}.${i}.overnight`, "is longer than a day");
  });
  const sorted = windows.map(windowSeconds).sort((a, b) => a.from - b.from);
  if (sorted.some((window, i) => i > 0 && window.from < sorted[i - 1]!.until)) fault(field, "has overlapping windows");
}

function dateFaults(field: string, days: readonly { date: string; name: string }[], fault: Report): void {
  const seen = new Set<string>();
  days.forEach(({ date, name }, i) => {
    if (!isDate(date)) fault(`${field}.${i}.date`, `is not a date: ${date}`);
    if (seen.has(date)) fault(`${field}.${i}.date`, `is there twice: ${date}`);
    if (name.trim() === "") fault(`${field}.${i}.name`, "is empty");
    seen.add(date);
  });
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Number.isInteger(dayNumber(text));
  } catch {
    return false;
  }
}
