import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appointmentSlots,
  byLocalDate,
  nearestSlots,
  type Slot,
  type SlotRules,
  STANDARD_SLOTS,
  slotsStillFree,
} from "./appointment-slots.ts";
import type { CalendarDefinition } from "./business-calendar/calendar.ts";
import { hoursFor } from "./business-calendar/open-periods.ts";
import { atWall, wallTime } from "./business-calendar/zone.ts";
import { type Instant, minutes, type Period } from "./time.ts";

const NEW_YORK = "America/New_York";
const office: CalendarDefinition = {
  code: "US",
  version: 1,
  timeZone: NEW_YORK,
  week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: "08:30", until: "17:30" }]])),
  holidays: [{ date: "2026-11-26", name: "Thanksgiving Day", origin: "US" }],
  exceptions: [],
};
const at = (text: string) => atWall(NEW_YORK, `2026-11-${text}`);
const period = (from: string, until: string): Period => ({ from: at(from), until: at(until) });
const always = { from: 0 as Instant, until: 9e9 as Instant };
const free = (id: string, shifts: readonly Period[] = [always], taken: readonly Period[] = []) => ({
  id,
  shifts,
  taken,
});
const times = (slots: readonly Period[]) => slots.map(({ from }) => wallTime(NEW_YORK, from).slice(-5)).join(" ");
const slots = (day: string, technicians = [free("Maya")], rules: Partial<SlotRules> = {}, now = at("20 12:00")) =>
  appointmentSlots(
    hoursFor(office),
    technicians,
    { ...STANDARD_SLOTS, ...rules },
    period(`${day} 00:00`, `${Number(day) + 1} 00:00`),
    now,
  );

describe("the slots of a day", () => {
  test("lie within operating hours, on the half hour from opening, the last one ending at closing", () => {
    expect(times(slots("24"))).toBe(
      "08:30 09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30 13:00 13:30 14:00 14:30 15:00 15:30 16:00 16:30 17:00",
    );
  });

  test("are none on a holiday, and none on a Sunday", () => {
    expect(slots("26")).toEqual([]);
    expect(slots("22")).toEqual([]);
  });

  test("of an hour's length end by closing", () => {
    expect(times(slots("24", [free("Maya")], { length: minutes(60) })).endsWith("16:00 16:30")).toBe(true);
  });

  test("must be booked a quarter of an hour ahead", () => {
    expect(times(slots("24", [free("Maya")], {}, at("24 15:45")))).toBe("16:00 16:30 17:00");
    expect(times(slots("24", [free("Maya")], {}, at("24 15:45:01")))).toBe("16:30 17:00");
  });

  test("lie within a shift; two that touch are one", () => {
    const maya = free("Maya", [
      period("24 12:15", "24 13:00"),
      period("24 10:00", "24 11:00"),
      period("24 11:00", "24 11:30"),
    ]);
    expect(times(slots("24", [maya]))).toBe("10:00 10:30 11:00 12:30");
  });

  // 8:50 ends ten minutes before what is booked, 10:10 begins ten minutes after it: half hours alone would leave those gaps empty
  test("keep ten minutes from what is booked, before and after", () => {
    const maya = free("Maya", [period("24 08:30", "24 11:00")], [period("24 09:30", "24 10:00")]);
    expect(times(slots("24", [maya]))).toBe("08:30 08:50 10:10");
    expect(times(slots("24", [maya], { buffer: minutes(0) }))).toBe("08:30 09:00 10:00 10:30");
  });

  test("name everybody who is free, in the order given, and go on while one of them is", () => {
    const maya = free("Maya", [period("24 08:30", "24 10:00")], [period("24 08:30", "24 09:00")]);
    const theo = free("Theo", [period("24 08:30", "24 09:30")]);
    expect(slots("24", [theo, maya]).map((s) => s.technicianIds)).toEqual([["Theo"], ["Theo"], ["Maya"]]);
  });

  test("are none without anybody", () => {
    expect(slots("24", [])).toEqual([]);
  });
});

