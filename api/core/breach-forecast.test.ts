import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ForecastTechnician, forecastBreaches, type WaitingTicket } from "./breach-forecast.ts";
import { hours, type Instant, minutes, type Period } from "./time.ts";
import type { ExpectedArrival } from "./usual-arrivals.ts";

const day = 1_795_392_000; // some Monday
const at = (time: string): Instant => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return (day + h * 3600 + m * 60) as Instant;
};
const wall = (instant: Instant | null) =>
  instant === null ? null : new Date((instant as number) * 1000).toISOString().slice(11, 16);

const pace = { toRespond: minutes(15), toResolve: minutes(40) };
const shift = (from: string, until: string): Period => ({ from: at(from), until: at(until) });
const someone = (more: Partial<ForecastTechnician> = {}): ForecastTechnician => ({
  shifts: [shift("09:00", "17:00")],
  tookAt: null,
  toFree: [minutes(30)],
  ...more,
});
/** Tickets in the order of the queue, each with the time it is due. */
const queue = (...due: (string | null)[]): WaitingTicket[] =>
  due.map((time, i) => ({
    number: i + 1,
    orderKey: String(i).padStart(3, "0"),
    metric: "FIRST_RESPONSE",
    dueAt: time === null ? null : at(time),
  }));
const foreseen = (tickets: WaitingTicket[], technicians: ForecastTechnician[], arrivals: ExpectedArrival[] = []) =>
  forecastBreaches(tickets, arrivals, technicians, pace, at("14:00"), at("23:00")).map(
    ({ ticket, takeBy, expectedAt }) => [ticket.number, wall(takeBy), wall(expectedAt)] as const,
  );
/** Tickets that are expected: when, and before which place of the queue. */
const expected = (...arrivals: [time: string, before: number][]): ExpectedArrival[] =>
  arrivals.map(([time, before]) => ({ at: at(time), orderKey: `${String(before - 2).padStart(3, "0")}~` }));

describe("which promises will be broken if everybody takes the first of the queue", () => {
  test("one technician answers every half hour: the second and the third of three due at 14:40 come too late", () => {
    expect(foreseen(queue("14:40", "14:40", "14:40"), [someone()])).toEqual([
      [2, "14:25", "14:45"],
      [3, "14:25", "15:15"],
    ]);
  });

  test("two technicians take the first two at once, and the third half an hour later", () => {
    expect(foreseen(queue("14:40", "14:40", "14:40"), [someone(), someone()])).toEqual([[3, "14:25", "14:45"]]);
  });

  test("an answer at the due second is in time", () => {
    expect(foreseen(queue("14:15"), [someone()])).toEqual([]);
    expect(foreseen(queue("14:14"), [someone()])).toEqual([[1, "13:59", "14:15"]]);
  });

  test("whoever holds a ticket takes the next when they are free again", () => {
    expect(foreseen(queue("14:40"), [someone({ tookAt: at("13:55") })])).toEqual([]);
    expect(foreseen(queue("14:35"), [someone({ tookAt: at("13:55") })])).toEqual([[1, "14:20", "14:40"]]);
    expect(foreseen(queue("14:35"), [someone({ tookAt: at("09:10") })]), "and has long been free").toEqual([]);
  });

  test("pieces of work differ: one takes as long as the next in turn, what is held the first that is longer than it was", () => {
    const lengths = [minutes(10), minutes(50)];
    expect(foreseen(queue("14:15", "14:24", "15:15", "15:24"), [someone({ toFree: lengths })])).toEqual([
      [2, "14:09", "14:25"],
      [4, "15:09", "15:25"],
    ]);
    const holding = someone({ toFree: lengths, tookAt: at("13:40") }); // not the first, so it is free at 14:30
    expect(foreseen(queue("14:44", "14:55"), [holding])).toEqual([[1, "14:29", "14:45"]]);
  });

  test("whoever is not on shift takes nothing; what was taken before the end of a shift is answered", () => {
    const evening = someone({ shifts: [shift("16:00", "20:00"), shift("09:00", "12:00")] });
    expect(foreseen(queue("16:10"), [evening])).toEqual([[1, "15:55", "16:15"]]);
    const leaving = someone({ shifts: [shift("09:00", "14:01")] });
    expect(foreseen(queue("14:15", "15:00"), [leaving])).toEqual([[2, "14:45", null]]);
  });

  test("what must be taken first comes first, whatever its place", () => {
    expect(foreseen(queue("18:00", "15:00", "14:40"), []).map(([number]) => number)).toEqual([3, 2, 1]);
  });

  test("a ticket without a due instant is not foreseen, and takes somebody's time all the same", () => {
    expect(foreseen(queue(null, "14:40"), [someone()])).toEqual([[2, "14:25", "14:45"]]);
  });

  test("what is expected to arrive and stands before a ticket is taken before it, what stands behind is not", () => {
    const tickets = queue("14:20", "15:20", "15:20"); // taken at 14:00, 14:30, 15:00
    expect(foreseen(tickets, [someone()])).toEqual([]);
    expect(foreseen(tickets, [someone()], expected(["14:10", 3]))).toEqual([[3, "15:05", "15:45"]]);
    expect(foreseen(tickets, [someone()], expected(["14:10", 2], ["14:40", 1]))).toEqual([
      [2, "15:05", "15:45"],
      [3, "15:05", "16:15"],
    ]);
    expect(foreseen(tickets, [someone()], expected(["15:01", 1], ["14:00", 9])), "too late, or behind all").toEqual([]);
  });

  test("one that waits to be resolved needs the time of resolving", () => {
    const [ticket] = queue("14:35") as [WaitingTicket];
    expect(foreseen([{ ...ticket, metric: "RESOLUTION" }], [someone()])).toEqual([[1, "13:55", "14:40"]]);
  });

  test("an empty queue breaches nothing", () => {
    expect(foreseen([], [])).toEqual([]);
  });
});

