import type { CalendarDefinition } from "../../api/core/business-calendar/calendar.ts";
import type { AlwaysOpen } from "../../api/core/business-calendar/schedule.ts";

/**
 * The slow way to know whether a desk is open: ask Intl what the wall clock shows, minute by minute, and look into the
 * windows of that date. It shares nothing with the interval table that it judges.
 */
export type WallClock = {
  readonly shows: (at: number) => Shown;
  /** Whether a date was: Samoa had no 30 December 2011. */
  readonly had: (day: number) => boolean;
};
type Shown = { day: number; minute: number };

const DAY = 1_440;
const known = new Map<string, WallClock>();

/** What the wall clock of a zone shows in each minute of a range; asked of Intl once for each. */
export function wallClock(timeZone: string, from: number, days: number): WallClock {
  const key = `${timeZone} ${from} ${days}`;
  const found = known.get(key) ?? asked(timeZone, Math.floor(from / 60), days * DAY);
  known.set(key, found);
  return found;
}

function asked(timeZone: string, first: number, minutes: number): WallClock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const day = new Int32Array(minutes);
  const minute = new Int16Array(minutes);
  for (let i = 0; i < minutes; i += 1) {
    const part: { [type: string]: string } = {};
    for (const { type, value } of format.formatToParts((first + i) * 60_000)) part[type] = value;
    day[i] = Date.UTC(Number(part["year"]), Number(part["month"]) - 1, Number(part["day"])) / 86_400_000;
    minute[i] = Number(part["hour"]) * 60 + Number(part["minute"]);
  }
  const dates = new Set(day);
  return {
    had: (date) => date < (day[0] as number) || dates.has(date),
    shows: (at) => {
      const i = Math.floor(at / 60) - first;
      return { day: day[i] as number, minute: minute[i] as number };
    },
  };
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
type Span = { from: number; until: number };

/** Whether a calendar is open in the minute of an instant, by what the wall clock shows. */
export function slowJudge(calendar: CalendarDefinition, alwaysOpen: readonly AlwaysOpen[], wall: WallClock) {
  const spans = (windows: readonly { from: string; until: string; overnight?: boolean }[]): Span[] =>
    windows.map((w) => ({ from: minuteOf(w.from), until: minuteOf(w.until) + (w.overnight ? DAY : 0) }));
  const special = new Map<number, Span[]>(calendar.holidays.map(({ date }) => [dayOf(date), []]));
  for (const { date, windows } of calendar.exceptions) special.set(dayOf(date), spans(windows));
  const week = Array.from({ length: 8 }, (_, day) => spans(calendar.week[day] ?? []));
  // 1970-01-01 was a Thursday
  const windowsOf = (day: number) => special.get(day) ?? (week[((((day + 3) % 7) + 7) % 7) + 1] as Span[]);
  const holds = (windows: Span[], minute: number) => windows.some((w) => w.from <= minute && minute < w.until);
  return (at: number): boolean => {
    const { day, minute } = wall.shows(at);
    return (
      holds(windowsOf(day), minute) ||
      (wall.had(day - 1) && holds(windowsOf(day - 1), minute + DAY)) ||
      alwaysOpen.some((a) => a.from <= at && (a.until === null || at < a.until))
    );
  };
}
