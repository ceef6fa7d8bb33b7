import Holidays from "date-holidays";
import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";

/** Dates that the source gets wrong, put right by the statute: Veterans Day is observed on the nearest weekday. */
const corrections: { readonly [country: string]: readonly { date: string; name: string }[] } = {
  US: [
    { date: "2023-11-10", name: "Veterans Day (observed)" },
    { date: "2028-11-10", name: "Veterans Day (observed)" },
    { date: "2029-11-12", name: "Veterans Day (observed)" },
  ],
};

/** Public holidays of a country (or `country-state`) for some years, as data with their origin, so that each can be corrected. */
export function publicHolidays(region: string, years: readonly number[]): CalendarDefinition["holidays"] {
  const [country = "", state] = region.split("-");
  const source = state ? new Holidays(country, state) : new Holidays(country);
  const found = years.flatMap((year) =>
    (source.getHolidays(year) ?? [])
      .filter((h) => h.type === "public")
      .map((h) => ({ date: h.date.slice(0, 10), name: h.name, origin: "date-holidays" })),
  );
  const corrected = (corrections[country] ?? []).map((c) => ({ ...c, origin: "corrected by statute" }));
  const wanted = corrected.filter((c) => years.includes(Number(c.date.slice(0, 4))));
  const byDate = new Map([...found, ...wanted].map((h) => [h.date, h]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Countries whose holidays are known; of a country, its parts. */
export function holidayRegions(country: string | null): { code: string; name: string }[] {
  const source = new Holidays();
  const named: { [code: string]: string } =
    (country === null ? source.getCountries() : source.getStates(country)) ?? {};
  return Object.entries(named)
    .map(([code, name]) => ({ code: country === null ? code : `${country}-${code}`, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
