import { addOnsByContract, calendarOf } from "../clients/read-agreements.ts";
import type { OpenHours } from "../core/business-calendar/open-periods.ts";
import type { House } from "../platform/house.ts";
import { afterHoursOf, composeHours } from "../sla/operating-hours.ts";
import type { BoardTicket } from "./board.sql.ts";

/** The hours a row counts by. The key names them in messages: rows with equal hours share one calendar. */
export type RowHours = { readonly key: string; readonly hours: OpenHours; readonly timeZone: string };

/** Looks up, once per picture, by which hours each ticket counts: its calendar with its contract's after-hours. */
export async function boardHours(
  house: House,
  tickets: readonly BoardTicket[],
): Promise<(ticket: Pick<BoardTicket, "calendarId" | "contractId">) => RowHours | null> {
  const contracts = [...new Set(tickets.flatMap((t) => t.contractId ?? []))];
  const addOns = contracts.length > 0 ? await addOnsByContract({ house }, contracts) : new Map();
  const calendars = new Map(
    await Promise.all(
      [...new Set(tickets.flatMap((t) => t.calendarId ?? []))].map(
        async (id) => [id, await calendarOf({ house }, id)] as const,
      ),
    ),
  );
  const known = new Map<string, RowHours>();
  return ({ calendarId, contractId }) => {
    const calendar = calendarId && calendars.get(calendarId);
    if (!calendar) return null;
    const own = afterHoursOf((contractId && addOns.get(contractId)) || []);
    const key = own.length > 0 ? `${calendarId}/${contractId}` : calendarId;
    let row = known.get(key);
    if (!row)
      known.set(key, (row = { key, hours: composeHours(calendar, own), timeZone: calendar.definition.timeZone }));
    return row;
  };
}
