import { describe, expect, test } from "vitest";
import { dayNumber } from "../../core/business-calendar/dates.ts";
import { hoursFor } from "../../core/business-calendar/open-periods.ts";
import { wallTime } from "../../core/business-calendar/zone.ts";
import { officeHours } from "../standard-agreement.ts";
import { mondayOf, shiftOn } from "./rota.ts";

const holidays = [{ date: "2026-11-26", name: "Thanksgiving Day", origin: "US" }];
const hours = hoursFor(officeHours("provider", "America/New_York", holidays));
const PEOPLE = 8;
const everybody = Array.from({ length: PEOPLE }, (_, i) => i);
const weekOf = (date: string) => Array.from({ length: 7 }, (_, i) => mondayOf(dayNumber(date)) + i);
const working = (day: number) => everybody.filter((person) => shiftOn(hours, day, person, PEOPLE));

describe("the rota of the demo", () => {
  test.each(["2026-12-02", "2027-03-10", "2027-07-07"])(
    "gives everybody forty hours in the week of %s, whoever has its weekend too",
    (date) => {
      const lengths = everybody.map((person) =>
        weekOf(date)
          .flatMap((day) => shiftOn(hours, day, person, PEOPLE) ?? [])
          .reduce((sum, { from, until }) => sum + (until - from) / 3_600, 0),
      );
      expect(lengths).toEqual(everybody.map(() => 40));
    },
  );

  test("has several early and several late on each working day, and one on Saturdays, Sundays and holidays", () => {
    expect(weekOf("2026-12-02").map((day) => working(day).length)).toEqual([8, 8, 7, 7, 8, 1, 1]);
    expect(working(dayNumber("2026-11-26"))).toHaveLength(1);
  });

  test("says the same times on the wall in winter and in summer, and two shifts overlap", () => {
    const walls = (date: string) =>
      [0, 1].map((person) => {
        const shift = shiftOn(hours, mondayOf(dayNumber(date)), person, PEOPLE);
        return shift && [shift.from, shift.until].map((at) => wallTime("America/New_York", at).slice(-5)).join("–");
      });
    for (const date of ["2026-12-02", "2027-07-07"]) expect(walls(date)).toEqual(["08:00–16:00", "12:30–20:30"]);
  });

  test("hands the weekend on, so that each has it once in eight weeks", () => {
    const monday = mondayOf(dayNumber("2026-12-02"));
    const turns = everybody.map((week) => working(monday + week * 7 + 5)[0]);
    expect([...turns].sort()).toEqual(everybody);
  });
});
