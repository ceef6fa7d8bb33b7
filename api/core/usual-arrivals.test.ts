import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "./business-calendar/dates.ts";
import { hoursFor } from "./business-calendar/open-periods.ts";
import { queuePlace } from "./queue-order.ts";
import { hours, type Instant, minutes, weeks } from "./time.ts";
import { type Arrival, usualArrivals } from "./usual-arrivals.ts";

const midnight = 1_795_392_000; // some Monday, in UTC
const now = (midnight + hours(9)) as Instant;
const horizon = (now + hours(24)) as Instant;
const open = [{ from: "08:00", until: "18:00" }];
const week = { 1: open, 2: open, 3: open, 4: open, 5: open };
const calendar = { code: "C", version: 1, timeZone: "UTC", holidays: [], exceptions: [], week };
const weekdays = hoursFor(calendar);
/** "10:20", so many days before that Monday. */
const before = (daysAgo: number, time: string, more: Partial<Arrival> = {}): Arrival => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return {
    at: (midnight - daysAgo * DAY + hours(h) + minutes(m)) as Instant,
    rank: 1,
    several: false,
    ...more,
  };
};
const on = (weeksAgo: number, time: string, more: Partial<Arrival> = {}) => before(7 * weeksAgo, time, more);
/** On each of the last four Mondays, which makes one expected at the fourth. */
const mondays = (time: string, more: Partial<Arrival> = {}) => [1, 2, 3, 4].map((ago) => on(ago, time, more));
const times = (past: Arrival[], until = horizon, of = weekdays) =>
  usualArrivals(past, now, until, of).map(({ at }) => new Date(at * 1_000).toISOString().slice(11, 16));

describe("what usually arrives", () => {
  test("an urgent ticket on each of the last four Mondays: one is expected when the last of them came", () => {
    const four = [on(1, "10:00"), on(2, "10:10"), on(3, "10:20"), on(4, "10:30")];
    expect(times(four)).toEqual(["10:30"]);
    expect(times(four.slice(0, 3)), "three times in four weeks").toEqual([]);
    expect(times([...four, ...[6, 13, 20, 27].map((ago) => before(ago, "10:25"))]), "and on Tuesdays").toEqual([
      "10:25",
    ]);
  });

  test("a ticket that came on each weekday of the last weeks is expected, whatever the weekday; one that comes on other days than this says less", () => {
    const daily = Array.from({ length: 28 }, (_, i) => i + 1).filter((ago) => ![1, 2].includes(ago % 7));
    const at = (ago: number[], time: string) => ago.map((each) => before(each, time));
    expect(times(at(daily, "10:00"))).toEqual(["10:00"]);
    const others = daily.filter((ago) => ago % 7 !== 0);
    expect(times(at(others, "10:00")), "16 of 20 days, no Monday: 0.48").toEqual([]);
    expect(times([...at(others, "10:00"), on(1, "10:00")]), "and one Monday: 0.61").toEqual(["10:00"]);
  });

  test("days on which the desk does not open are another kind: they say nothing of those on which it does", () => {
    const weekend = [1, 2, 8, 9, 15, 16, 22, 23].flatMap((ago) => Array<Arrival>(9).fill(before(ago, "10:00")));
    expect(times(weekend)).toEqual([]);
    const week = { ...calendar.week, 6: open, 7: open };
    expect(times(weekend, horizon, hoursFor({ ...calendar, week })), "they do where it opens daily").not.toEqual([]);
  });

  test("the weekday is the desk's: Sunday 20:00 in New York is no Monday, though it is in UTC", () => {
    const newYork = hoursFor({ ...calendar, timeZone: "America/New_York" });
    expect(times(mondays("00:30"), (now + 6 * DAY) as Instant)).toEqual([]);
    expect(times(mondays("00:30"), (now + 7 * DAY) as Instant)).toEqual(["00:30"]);
    const sundays = [1, 2, 3].flatMap(() => mondays("00:30"));
    expect(times(sundays, (now + 6 * DAY) as Instant, newYork), "a Saturday is of its kind").toEqual(["00:30"]);
    expect(times(sundays, (now + 5 * DAY - hours(10)) as Instant, newYork)).toEqual([]);
  });

  test("hours that are over, or beyond the horizon, and weeks long past say nothing", () => {
    expect(times([...mondays("08:59"), ...mondays("09:00")])).toEqual([]);
    expect(times(mondays("09:01"))).toEqual(["09:01"]);
    expect(times([5, 6, 7, 8].map((ago) => on(ago, "10:00")))).toEqual([]);
    expect(times(mondays("10:00"), (now + hours(1)) as Instant)).toEqual(["10:00"]);
    expect(times(mondays("10:01"), (now + hours(1)) as Instant)).toEqual([]);
  });

  test("each of its like has a place of its own: that of a ticket that arrives then", () => {
    const several = { rank: 2, several: true };
    const [one, ...more] = usualArrivals([...mondays("10:00"), on(1, "10:00", several)], now, horizon, weekdays);
    expect(more).toEqual([]);
    const like = { number: 1, status: "NEW", holder: null, priority: { code: "U", name: "Urgent", rank: 1 } } as const;
    const place = (createdAt: number) =>
      queuePlace({ ...like, affected: null, createdAt: createdAt as Instant }).orderKey;
    expect(one?.at).toBe(now + hours(1));
    expect(one && one.orderKey < place(one.at) && one.orderKey > place(one.at - 1)).toBe(true);
  });

  test("as many are expected as came in a week, to half a ticket of each kind, whatever the order they are given in", () => {
    const arrival = fc.record({
      at: fc.integer({ min: now - weeks(4), max: now - 1 }).map((at) => at as Instant),
      rank: fc.integer({ min: 1, max: 2 }),
      several: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(arrival), (past) => {
        const aWeek = usualArrivals(past, now, (now + weeks(1) - 1) as Instant, weekdays);
        expect(usualArrivals(past.toReversed(), now, (now + weeks(1) - 1) as Instant, weekdays)).toEqual(aWeek);
        expect(Math.abs(aWeek.length - past.length / 4)).toBeLessThanOrEqual(4 / 2);
      }),
    );
  });

  test("one that came less never makes one more expected, nor any earlier", () => {
    const arrival = fc.record({
      at: fc.integer({ min: now - weeks(4), max: now - 1 }).map((at) => at as Instant),
      rank: fc.constant(1),
      several: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 200 }), (past) => {
        const all = usualArrivals(past, now, (now + weeks(1)) as Instant, weekdays);
        const fewer = usualArrivals(past.slice(1), now, (now + weeks(1)) as Instant, weekdays);
        expect(fewer.length).toBeLessThanOrEqual(all.length);
        for (const [i, { at }] of fewer.entries()) expect(at).toBeGreaterThanOrEqual(all[i]?.at as number);
      }),
    );
  });
});
