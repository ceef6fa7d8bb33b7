import type { Instant, Period } from "../time.ts";
import { type CalendarDefinition, windowSeconds } from "./calendar.ts";
import { DAY, dayNumber, isoWeekday } from "./dates.ts";
import { type OpenTable, openTable } from "./open-table.ts";
import { localDay, startOfDayNumber } from "./zone.ts";
import { offsetStretches } from "./zone-offsets.ts";

/** When round-the-clock service is in force; `until` null: no end known. */
export type AlwaysOpen = { readonly from: Instant; readonly until: Instant | null };

/** Nothing is looked for beyond this: five years, leap days included. */
export const HORIZON = 1827 * DAY;

type Hours = { readonly definition: CalendarDefinition; readonly alwaysOpen: readonly AlwaysOpen[] };
/** Hours that hold from an instant on, until the next part begins. */
type Part = Hours & { readonly from: number };

/**
 * The operating hours that a clock counts by: a calendar with its add-ons laid over it, and, where the calendar was
 * changed under a running clock, each version in its own time. Grows its interval table by itself when asked further.
 */
export class OpenHours {
  readonly parts: readonly Part[];
  private table: OpenTable | null = null;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** The hours in force last; earlier parts only matter for their own time. */
  get definition(): CalendarDefinition {
    return this.parts.at(-1)!.definition;
  }
  get alwaysOpen(): readonly AlwaysOpen[] {
    return this.parts.at(-1)!.alwaysOpen;
  }
  get code(): string {
    return this.definition.code;
  }
  get version(): number {
    return this.definition.version;
  }
  get timeZone(): string {
    return this.definition.timeZone;
  }

  /** The part whose hours hold at an instant. */
  partAt(at: Instant): Part {
    return this.parts.findLast((part) => part.from <= at) as Part;
  }

  /** A table that covers at least `[from, until)`. */
  covering(from: number, until: number): OpenTable {
    const { table } = this;
    if (table !== null && from >= table.from && until <= table.until) return table;
    const first = localDay(this.timeZone, (Math.min(from, table?.from ?? from) - 200 * DAY) as Instant);
    const start = startOfDayNumber(this.timeZone, first);
    const end = (Math.max(until, table?.until ?? until) + 200 * DAY) as Instant;
    this.table = openTable(periodsOf(this.parts, start, end), start, end);
    return this.table;
  }
}

/** The hours of a calendar with round-the-clock stretches laid over it. Prepare once and share: it is never changed. */
export const hoursFor = (definition: CalendarDefinition, alwaysOpen: readonly AlwaysOpen[] = []): OpenHours =>
  new OpenHours([{ definition, alwaysOpen, from: Number.NEGATIVE_INFINITY }]);

/** The hours of a calendar, prepared for a range. */
export function openHours(
  definition: CalendarDefinition,
  options: { readonly alwaysOpen?: readonly AlwaysOpen[]; readonly from: Instant; readonly until: Instant },
): OpenHours {
  const hours = hoursFor(definition, options.alwaysOpen);
  hours.covering(options.from, options.until);
  return hours;
}

/** Other hours from an instant on: what was counted before stays counted as it was. */
export const changeHours = (earlier: OpenHours, later: OpenHours, at: Instant): OpenHours =>
  new OpenHours([
    ...earlier.parts.filter((part) => part.from < at),
    ...later.parts
      .filter((part, i) => part.from > at || later.parts[i + 1] === undefined || later.parts[i + 1]!.from > at)
      .map((part) => ({ ...part, from: Math.max(part.from, at) })),
  ]);

function periodsOf(parts: readonly Part[], from: number, until: number): Period[] {
  const found: Period[] = [];
  parts.forEach((part, i) => {
    const start = Math.max(from, part.from);
    const end = Math.min(until, parts[i + 1]?.from ?? until);
    if (start < end) found.push(...composed(part, start, end));
  });
  return merged(found);
}

function composed({ definition, alwaysOpen }: Hours, from: number, until: number): Period[] {
  const found = scheduled(definition, from, until);
  for (const always of alwaysOpen) {
    const start = Math.max(always.from, from);
    const end = Math.min(always.until ?? until, until);
    if (start < end) found.push({ from: start as Instant, until: end as Instant });
  }
  return merged(found);
}

/**
 * The windows of each date laid on the UTC line, stretch of constant offset by stretch: an instant is open exactly when
 * the wall clock shows a time inside a window. So a skipped hour is not worked, a repeated one is worked twice, and an
 * edge inside a skipped hour falls on the change. Except that a window that opens inside the skipped hour and is no
 * longer than it is not held at all: 02:30 to 03:15 has no 02:30 to open at, and read as 03:30 it would be over.
 */
function scheduled(definition: CalendarDefinition, from: number, until: number): Period[] {
  const week = Array.from({ length: 8 }, (_, day) => (definition.week[day] ?? []).map(windowSeconds));
  const special = new Map(definition.holidays.map(({ date }) => [dayNumber(date), [] as (typeof week)[number]]));
  for (const { date, windows } of definition.exceptions) special.set(dayNumber(date), windows.map(windowSeconds));
  const found: Period[] = [];
  for (const stretch of offsetStretches(definition.timeZone, from, until)) {
    const start = Math.max(stretch.from, from);
    const end = Math.min(stretch.until, until);
    const last = Math.floor((end + stretch.offset) / DAY);
    // one date earlier: its windows may run on overnight
    for (let day = Math.floor((start + stretch.offset) / DAY) - 1; day <= last; day += 1) {
      const midnight = day * DAY - stretch.offset;
      for (const window of special.get(day) ?? week[isoWeekday(day)]!) {
        // opens inside the skipped hour, and would have closed before its opening came if that were moved: not held
        const before = stretch.from - (midnight + window.from);
        if (before > 0 && before <= stretch.skipped && window.until - window.from <= stretch.skipped) continue;
        const opens = Math.max(midnight + window.from, start);
        const closes = Math.min(midnight + window.until, end);
        if (opens < closes) found.push({ from: opens as Instant, until: closes as Instant });
      }
    }
  }
  return found;
}

/** Sorted, and periods that overlap or touch made one. */
function merged(periods: Period[]): Period[] {
  const out: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of periods.sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until) as Instant;
    else out.push({ from, until });
  }
  return out;
}
