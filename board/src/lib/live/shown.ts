import { instant } from "../time/instant.ts";
import type { CalendarMessage, RowMessage } from "./documents.ts";
import { byOrderKey, type Calendars, type Row, readCalendars, readRow } from "./row.ts";

/** The rows of a board in their order, with the calendars that they count by. */
export type Shown = { readonly rows: readonly Row[]; readonly calendars: Calendars };
type Told = {
  readonly asOf: string;
  readonly rows: readonly RowMessage[];
  readonly calendars: readonly CalendarMessage[];
};

/** What a snapshot shows: it replaces whatever was there. */
export function shownAnew({ asOf, rows, calendars }: Told): Shown {
  const known = readCalendars(calendars);
  return { rows: rows.map((row) => readRow(row, instant(asOf), known)).sort(byOrderKey), calendars: known };
}

/** What a delta leads to: its rows put in or over, those that left taken out, the rest as they were. */
export function shownAfter(before: Shown, delta: Told & { readonly gone: readonly string[] }): Shown {
  const calendars = new Map([...before.calendars, ...readCalendars(delta.calendars)]);
  const replaced = new Set([...delta.gone, ...delta.rows.map((row) => row.ticketId)]);
  const kept = before.rows.filter((row) => !replaced.has(row.ticketId));
  const told = delta.rows.map((row) => readRow(row, instant(delta.asOf), calendars));
  const rows = [...kept, ...told].sort(byOrderKey);
  const used = new Set(rows.map((row) => row.calendar));
  return { rows, calendars: new Map([...calendars].filter(([key]) => used.has(key))) };
}

/** What rows come to, reckoned as the desk does (`checksum` of a heartbeat): where they differ, the board is wrong. */
export function checksumOf(rows: readonly Pick<RowMessage, "ticketId" | "version" | "orderKey" | "next">[]): string {
  let sum = 0;
  for (const { ticketId, version, orderKey, next } of rows)
    sum = (sum + fnv1a(`${ticketId}:${version}:${orderKey}:${next}`)) >>> 0;
  return sum.toString(16).padStart(8, "0");
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
