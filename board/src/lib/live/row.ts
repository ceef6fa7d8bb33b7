import type { OpenPeriod, Reading } from "../time/countdown.ts";
import { instant, instantOrNull } from "../time/instant.ts";
import type { CalendarMessage, RowMessage } from "./documents.ts";

/** A row as the desk sent it, its instants read once, with the open periods its clock runs in. */
export type Row = RowMessage & {
  readonly reading: Reading;
  readonly due: number | null;
  readonly pausedSince: number | null;
};

export type Calendars = ReadonlyMap<string, readonly OpenPeriod[]>;

export const readCalendars = (calendars: readonly CalendarMessage[]): Calendars =>
  new Map(
    calendars.map(({ key, periods }) => [
      key,
      periods.map((p) => ({ from: instant(p.from), until: instant(p.until) })),
    ]),
  );

export function readRow(row: RowMessage, asOf: number, calendars: Calendars): Row {
  return {
    ...row,
    due: instantOrNull(row.dueAt),
    pausedSince: instantOrNull(row.pausedAt),
    reading: {
      state: row.state,
      standing: row.standing,
      remaining: row.remainingSeconds,
      asOf,
      atRiskRemaining: row.atRiskRemainingSeconds,
      periods: row.calendar === null ? null : (calendars.get(row.calendar) ?? []),
    },
  };
}

/** Rows are placed by comparing keys as text: the order is the desk's, never the page's. */
export const byOrderKey = (a: Row, b: Row): number => (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0);
