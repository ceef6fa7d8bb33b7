import { expect, test } from "vitest";
import { type CalendarDefinition, calendarFaults } from "./calendar.ts";

const sound: CalendarDefinition = {
  code: "US",
  version: 1,
  timeZone: "America/New_York",
  week: { 1: [{ from: "08:30", until: "17:30" }], 6: [{ from: "22:00", until: "06:00", overnight: true }] },
  holidays: [{ date: "2026-12-25", name: "Christmas Day", origin: "US" }],
  exceptions: [{ date: "2026-12-24", windows: [{ from: "08:30", until: "13:00" }], name: "Christmas Eve" }],
};

test("a calendar with an overnight window, a holiday and a half day is sound", () => {
  expect(calendarFaults(sound)).toEqual([]);
});

test.each<[name: string, change: Partial<CalendarDefinition>, field: string]>([
  ["a zone that does not exist", { timeZone: "America/Gotham" }, "timeZone"],
  ["an offset in place of a zone", { timeZone: "-05:00" }, "timeZone"],
  [
    "two windows that overlap",
    {
      week: {
        1: [
          { from: "08:00", until: "12:00" },
          { from: "11:59", until: "17:00" },
        ],
      },
    },
    "week.1",
  ],
  [
    "an overnight window that runs into the next morning's",
    { week: { 1: [{ from: "22:00", until: "09:00", overnight: true }], 2: [{ from: "08:00", until: "17:00" }] } },
    "week.2",
  ],
  [
    "a Sunday night that runs into Monday",
    { week: { 7: [{ from: "22:00", until: "09:00", overnight: true }], 1: [{ from: "08:00", until: "17:00" }] } },
    "week.1",
  ],
  ["a window that ends before it begins", { week: { 1: [{ from: "22:00", until: "09:00" }] } }, "week.1.0.until"],
  ["an empty window", { week: { 1: [{ from: "08:00", until: "08:00" }] } }, "week.1.0"],
  ["a time that no clock shows", { week: { 1: [{ from: "08:60", until: "17:00" }] } }, "week.1.0.from"],
  ["an eighth weekday", { week: { 8: [] } }, "week.8"],
  ["a holiday that is there twice", { holidays: [...sound.holidays, ...sound.holidays] }, "holidays.1.date"],
  ["a date that does not exist", { holidays: [{ date: "2026-02-30", name: "x", origin: "x" }] }, "holidays.0.date"],
  ["an exception without a name", { exceptions: [{ date: "2026-12-24", windows: [], name: "" }] }, "exceptions.0.name"],
])("refused by field: %s", (_name, change, field) => {
  expect(calendarFaults({ ...sound, ...change }).map((fault) => fault.field)).toContain(field);
});

test("a time that no clock shows is named once", () => {
  expect(calendarFaults({ ...sound, week: { 1: [{ from: "25:00", until: "17:00" }] } })).toHaveLength(1);
});
