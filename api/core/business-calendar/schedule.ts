import type { Instant, Period } from "../time.ts";
import { type CalendarDefinition, windowSeconds } from "./calendar.ts";
import { DAY, dayNumber, isoWeekday } from "./dates.ts";
import { offsetStretches } from "./zone-offsets.ts";

/** When round-the-clock service is in force; `until` null: no end known. */
export type AlwaysOpen = { readonly from: Instant; readonly until: Instant | null };

type Hours = { readonly definition: CalendarDefinition; readonly alwaysOpen: readonly AlwaysOpen[] };
/** Hours that hold from an instant on, until the next part begins. */
export type Part = Hours & { readonly from: number };

/** The open periods within a range, each part in its own time; sorted and disjoint. */
export function periodsOf(parts: readonly Part[], from: number, until: number): Period[] {
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
