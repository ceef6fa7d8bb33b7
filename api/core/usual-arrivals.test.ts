import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queuePlace } from "./queue-order.ts";
import { hours, type Instant, minutes, weeks } from "./time.ts";
import { type Arrival, usualArrivals } from "./usual-arrivals.ts";

const now = (1_795_392_000 + hours(9)) as Instant; // some Monday, 09:00
const horizon = (now + hours(24)) as Instant;
/** "10:20", so many weeks before that Monday. */
const on = (weeksAgo: number, time: string, more: Partial<Arrival> = {}): Arrival => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return {
    at: (now - hours(9) - weeksAgo * weeks(1) + hours(h) + minutes(m)) as Instant,
    rank: 1,
    several: false,
    ...more,
  };
};
const times = (past: Arrival[], until = horizon) =>
  usualArrivals(past, now, until).map(({ at }) => new Date(at * 1_000).toISOString().slice(11, 16));

describe("what usually arrives", () => {
  test("an urgent ticket on each of two Mondays of four, and two on a third: one is expected, and no second", () => {
    expect(times([on(1, "10:00"), on(2, "10:20"), on(3, "11:00"), on(3, "11:30")])).toEqual(["10:20"]);
  });

  test("once in four weeks is no habit, twice is one", () => {
    expect(times([on(1, "10:00")])).toEqual([]);
    expect(times([on(1, "10:00"), on(4, "12:00")])).toEqual(["12:00"]);
  });

  test("hours that are over, or beyond the horizon, and weeks long past say nothing", () => {
    const twice = (time: string) => [on(1, time), on(2, time)];
    expect(times([...twice("08:59"), ...twice("09:00")])).toEqual([]);
    expect(times(twice("09:01"))).toEqual(["09:01"]);
    expect(times([on(5, "10:00"), on(6, "10:00")])).toEqual([]);
    expect(times([on(1, "10:00"), on(2, "10:00")], (now + hours(1)) as Instant)).toEqual(["10:00"]);
    expect(times([on(1, "10:01"), on(2, "10:01")], (now + hours(1)) as Instant)).toEqual([]);
  });

  test("each of its like has a place of its own: that of a ticket that arrives then", () => {
    const several = { rank: 2, several: true };
    const [one, ...more] = usualArrivals([on(1, "10:00"), on(2, "10:00"), on(1, "10:00", several)], now, horizon);
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
        const aWeek = usualArrivals(past, now, (now + weeks(1) - 1) as Instant);
        expect(usualArrivals(past.toReversed(), now, (now + weeks(1) - 1) as Instant)).toEqual(aWeek);
        expect(Math.abs(aWeek.length - past.length / 4)).toBeLessThanOrEqual(4 / 2);
      }),
    );
  });
});
