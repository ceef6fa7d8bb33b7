import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { type AddOnPeriod, addOnsOf, calendarVersion } from "../clients/agreements.ts";
import { hoursFor, type OpenHours } from "../core/business-calendar/open-periods.ts";

// A prepared table is a few hundred kilobytes at most and is shared by all tickets of the same hours.
const prepared = new Map<string, OpenHours>();
const MOST = 500;

/** The operating hours of a calendar version with the after-hours stretches of a contract laid over it. */
export function composeHours(
  definition: Parameters<typeof hoursFor>[0],
  calendarId: string,
  addOns: readonly AddOnPeriod[],
): OpenHours {
  const always = addOns.filter((a) => a.kind === "AFTER_HOURS").map(({ from, until }) => ({ from, until }));
  const key = `${calendarId} ${always.map((a) => `${a.from}-${a.until ?? ""}`).join()}`;
  const known = prepared.get(key);
  if (known) return known;
  if (prepared.size >= MOST) prepared.delete(prepared.keys().next().value as string);
  const hours = hoursFor(definition, always);
  prepared.set(key, hours);
  return hours;
}

export async function operatingHours(
  em: SqlEntityManager,
  calendarId: string,
  contractId: string | null,
): Promise<OpenHours> {
  const [calendar, addOns] = [await calendarVersion(em, calendarId), await addOnsOf(em, contractId)];
  return composeHours(calendar.definition, calendarId, addOns);
}
