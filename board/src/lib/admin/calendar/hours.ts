import type { Hours, HoursWindow } from "./draft.ts";

export const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const dayName = (day: number): string => dayNames[day - 1] ?? `Day ${day}`;

/** Seconds after midnight, the end of the day included; null for what is no time. The desk alone refuses it. */
export function secondsOf(text: string): number | null {
  if (text === "24:00") return 86_400;
  const [, hour, minute, second] = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 3_600 + Number(minute) * 60 + Number(second ?? 0);
}

/** `08:30–12:00 and 13:00–17:30`, `18:00–02:00 next day`, `all day`, `closed`. */
export function hoursWords(windows: readonly HoursWindow[]): string {
  if (windows.length === 0) return "closed";
  const each = inOrder(windows).map(({ from, until, overnight }) =>
    from === "00:00" && until === "24:00" ? "all day" : `${from}–${until}${overnight ? " next day" : ""}`,
  );
  const last = each.pop();
  return each.length > 0 ? `${each.join(", ")} and ${last}` : (last ?? "closed");
}

export const inOrder = (windows: readonly HoursWindow[]): readonly HoursWindow[] =>
  [...windows].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.until < b.until ? -1 : 1));

/** ISO weekday of a date: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** The windows of a date: its exception's, none on a holiday, else its weekday's. */
export function windowsOn({ week, holidays, exceptions }: Hours, date: string): readonly HoursWindow[] {
  const exception = exceptions.find((e) => e.date === date);
  if (exception) return exception.windows;
  if (holidays.some((h) => h.date === date)) return [];
  return week.find(({ day }) => day === weekdayOf(date))?.windows ?? [];
}

/** The same windows, closed from a wall time of that date on. */
export const closedFrom = (windows: readonly HoursWindow[], time: string): HoursWindow[] =>
  windows
    .filter(({ from }) => from < time)
    .map((window) =>
      window.overnight || window.until > time ? { ...window, until: time, overnight: false } : { ...window },
    );

/** A piece of a day's bar, in shares of 24 hours. */
export type Bar = { readonly x: number; readonly width: number };

/** Where a day is open, what runs on from the day before included. A window that is no window yet is not drawn. */
export function barsOf(windows: readonly HoursWindow[], dayBefore: readonly HoursWindow[] = []): readonly Bar[] {
  const bars: Bar[] = [];
  const add = (from: number, until: number) => {
    if (until > from) bars.push({ x: from / 86_400, width: (until - from) / 86_400 });
  };
  for (const { from, until, overnight } of dayBefore)
    if (overnight && secondsOf(from) !== null) add(0, secondsOf(until) ?? 0);
  for (const { from, until, overnight } of windows) {
    const [opens, closes] = [secondsOf(from), secondsOf(until)];
    if (opens !== null && closes !== null) add(opens, overnight ? 86_400 : closes);
  }
  return bars;
}

/** Open seconds of a week, as far as its windows are sound. */
export const openInWeek = (week: readonly Hours["week"][number][]): number =>
  week
    .flatMap(({ windows }) => windows)
    .reduce((sum, { from, until, overnight }) => {
      const [opens, closes] = [secondsOf(from), secondsOf(until)];
      if (opens === null || closes === null) return sum;
      return sum + Math.max(0, closes - opens + (overnight ? 86_400 : 0));
    }, 0);

/** Days until holidays run out from which on it is said. */
const SOON = 90;

/** The last holiday when it is less than 90 days ahead; null when there are enough, or none at all. */
export function runsOutOn(holidays: readonly { readonly date: string }[], today: string): string | null {
  const last =
    holidays
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? "";
  if (last === "") return null;
  return Date.parse(last) - Date.parse(today) < SOON * 86_400_000 ? last : null;
}