describe("slots beside an appointment", () => {
  const booked = (...taken: [string, string][]) => [
    free(
      "Maya",
      [always],
      taken.map(([from, until]) => period(`24 ${from}`, `24 ${until}`)),
    ),
  ];

  // by hand: the next begins ten minutes after it, and forty on (half an hour and ten minutes), so that no later one leaves
  // a gap that nobody can use; the last before it ends ten minutes before it; further before it, nothing changes
  test.each<[string, [string, string][], Partial<SlotRules>, string]>([
    ["at nine", [["09:00", "09:30"]], {}, "09:40 10:20 11:00 11:40 12:20 13:00 13:40 14:20 15:00 15:40 16:20 17:00"],
    [
      "at eleven",
      [["11:00", "11:30"]],
      {},
      "08:30 09:00 09:30 10:00 10:20 11:40 12:20 13:00 13:40 14:20 15:00 15:40 16:20 17:00",
    ],
    [
      "at nine and at ten past twelve: each begins its own steps",
      [
        ["09:00", "09:30"],
        ["12:10", "12:40"],
      ],
      {},
      "09:40 10:20 11:00 11:30 12:50 13:30 14:10 14:50 15:30 16:10 16:50",
    ],
    [
      "of an hour and a half: the steps are those of a usual one, so that fewer times are lost to whoever needs long",
      [["09:00", "09:30"]],
      { length: minutes(90) },
      "09:40 10:20 11:00 11:40 12:20 13:00 13:40 14:20 15:00 15:40",
    ],
    [
      "of a quarter of an hour, beside one at half past eight",
      [["08:30", "09:00"]],
      { length: minutes(15) },
      "09:10 09:50 10:30 11:10 11:50 12:30 13:10 13:50 14:30 15:10 15:50 16:30 17:10",
    ],
    [
      "that was made at an odd minute: people are shown multiples of five",
      [["16:03", "16:21"]],
      { length: minutes(30) },
      "08:30 09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30 13:00 13:30 14:00 14:30 15:00 15:20 16:35",
    ],
  ])("%s", (_, taken, rules, expected) => {
    expect(times(slots("24", booked(...taken), rules))).toBe(expected);
  });

  test("are counted from opening again on the next day, and after a break", () => {
    const maya = free(
      "Maya",
      [period("24 08:30", "24 11:00"), period("24 13:00", "24 15:00")],
      [period("24 10:00", "24 10:30")],
    );
    expect(times(slots("24", [maya]))).toBe("08:30 09:00 09:20 13:00 13:30 14:00 14:30");
    expect(times(slots("25", booked(["09:00", "09:30"]))).startsWith("08:30 09:00 09:30")).toBe(true);
  });

  test("of one technician do not change those of another", () => {
    const [maya] = booked(["09:00", "09:30"]);
    const theo = free("Theo", [period("24 08:30", "24 11:00")]);
    expect(
      slots("24", [maya as typeof theo, theo])
        .slice(0, 6)
        .map((s) => `${times([s])} ${s.technicianIds}`),
    ).toEqual(["08:30 Theo", "09:00 Theo", "09:30 Theo", "09:40 Maya", "10:00 Theo", "10:20 Maya"]);
  });

  test("that somebody saw before it are theirs as long as they are free, though others are offered now", () => {
    const [hours, within] = [hoursFor(office), period("24 00:00", "25 00:00")];
    const still = slotsStillFree(hours, booked(["09:00", "09:30"]), STANDARD_SLOTS, within, at("20 12:00"));
    expect(times(still.slice(0, 3))).toBe("10:00 10:30 11:00");
  });

  test("fill a day: whatever people choose, eleven of the thirteen that fit get one, each a multiple of five minutes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (choices) => {
        const taken: Slot[] = [];
        for (const choice of choices) {
          const offered = slots("24", [free("Maya", [always], taken)]);
          if (offered.length === 0) break;
          taken.push(offered[choice % offered.length] as Slot);
        }
        expect(taken.length).toBeGreaterThanOrEqual(11);
        expect(taken.every(({ from }) => from % 300 === 0)).toBe(true);
        const sorted = taken.toSorted((a, b) => a.from - b.from);
        for (const [i, { until }] of sorted.entries())
          expect((sorted[i + 1]?.from ?? Number.POSITIVE_INFINITY) - until).toBeGreaterThanOrEqual(600);
      }),
    );
  });
});

test("slots are listed by the dates of whoever reads them", () => {
  const found = byLocalDate(slots("24", [free("Maya", [period("24 08:30", "24 10:00")])]), "Asia/Tokyo");
  expect(found.map(({ date, slots }) => `${date}: ${slots.length}`)).toEqual(["2026-11-24: 3"]);
  const across = byLocalDate(slots("24", [free("Maya", [period("24 09:00", "24 11:00")])]), "Asia/Tokyo");
  expect(across.map(({ date, slots }) => `${date}: ${slots.length}`)).toEqual(["2026-11-24: 2", "2026-11-25: 2"]);
});

test("the slots nearest to a lost one are offered, in their order", () => {
  expect(times(nearestSlots(slots("24"), at("24 10:00"), 3))).toBe("09:30 10:00 10:30");
});
