import { wallTimeOf } from "../time/wall-time.ts";

type Window = { readonly from: string; readonly until: string; readonly overnight?: boolean | null };
/** As much of a calendar as says which dates are open. */
export type Hours = {
  readonly timeZone: string;
  readonly week: readonly { readonly day: number; readonly windows: readonly Window[] }[];
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly exceptions: readonly { readonly date: string; readonly windows: readonly Window[] }[];
};
export type Choice = { readonly label: string; readonly at: string };

const DAY = 86_400_000;
const AHEAD = 400;
const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
/** 1 Monday to 7 Sunday. */
const weekday = (date: string): number => ((new Date(date).getUTCDay() + 6) % 7) + 1;

const usualOn = ({ week }: Hours, date: string): readonly Window[] =>
  week.find(({ day }) => day === weekday(date))?.windows ?? [];
const windowsOn = (hours: Hours, date: string): readonly Window[] =>
  hours.exceptions.find((e) => e.date === date)?.windows ??
  (hours.holidays.some((h) => h.date === date) ? [] : usualOn(hours, date));

/** Minutes before the last closing of a date; null where it does not close on that date. */
function beforeClosing(hours: Hours, date: string, minutes: number): string | null {
  const last = windowsOn(hours, date).at(-1);
  if (!last || last.overnight) return null;
  const [hour = 0, minute = 0] = last.until.split(":").map(Number);
  if (hour === 24 && windowsOn(hours, addDays(date, 1))[0]?.from === "00:00") return null; // it goes on
  const at = hour * 60 + minute - minutes;
  if (!(at >= 0)) return null;
  return `${date}T${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/**
 * Moments at which people ask "and when is that due?": a minute before the week closes, the eve of the next holiday, noon
 * of a closed day. They only fill in a field: what is open is decided by the desk.
 */
export function quickChoices(hours: Hours, now: number): readonly Choice[] {
  const today = wallTimeOf(now, hours.timeZone).slice(0, 10);
  const dates = Array.from({ length: AHEAD }, (_, n) => addDays(today, n));
  const found = (label: (at: string) => string, candidates: readonly string[], at: (date: string) => string | null) => {
    for (const date of candidates) {
      const wall = at(date);
      if (wall !== null) return [{ label: label(wall), at: wall }];
    }
    return [];
  };
  const isShut = (date: string) => usualOn(hours, date).length === 0;
  const lastOfWeek = dates.filter((date) => !isShut(date) && isShut(addDays(date, 1)));
  const eves = hours.holidays
    .filter(({ date }) => date > today && !isShut(date) && windowsOn(hours, date).length === 0)
    .sort((a, b) => a.date.localeCompare(b.date));
  return [
    { label: "Now", at: wallTimeOf(now - (now % 60), hours.timeZone) },
    ...found(
      (at) => `${names[weekday(at.slice(0, 10)) - 1]?.slice(0, 3)} ${at.slice(11)}`,
      lastOfWeek.length > 0 ? lastOfWeek : dates,
      (date) => beforeClosing(hours, date, 1),
    ),
    ...eves.slice(0, 1).flatMap(({ date, name }) =>
      found(
        () => `Eve of ${name}`,
        [1, 2, 3, 4, 5].map((n) => addDays(date, -n)),
        (eve) => beforeClosing(hours, eve, 15),
      ),
    ),
    ...found(
      (at) => `${names[weekday(at.slice(0, 10)) - 1]} noon`,
      dates.slice(1).filter(isShut),
      (date) => `${date}T12:00`,
    ),
  ];
}
