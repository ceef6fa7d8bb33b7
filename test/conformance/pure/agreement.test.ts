import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addOpen, openBetween } from "../../../api/core/business-calendar/arithmetic.ts";
import type { CalendarDefinition, Window } from "../../../api/core/business-calendar/calendar.ts";
import { hoursFor } from "../../../api/core/business-calendar/open-periods.ts";
import { parseInstant } from "../../../api/core/business-calendar/zone.ts";
import type { Instant, Seconds } from "../../../api/core/time.ts";

// Where wall clocks hurt: half-hour zones, a half-hour summer time, Ramadan, changes at midnight, a zone that stopped.
const ZONES = [
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Asia/Tehran",
];
const FROM = parseInstant("2017-06-01T00:00:00Z");
const YEARS = 4 * 365 * 86_400;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Up to two windows a day, a quarter of an hour and longer, none shorter than two hours (see the windows not held). */
const windows: fc.Arbitrary<Window[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 0, maxLength: 4 })
  .map((edges) => edges.sort((a, b) => a - b).map((edge) => edge * 115))
  .map((edges) =>
    [0, 2].flatMap((i) =>
      edges[i + 1] === undefined ? [] : [{ from: clock(edges[i]!), until: clock(Math.min(1440, edges[i + 1]! + 5)) }],
    ),
  );

const calendars = fc
  .record({
    week: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
    zone: fc.constantFrom(...ZONES),
  })
  .map(
    ({ week, zone }): CalendarDefinition => ({
      code: "RANDOM",
      version: 1,
      timeZone: zone,
      week: Object.fromEntries(week.map((day, i) => [i + 1, day])),
      holidays: [],
      exceptions: [],
    }),
  );
const instants = fc.integer({ min: 0, max: YEARS }).map((s) => (FROM + s) as Instant);

const WEEKDAYS: { readonly [day: string]: number } = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };

/** The slow way: look at the wall clock every minute. */
function countedSlowly(calendar: CalendarDefinition, from: Instant, minutes: number): number {
  const wall = new Intl.DateTimeFormat("en-US", {
    timeZone: calendar.timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  let open = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    const parts = Object.fromEntries(
      wall.formatToParts((from + minute * 60) * 1000).map((part) => [part.type, part.value]),
    );
    const shows = `${parts["hour"]}:${parts["minute"]}`;
    if (calendar.week[WEEKDAYS[parts["weekday"]!]!]!.some((w) => w.from <= shows && shows < w.until)) open += 1;
  }
  return open;
}

describe("the interval table agrees with looking at the wall clock every minute", () => {
  test.each(ZONES)("%s", (zone) => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: YEARS / 60 }), (calendar, minute) => {
        const from = (FROM + minute * 60) as Instant;
        const here = { ...calendar, timeZone: zone };
        const counted = openBetween(hoursFor(here), from, (from + 2_000 * 60) as Instant);
        expect(counted).toBe(countedSlowly(here, from, 2_000) * 60);
      }),
      { numRuns: 10 },
    );
  });

  // random instants seldom meet a change, so the days around real ones are looked at one by one
  test.each([
    ["America/St_Johns", "2019-03-09T12:00:00Z"],
    ["America/St_Johns", "2019-11-02T12:00:00Z"],
    ["Australia/Lord_Howe", "2019-04-06T00:00:00Z"],
    ["Australia/Lord_Howe", "2019-10-05T00:00:00Z"],
    ["Africa/Casablanca", "2019-05-04T12:00:00Z"],
    ["Africa/Casablanca", "2019-06-08T12:00:00Z"],
    ["America/Sao_Paulo", "2018-11-03T12:00:00Z"],
    ["America/Sao_Paulo", "2019-02-16T12:00:00Z"],
    ["Asia/Tehran", "2019-03-21T06:00:00Z"],
    ["Asia/Tehran", "2019-09-21T06:00:00Z"],
    ["Pacific/Apia", "2019-09-28T00:00:00Z"],
    ["Pacific/Apia", "2011-12-29T00:00:00Z"],
  ])("%s around %s", (zone, start) => {
    const from = parseInstant(start);
    fc.assert(
      fc.property(calendars, (calendar) => {
        const here = { ...calendar, timeZone: zone };
        expect(openBetween(hoursFor(here), from, (from + 2_880 * 60) as Instant)).toBe(
          countedSlowly(here, from, 2_880) * 60,
        );
      }),
      { numRuns: 5 },
    );
  });
});

test("adding the time between two instants gives back an instant with the same counted time", () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 40 * 86_400 }), (calendar, from, span) => {
      const hours = hoursFor(calendar);
      const until = (from + span) as Instant;
      const open = openBetween(hours, from, until);
      fc.pre(open > 0);
      const reached = addOpen(hours, from, open)!;
      expect(reached).toBeLessThanOrEqual(until);
      expect(openBetween(hours, from, reached)).toBe(open);
      expect(openBetween(hours, from, (reached - 1) as Instant)).toBe(open - 1);
      const back = addOpen(hours, until, -open as Seconds)!;
      expect(back).toBeGreaterThanOrEqual(from);
      expect(openBetween(hours, back, until)).toBe(open);
      expect(openBetween(hours, (back + 1) as Instant, until)).toBe(open - 1);
    }),
    { numRuns: 200 },
  );
});
