import type { Instant, Period } from "../core/time.ts";
import type { BoardCalendar, BoardRow } from "./board-view.ts";

export type Shown = { readonly rows: readonly BoardRow[]; readonly calendars: readonly BoardCalendar[] };
export type Moved = {
  readonly rows: readonly BoardRow[];
  readonly gone: readonly string[];
  readonly calendars: readonly BoardCalendar[];
};

/** Calendars reach two weeks ahead: told anew each day, no board comes near their end. */
const TOLD_ANEW_AFTER = 86_400;

/**
 * What leads from one picture to a later one: rows that are new or differ, rows that have left, calendars that the earlier
 * picture had none of its rows by. Null where that is not enough, since a calendar says something else now of time that
 * was told already, or was told too long ago.
 */
export function difference(before: Shown, now: Shown, at: Instant): Moved | null {
  const known = new Map(before.calendars.map((calendar) => [calendar.key, calendar]));
  for (const calendar of now.calendars) {
    const told = known.get(calendar.key);
    if (told && !agree(told.periods, calendar.periods, at)) return null;
  }
  const had = new Map(before.rows.map((row) => [row.ticketId, signature(row)]));
  const has = new Set(now.rows.map((row) => row.ticketId));
  return {
    rows: now.rows.filter((row) => had.get(row.ticketId) !== signature(row)),
    gone: before.rows.map((row) => row.ticketId).filter((id) => !has.has(id)),
    calendars: now.calendars.filter(({ key }) => !known.has(key)),
  };
}

export const isOld = (toldAt: Instant, at: Instant): boolean => Math.abs(at - toldAt) > TOLD_ANEW_AFTER;

/** All of a row but what runs by itself: a board derives that from the row it has. */
function signature({ remainingSeconds, state, dueAt, ...rest }: BoardRow): string {
  const paused = state === "PAUSED"; // its due is as if resumed now, and its remaining time stands
  const own = paused ? { state, remainingSeconds } : { dueAt, runs: state === "RUNNING" || state === "CLOSED_HOURS" };
  return JSON.stringify([rest, own]);
}

/** Whether both say the same of the time that both speak of. */
function agree(told: readonly Period[], now: readonly Period[], at: Instant): boolean {
  const until = told.at(-1)?.until ?? at;
  const clip = (periods: readonly Period[]) =>
    periods.filter((p) => p.until > at && p.from < until).map((p) => [Math.max(p.from, at), Math.min(p.until, until)]);
  return JSON.stringify(clip(told)) === JSON.stringify(clip(now));
}
