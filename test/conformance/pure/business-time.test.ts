import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  addOpen,
  isOpen,
  nextClosing,
  nextOpening,
  openBetween,
} from "../../../api/core/business-calendar/arithmetic.ts";
import type { CalendarDefinition, Window } from "../../../api/core/business-calendar/calendar.ts";
import { hoursFor, type OpenHours } from "../../../api/core/business-calendar/open-periods.ts";
import { parseInstant } from "../../../api/core/business-calendar/zone.ts";
import { dueOf } from "../../../api/core/sla-clock/due.ts";
import type { Instant, Seconds } from "../../../api/core/time.ts";
import { type Case, ownCases, type Spans } from "./business-time-own.ts";

/** Where a library answers by a habit of its own, what our rules answer, and why. */
const ours: { readonly [id: string]: { readonly answer: unknown; readonly because: string } } = {
  "bt-010": { answer: -2370, because: "a reversed range is negative, not zero" },
  "bt-111": { answer: 1500, because: "the repeated hour is worked twice: 25 hours" },
  "bt-407": { answer: false, because: "the closing instant is closed" },
};

const file = new URL("../../../../shared/data/business_time_cases.json", import.meta.url);
if (existsSync(file)) {
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
  test("all 271 cases of six other projects are here", () => expect(cases).toHaveLength(271));
  test.each(cases.map((c) => [c.id, c.op, c] as const))("%s %s", (id, _op, c) => {
    expect(c.reference_agrees).toBe(!(id in ours));
    expect(answer(c)).toEqual(id in ours ? ours[id]!.answer : expected(c));
  });
} else {
  test.skip(`other projects' cases are not here (${file.pathname.split("/").slice(-3).join("/")}); our own are`, () => {});
}

test.each(ownCases.map((c) => [c.id, c] as const))("%s", (_name, c) => {
  expect(answer(c)).toEqual(expected(c));
});

function answer(c: Case): unknown {
  const hours = hoursFor(calendarOf(c));
  const start = parseInstant(c.start);
  switch (c.op) {
    case "add":
      return add(hours, start, (c.add_seconds ?? Math.round(c.add_minutes! * 60)) as Seconds, pauses(c));
    case "diff": {
      const end = parseInstant(c.end!);
      const lost = pauses(c).reduce((sum, p) => sum + openBetween(hours, p.from, p.until), 0);
      return (openBetween(hours, start, end) - lost) / 60;
    }
    case "next_open":
      return nextOpening(hours, start);
    case "next_close":
      return nextClosing(hours, start);
    case "is_open":
      return isOpen(hours, start);
  }
}

function add(hours: OpenHours, start: Instant, seconds: Seconds, stops: ReturnType<typeof pauses>): Instant | null {
  if (stops.length === 0) return addOpen(hours, start, seconds);
  const amount = { kind: "OPERATING_TIME", seconds } as const;
  return dueOf(hours, amount, start, stops, stops.at(-1)!.until)?.dueAt ?? null;
}

const expected = (c: Case): unknown => {
  if (c.op === "diff") return c.expected_minutes;
  return typeof c.expected === "string" ? parseInstant(c.expected) : c.expected;
};

const pauses = (c: Case) =>
  (c.paused ?? []).map(([from, until]) => ({
    from: parseInstant(from),
    until: parseInstant(until),
    reason: "REQUESTER" as const,
    resumesAt: null,
  }));

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function calendarOf(c: Case): CalendarDefinition {
  const windows = (spans: Spans = []): Window[] => spans.map(([from, until]) => ({ from, until }));
  const week = Object.fromEntries(WEEKDAYS.map((day, i) => [i + 1, windows(c.hours[day])]));
  const exceptions = new Map(Object.entries(c.date_hours ?? {}).map(([date, spans]) => [date, windows(spans)]));
  for (const [date, breaks] of Object.entries(c.date_breaks ?? {})) {
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    let open = exceptions.get(date) ?? windows(c.hours[WEEKDAYS[weekday]!]);
    for (const [from, until] of breaks) open = open.flatMap((window) => without(window, from, until));
    exceptions.set(date, open);
  }
  return {
    code: c.id,
    version: 1,
    timeZone: c.timezone,
    week,
    holidays: (c.holidays ?? []).map((date) => ({ date, name: date, origin: "case" })),
    exceptions: [...exceptions].map(([date, open]) => ({ date, windows: open, name: date })),
  };
}

/** A window with a break cut out; times of day compare as text. */
const without = (window: Window, from: string, until: string): Window[] =>
  [
    { from: window.from, until: window.until < from ? window.until : from },
    { from: window.from > until ? window.from : until, until: window.until },
  ].filter((rest) => rest.from < rest.until);
