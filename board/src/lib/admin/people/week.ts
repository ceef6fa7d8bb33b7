import { placeWallTime, wallTimeOf } from "../../time/wall-time.ts";
import { secondsOf } from "../calendar/hours.ts";

/** A stretch of work as it is typed, by the wall clock of the desk: `day` is the date on which it begins. */
export type ShiftDraft = { readonly day: string; readonly from: string; readonly until: string };
export type Span = { readonly from: number; readonly until: number };

const DAY = 86_400_000;

/** The date so many days on. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The Monday of a date's week. */
export const mondayOf = (date: string): string =>
  dayAfter(date, -((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7));

/** Its seven dates, Monday first. */
export const datesOf = (monday: string): readonly string[] => [0, 1, 2, 3, 4, 5, 6].map((i) => dayAfter(monday, i));

/** When a date begins on the desk's clock. */
export const startOf = (date: string, zone: string): number => placeWallTime(`${date}T00:00`, zone)?.at ?? 0;

/** From Monday's first second to the next one's. */
export const weekOf = (monday: string, zone: string): Span => ({
  from: startOf(monday, zone),
  until: startOf(dayAfter(monday, 7), zone),
});

/** A shift as it is shown: one that ends at midnight says 24:00. */
export function draftOf({ from, until }: Span, zone: string): ShiftDraft {
  const [day = "", begins = ""] = wallTimeOf(from, zone).split("T");
  const [last = "", ends = ""] = wallTimeOf(until, zone).split("T");
  return { day, from: begins.slice(0, 5), until: ends === "00:00" && last > day ? "24:00" : ends.slice(0, 5) };
}

/** The instants of a shift; one whose end is not behind its beginning ends on the next day. Null: that is no time. */
export function spanOf({ day, from, until }: ShiftDraft, zone: string): Span | null {
  const [begins, ends] = [secondsOf(from), secondsOf(until)];
  if (begins === null || ends === null || from === "24:00") return null;
  const last = ends <= begins || until === "24:00" ? dayAfter(day, 1) : day;
  const [a, b] = [`${day}T${from}`, `${last}T${until === "24:00" ? "00:00" : until}`].map((wall) =>
    placeWallTime(wall, zone),
  );
  return a && b && b.at > a.at ? { from: a.at, until: b.at } : null;
}

/** Why a week cannot be sent, at the shift concerned; null: it can. */
export function faultOfWeek(shifts: readonly ShiftDraft[], zone: string): { at: number; message: string } | null {
  const spans = shifts.map((shift) => spanOf(shift, zone));
  const bad = spans.indexOf(null);
  if (bad >= 0) return { at: bad, message: "Write times such as 08:30 and 17:00." };
  for (const [i, a] of spans.entries())
    for (const [j, b] of spans.entries())
      if (a && b && i < j && a.from < b.until && b.from < a.until)
        return { at: j, message: "This overlaps another shift of theirs." };
  return null;
}

/** Last week's shifts, each on the same day of this week and at the same time on the wall. */
export const movedBy = (shifts: readonly ShiftDraft[], days: number): ShiftDraft[] =>
  shifts.map((shift) => ({ ...shift, day: dayAfter(shift.day, days) }));

/** Whether a stretch lies in some shift as a whole; shifts that touch count as one. */
export function isWithin(stretch: Span, shifts: readonly Span[]): boolean {
  let at = stretch.from;
  for (const { from, until } of [...shifts].sort((a, b) => a.from - b.from)) if (from <= at && until > at) at = until;
  return at >= stretch.until;
}

/** The others of a week. No two shifts of one person are alike: they would overlap. */
export const without = (shifts: readonly ShiftDraft[], one: ShiftDraft | null): readonly ShiftDraft[] =>
  one === null
    ? shifts
    : shifts.filter(({ day, from, until }) => !(day === one.day && from === one.from && until === one.until));

export const inOrder = (shifts: readonly ShiftDraft[]): ShiftDraft[] =>
  [...shifts].sort((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));

export const sameWeek = (a: readonly ShiftDraft[], b: readonly ShiftDraft[]): boolean =>
  JSON.stringify(inOrder(a).map((s) => [s.day, s.from, s.until])) ===
  JSON.stringify(inOrder(b).map((s) => [s.day, s.from, s.until]));

/** Hours of a week, as far as its shifts are sound. */
export const hoursOf = (shifts: readonly ShiftDraft[], zone: string): number =>
  shifts.reduce((sum, shift) => {
    const span = spanOf(shift, zone);
    return sum + (span ? (span.until - span.from) / 3_600 : 0);
  }, 0);
