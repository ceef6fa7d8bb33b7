import type { CalendarDefinition } from "../../../api/core/business-calendar/calendar.ts";
import { hoursFor } from "../../../api/core/business-calendar/open-periods.ts";
import { atWall, formatInstant, parseInstant } from "../../../api/core/business-calendar/zone.ts";
import type { ClockFact } from "../../../api/core/sla-clock/facts.ts";
import type { SlaPolicy, Target } from "../../../api/core/sla-clock/targets.ts";
import { hours, type Instant, minutes, type Seconds } from "../../../api/core/time.ts";

export const NEW_YORK = "America/New_York";
const workdays = [{ from: "08:30", until: "17:30" }];

/** Calendar C of the cases: New York, Mon–Fri 08:30–17:30, three holidays. */
export const C: CalendarDefinition = {
  code: "C",
  version: 1,
  timeZone: NEW_YORK,
  week: { 1: workdays, 2: workdays, 3: workdays, 4: workdays, 5: workdays },
  holidays: [
    { date: "2026-11-26", name: "Thanksgiving Day", origin: "US" },
    { date: "2026-12-25", name: "Christmas Day", origin: "US" },
    { date: "2027-01-01", name: "New Year's Day", origin: "US" },
  ],
  exceptions: [],
};

export const holiday = (date: string) => ({ date, name: date, origin: "test" });
export const openOn = (date: string, from: string, until: string) => ({ date, name: date, windows: [{ from, until }] });
export const inZone = (timeZone: string): CalendarDefinition => ({ ...C, timeZone });
export const roundTheClock = (timeZone = NEW_YORK): CalendarDefinition => ({
  ...C,
  timeZone,
  holidays: [],
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: "00:00", until: "24:00" }]])),
});
export const hoursOfC = hoursFor(C);
export const withAddOn = (from: string, until: string | null) =>
  hoursFor(C, [{ from: ny(from), until: until === null ? null : ny(until) }]);

const WEEK: { readonly [day: string]: string } = {
  Fri: "2026-11-20",
  Sat: "2026-11-21",
  Sun: "2026-11-22",
  Mon: "2026-11-23",
  Tue: "2026-11-24",
  Wed: "2026-11-25",
  Thu: "2026-11-26",
};

/** New York wall time: "Fri 17:29:59" in the week of the cases, "12-24 12:30" in 2026, "2027-03-12 17:00", or a UTC instant. */
export function ny(text: string): Instant {
  if (text.endsWith("Z")) return parseInstant(text);
  const [day, time] = text.split(" ") as [string, string];
  const date = WEEK[day] ?? (day.length === 5 ? `2026-${day}` : day);
  return atWall(NEW_YORK, `${date} ${time}`);
}

export const utc = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export const target = (change: Partial<Target> = {}): Target => ({
  metric: "FIRST_RESPONSE",
  priority: "U",
  amount: { kind: "OPERATING_TIME", seconds: hours(1) },
  commitment: "CONTRACTUAL",
  satisfiedBy: "PUBLIC_REPLY",
  pausesOn: [],
  atRiskBefore: minutes(15),
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
  ...change,
});

/** U of the cases, where the policy lets it pause. */
export const pausable = target({ pausesOn: ["REQUESTER", "APPOINTMENT"] });
export const resolution = (seconds: Seconds, change: Partial<Target> = {}): Target =>
  target({ metric: "RESOLUTION", satisfiedBy: "RESOLVED", amount: { kind: "OPERATING_TIME", seconds }, ...change });
export const oneBusinessDay = (priority: string): Target =>
  target({ priority, amount: { kind: "OPERATING_DAYS", days: 1 } });

export const policy = (...targets: Target[]): SlaPolicy => ({
  planCode: "TEST",
  version: 1,
  historical: false,
  targets,
  settling: minutes(30),
});

type Told = ClockFact extends infer F
  ? F extends ClockFact
    ? Omit<F, "seq" | "happenedAt" | "recordedAt">
    : never
  : never;
type Line = readonly [at: string, fact: Told | Told["kind"], recordedAt?: string];

/** A ticket's story as facts: when on the wall, what, and when it was recorded if that was later. */
export const story = (...lines: Line[]): ClockFact[] =>
  lines.map(([at, fact, recordedAt], i) => ({
    ...(typeof fact === "string" ? ({ kind: fact } as Told) : fact),
    seq: i + 1,
    happenedAt: ny(at),
    recordedAt: ny(recordedAt ?? at),
  })) as ClockFact[];

export const created = (priority = "U") => ({ kind: "CREATED", priority }) as const;
export const priority = (code: string) => ({ kind: "PRIORITY_CHANGED", priority: code }) as const;
export const waiting = { kind: "PAUSED", reason: "REQUESTER" } as const;
