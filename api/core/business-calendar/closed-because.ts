import type { Instant, Period } from "../time.ts";
import { openPeriods } from "./arithmetic.ts";
import { dateOfDay } from "./dates.ts";
import type { OpenHours } from "./open-periods.ts";
import { localDay, startOfDayNumber } from "./zone.ts";

/** A stretch of time that is open or closed throughout, and why. */
export type Stretch = Period & { readonly open: boolean; readonly cause: string };

/**
 * A range cut into open and closed stretches, each with its cause: the hours themselves, the add-on, a holiday's or an
 * exception's name. Neighbours with the same cause are one.
 *
 * Example: Wed 17:30 to Fri 08:30 over a holiday is three closed stretches: Wed evening, Thu, Fri morning.
 */
export function stretches(hours: OpenHours, from: Instant, until: Instant): Stretch[] {
  const found: Stretch[] = [];
  let at = from;
  for (const period of openPeriods(hours, from, until)) {
    closedStretches(hours, at, period.from, found);
    openStretches(hours, period, found);
    at = period.until;
  }
  closedStretches(hours, at, until, found);
  return found;
}

function openStretches(hours: OpenHours, period: Period, found: Stretch[]): void {
  const edges = hours.parts.flatMap(({ from, alwaysOpen }) => [
    from,
    ...alwaysOpen.flatMap((a) => [a.from, a.until ?? from]),
  ]);
  for (const piece of cut(period, edges)) {
    const addOn = hours
      .partAt(piece.from)
      .alwaysOpen.some((a) => a.from <= piece.from && (a.until ?? piece.until) >= piece.until);
    append(found, { ...piece, open: true, cause: addOn ? "after-hours add-on in force" : "operating hours" });
  }
}

function closedStretches(hours: OpenHours, from: Instant, until: Instant, found: Stretch[]): void {
  if (from >= until) return;
  const zone = hours.partAt(from).definition.timeZone;
  const midnights: number[] = hours.parts.map((part) => part.from);
  for (let day = localDay(zone, from) + 1; ; day += 1) {
    const midnight = startOfDayNumber(zone, day);
    if (midnight >= until) break;
    midnights.push(midnight);
  }
  for (const piece of cut({ from, until }, midnights))
    append(found, { ...piece, open: false, cause: closedBecause(hours, piece.from) });
}

function closedBecause(hours: OpenHours, at: Instant): string {
  const { definition } = hours.partAt(at);
  const date = dateOfDay(localDay(definition.timeZone, at));
  const exception = definition.exceptions.find((day) => day.date === date);
  if (exception) return exception.name;
  const holiday = definition.holidays.find((day) => day.date === date);
  return holiday ? `holiday: ${holiday.name}` : "outside operating hours";
}

function cut(period: Period, edges: readonly number[]): Period[] {
  const inside = edges.filter((edge) => edge > period.from && edge < period.until).sort((a, b) => a - b);
  const bounds = [period.from, ...new Set(inside), period.until] as Instant[];
  return bounds.slice(1).map((until, i) => ({ from: bounds[i] as Instant, until }));
}

function append(found: Stretch[], next: Stretch): void {
  const last = found.at(-1);
  if (last && last.until === next.from && last.open === next.open && last.cause === next.cause)
    found[found.length - 1] = { ...last, until: next.until };
  else found.push(next);
}