describe("whatever the queue and the shifts", () => {
  const now = at("14:00");
  const horizon = (now + hours(24)) as Instant;
  const minute = (min: number, max: number) => fc.integer({ min, max }).map((m) => (now + m * 60) as Instant);
  const tickets = fc
    .array(
      fc.record({
        place: fc.integer({ min: 0, max: 9 }),
        metric: fc.constantFrom("FIRST_RESPONSE", "RESOLUTION"),
        dueAt: fc.option(minute(-120, 2000)),
      }),
      { maxLength: 25 },
    )
    .map((all): WaitingTicket[] =>
      all.map(({ place, ...rest }, i) => ({
        number: i + 1,
        orderKey: `${place}${String(i).padStart(3, "0")}`,
        ...rest,
      })),
    );
  const shifts = fc.array(
    fc.tuple(minute(-600, 1500), fc.integer({ min: 1, max: 600 })).map(([from, m]) => ({
      from,
      until: (from + m * 60) as Instant,
    })),
    { maxLength: 3 },
  );
  const technician: fc.Arbitrary<ForecastTechnician> = fc.record({
    shifts,
    tookAt: fc.option(minute(-300, 0)),
    toFree: fc.array(fc.integer({ min: 1, max: 240 }).map(minutes), { minLength: 1, maxLength: 4 }),
  });
  const technicians = fc.array(technician, { maxLength: 5 });
  const arrivals = fc
    .array(fc.record({ at: minute(1, 1500), orderKey: fc.integer({ min: 0, max: 9 }).map((place) => `${place}5`) }))
    .map((all): ExpectedArrival[] => all);
  const play = (queue: WaitingTicket[], staff: ForecastTechnician[], coming: ExpectedArrival[] = []) =>
    forecastBreaches(queue, coming, staff, pace, now, horizon);
  const due = ({ dueAt }: WaitingTicket) => dueAt !== null && dueAt >= now && dueAt <= horizon;

  test("one technician more never makes the forecast worse", () => {
    fc.assert(
      fc.property(tickets, technicians, technician, arrivals, (queue, staff, more, coming) => {
        const before = new Map(play(queue, staff, coming).map((b) => [b.ticket.number, b.expectedAt]));
        for (const { ticket, expectedAt } of play(queue, [...staff, more], coming)) {
          expect(before.has(ticket.number)).toBe(true);
          const was = before.get(ticket.number) ?? Number.POSITIVE_INFINITY;
          expect(expectedAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(was);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("nor does one arrival less", () => {
    fc.assert(
      fc.property(tickets, technicians, arrivals, (queue, staff, coming) => {
        const before = new Map(play(queue, staff, coming).map((b) => [b.ticket.number, b.expectedAt]));
        for (const { ticket, expectedAt } of play(queue, staff, coming.slice(1))) {
          expect(before.has(ticket.number)).toBe(true);
          const was = before.get(ticket.number) ?? Number.POSITIVE_INFINITY;
          expect(expectedAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(was);
        }
      }),
    );
  });

  test("with nobody on shift every ticket that is due by the horizon is foreseen, and no other", () => {
    fc.assert(
      fc.property(tickets, (queue) => {
        const numbers = play(queue, [{ shifts: [], tookAt: null, toFree: [minutes(30)] }]).map((b) => b.ticket.number);
        expect(numbers.sort()).toEqual(
          queue
            .filter(due)
            .map((t) => t.number)
            .sort(),
        );
      }),
    );
  });

  test("nothing that is breached already, or due after the horizon, is ever foreseen", () => {
    fc.assert(
      fc.property(tickets, technicians, (queue, staff) => {
        for (const { ticket, dueAt, expectedAt } of play(queue, staff)) {
          expect(due(ticket)).toBe(true);
          expect(expectedAt === null || expectedAt > dueAt).toBe(true);
        }
      }),
    );
  });

  test("the order of what is given does not matter, nothing given is changed, and equal input gives an equal forecast", () => {
    const shuffled = <T>(of: fc.Arbitrary<T[]>) =>
      of.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(
        shuffled(tickets),
        shuffled(technicians),
        shuffled(arrivals),
        ([queue, otherQueue], [staff, otherStaff], [coming, otherComing]) => {
          const given = JSON.stringify([queue, staff, coming]);
          expect(play(otherQueue, otherStaff, otherComing)).toEqual(play(queue, staff, coming));
          expect(JSON.stringify([queue, staff, coming])).toBe(given);
        },
      ),
    );
  });

  test("whoever is taken out of turn by takeBy is answered in time: takeBy and the pace end at the due instant", () => {
    fc.assert(
      fc.property(tickets, technicians, (queue, staff) => {
        for (const { ticket, dueAt, takeBy } of play(queue, staff))
          expect(takeBy + (ticket.metric === "RESOLUTION" ? pace.toResolve : pace.toRespond)).toBe(dueAt);
      }),
    );
  });
});
