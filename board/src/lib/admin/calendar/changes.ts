import type { ExceptionDraft, HolidayDraft, Hours, HoursWindow } from "./draft.ts";
import { dayName, hoursWords, inOrder } from "./hours.ts";

/** What differs between two versions of a calendar, each difference as a sentence; empty: they are the same hours. */
export const changesOf = (before: Hours, after: Hours): readonly string[] => [
  ...(before.timeZone === after.timeZone
    ? []
    : [`Time zone is ${after.timeZone || "not stated"} instead of ${before.timeZone}`]),
  ...weekChanges(before.week, after.week),
  ...holidayChanges(before.holidays, after.holidays),
  ...exceptionChanges(before.exceptions, after.exceptions),
];

type Day = { readonly day: number; readonly before: readonly HoursWindow[]; readonly after: readonly HoursWindow[] };

/** Days in a row that change alike are told in one sentence. */
function weekChanges(before: Hours["week"], after: Hours["week"]): string[] {
  const runs: Day[][] = [];
  for (const { day, windows } of after) {
    const was = before.find((d) => d.day === day)?.windows ?? [];
    if (same(was, windows)) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    const alike = last?.day === day - 1 && same(last.before, was) && same(last.after, windows);
    if (run && alike) run.push({ day, before: was, after: windows });
    else runs.push([{ day, before: was, after: windows }]);
  }
  return runs.map(dayChange);
}

function dayChange(run: readonly Day[]): string {
  const [first, last] = [run[0] as Day, run.at(-1) as Day];
  const many = run.length > 1;
  const who = !many
    ? dayName(first.day)
    : `${dayName(first.day)} ${run.length > 2 ? "to" : "and"} ${dayName(last.day)}`;
  const [is, opens, closes] = many ? ["are", "open", "close"] : ["is", "opens", "closes"];
  const [was, now] = [first.before[0], first.after[0]];
  const one = first.before.length === 1 && first.after.length === 1 && was?.overnight === now?.overnight;
  if (one && was?.from === now?.from) return `${who} ${closes} at ${now?.until || "–"} instead of ${was?.until}`;
  if (one && was?.until === now?.until) return `${who} ${opens} at ${now?.from || "–"} instead of ${was?.from}`;
  return `${who} ${is} ${openWords(first.after)} instead of ${hoursWords(first.before)}`;
}

const openWords = (windows: readonly HoursWindow[]): string =>
  windows.length === 0 ? "closed" : `open ${hoursWords(windows)}`;

const same = (a: readonly HoursWindow[], b: readonly HoursWindow[]): boolean => written(a) === written(b);
const written = (windows: readonly HoursWindow[]): string =>
  inOrder(windows)
    .map(({ from, until, overnight }) => `${from}-${until}${overnight ? "+" : ""}`)
    .join(" ");

const FEW = 3;

function holidayChanges(before: readonly HolidayDraft[], after: readonly HolidayDraft[]): string[] {
  const out: string[] = [];
  const added = left(after, before);
  const removed = left(before, after);
  out.push(...listed("added", added), ...listed("removed", removed));
  for (const { date, name, origin } of after) {
    const was = before.find((h) => h.date === date);
    if (!was) continue;
    if (was.name !== name) out.push(`Holiday ${date} is called ${name || "nothing"} instead of ${was.name}`);
    else if (was.origin !== origin) out.push(`Holiday ${date} ${name} comes from ${origin} instead of ${was.origin}`);
  }
  return out;
}

/** Lines of one list that the other lacks; a date that stands twice is twice there. */
function left<T extends { date: string }>(list: readonly T[], other: readonly T[]): readonly T[] {
  const dates = other.map(({ date }) => date);
  return list.filter(({ date }) => {
    const at = dates.indexOf(date);
    if (at >= 0) dates.splice(at, 1);
    return at < 0;
  });
}

function listed(what: "added" | "removed", holidays: readonly HolidayDraft[]): string[] {
  const named = ({ date, name }: HolidayDraft) => `${date} ${name}`.trim();
  if (holidays.length <= FEW) return holidays.map((holiday) => `Holiday ${what}: ${named(holiday)}`);
  const [first, last] = [holidays[0] as HolidayDraft, holidays.at(-1) as HolidayDraft];
  return [`${holidays.length} holidays ${what}, ${named(first)} to ${named(last)}`];
}

function exceptionChanges(before: readonly ExceptionDraft[], after: readonly ExceptionDraft[]): string[] {
  const said = ({ date, name, windows }: ExceptionDraft) =>
    `${date} is ${openWords(windows)}${name ? ` (${name})` : ""}`;
  const changed = after.flatMap((now) => {
    const was = before.find(({ date }) => date === now.date);
    if (!was) return [];
    if (!same(was.windows, now.windows)) return [`${said(now)} instead of ${hoursWords(was.windows)}`];
    return was.name === now.name
      ? []
      : [`Exception ${now.date} is called ${now.name || "nothing"} instead of ${was.name}`];
  });
  return [
    ...left(after, before).map(said),
    ...changed,
    ...left(before, after).map(({ date, name }) => `Exception removed: ${date} ${name}`),
  ];
}
