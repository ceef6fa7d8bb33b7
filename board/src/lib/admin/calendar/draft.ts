import { instantOfWall, isZone } from "../../time/wall-time.ts";
import type { Fault } from "../faults.ts";
import type { CalendarInput, CalendarShown } from "./documents.ts";

export type HoursWindow = { from: string; until: string; overnight: boolean };
export type DayDraft = { day: number; windows: HoursWindow[] };
export type HolidayDraft = { date: string; name: string; origin: string };
export type ExceptionDraft = { date: string; name: string; windows: HoursWindow[] };
/** The hours themselves: what two versions may differ in. Lists stand in the order in which they are sent. */
export type Hours = { timeZone: string; week: DayDraft[]; holidays: HolidayDraft[]; exceptions: ExceptionDraft[] };

/** A calendar as it stands on the form. */
export type CalendarDraft = Hours & {
  code: string;
  /** The version that it began from; 0: a new calendar. */
  basedOn: number;
  /** From when on it holds, as wall time of its zone; null: from its publication. */
  from: string | null;
  reason: string;
  /** Whether open clocks are counted by it too. */
  applies: boolean;
};

const windowsOf = (windows: CalendarShown["week"][number]["windows"]): HoursWindow[] => windows.map((w) => ({ ...w }));

export const hoursOf = (calendar: CalendarShown): Hours => ({
  timeZone: calendar.timeZone,
  week: calendar.week.map(({ day, windows }) => ({ day, windows: windowsOf(windows) })),
  holidays: calendar.holidays.map((holiday) => ({ ...holiday })),
  exceptions: calendar.exceptions.map(({ windows, ...rest }) => ({ ...rest, windows: windowsOf(windows) })),
});

export const draftOf = (calendar: CalendarShown): CalendarDraft => ({
  ...hoursOf(calendar),
  ...{ code: calendar.code, basedOn: calendar.version, from: null, reason: "", applies: true },
});

const office = () => [{ from: "08:30", until: "17:30", overnight: false }];

/** What a new calendar begins with: office hours, no holidays. */
export const newDraft = (timeZone: string): CalendarDraft => ({
  ...{ code: "", basedOn: 0, from: null, reason: "", applies: true, timeZone, holidays: [], exceptions: [] },
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, windows: day <= 5 ? office() : [] })),
});

/** As it is sent. The reason is left out here: what would happen does not hang on it. */
export const inputOf = (draft: CalendarDraft): CalendarInput => ({
  ...{ code: draft.code, timeZone: draft.timeZone, applyToOpenClocks: draft.applies },
  week: draft.week.map(({ day, windows }) => ({ day, windows: windows.map((w) => ({ ...w })) })),
  holidays: draft.holidays.map((holiday) => ({ ...holiday })),
  exceptions: draft.exceptions.map(({ windows, ...rest }) => ({ ...rest, windows: windows.map((w) => ({ ...w })) })),
  effectiveFrom: fromOf(draft),
});

/** From when on it holds. In a zone that nobody knows there is no such instant, and the desk will refuse the zone. */
const fromOf = ({ from, timeZone }: Pick<CalendarDraft, "from" | "timeZone">): string | null =>
  from !== null && isZone(timeZone) ? instantOfWall(from, timeZone) : null;

/** What cannot even be sent; everything else the desk judges. */
export const unsendable = (draft: Pick<CalendarDraft, "from" | "timeZone">): readonly Fault[] =>
  draft.from !== null && isZone(draft.timeZone) && fromOf(draft) === null
    ? [{ field: "effectiveFrom", message: "State a date and a time, or let it hold from now on." }]
    : [];

/** The list with a dated line where its date belongs, behind one of the same date. */
export function withDated<T extends { date: string }>(list: readonly T[], line: T): T[] {
  const next = list.findIndex(({ date }) => date > line.date);
  return next < 0 ? [...list, line] : list.toSpliced(next, 0, line);
}

/** `9` → `09:00`, `1730` → `17:30`, `24` → `24:00`; whatever is no time stays as it was typed. */
export function tidyTime(text: string): string {
  const [, hour = "", minute = "00"] = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(text) ?? [];
  return hour === "" ? text.trim() : `${hour.padStart(2, "0")}:${minute}`;
}

/** A quarter of an hour up or down on the clock, from 00:00 to 24:00; from the full quarter nearby. */
export function stepTime(text: string, by: 1 | -1): string {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(tidyTime(text)) ?? [];
  if (hour === undefined) return text;
  const quarters = (Number(hour) * 60 + Number(minute)) / 15;
  const next = by > 0 ? Math.floor(quarters) + 1 : Math.ceil(quarters) - 1;
  const minutes = Math.min(Math.max(next, 0), 96) * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
