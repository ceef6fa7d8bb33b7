const format = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric" },
});

/** `2026-11-26` → `Thu 26 Nov 2026`; what is no date stays as it is. */
export function longDate(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : format.format(at).replace(",", "");
}

/** Without the year, for lists that stand under it. */
export const dayAndMonth = (date: string): string => longDate(date).replace(/ \d{4}$/, "");

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Years in order, each with its dates. */
export function byYear<T extends { date: string }>(
  list: readonly T[],
): readonly { year: number; lines: readonly T[] }[] {
  const years = [...new Set(list.map(({ date }) => yearOf(date)))].sort((a, b) => a - b);
  return years.map((year) => ({ year, lines: list.filter(({ date }) => yearOf(date) === year) }));
}

/** The next three years of which no holiday is known, from a year on. */
export function yearsMissing(holidays: readonly { readonly date: string }[], from: number): readonly number[] {
  const known = new Set(holidays.map(({ date }) => yearOf(date)));
  return Array.from({ length: 40 }, (_, i) => from + i)
    .filter((year) => !known.has(year))
    .slice(0, 3);
}
