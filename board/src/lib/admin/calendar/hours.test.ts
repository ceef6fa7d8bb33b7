import { describe, expect, it } from "vitest";
import type { Hours, HoursWindow } from "./draft.ts";
import { barsOf, closedFrom, hoursWords, openInWeek, runsOutOn, secondsOf, windowsOn } from "./hours.ts";

const window = (from: string, until: string, overnight = false): HoursWindow => ({ from, until, overnight });
const office = [window("08:30", "17:30")];
const hours: Hours = {
  timeZone: "America/New_York",
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, windows: day <= 5 ? office : [] })),
  holidays: [{ date: "2026-11-26", name: "Thanksgiving Day", origin: "date-holidays" }],
  exceptions: [{ date: "2026-11-27", name: "Half day", windows: [window("08:30", "12:00")] }],
};

describe("hours in words", () => {
  it.each([
    [[], "closed"],
    [office, "08:30–17:30"],
    [[window("13:00", "17:30"), window("08:30", "12:00")], "08:30–12:00 and 13:00–17:30"],
    [[window("18:00", "02:00", true)], "18:00–02:00 next day"],
    [[window("00:00", "24:00")], "all day"],
  ])("%j", (windows, words) => expect(hoursWords(windows)).toBe(words));
});

describe("the windows of a date", () => {
  it.each([
    ["2026-11-24", "08:30–17:30"], // a Tuesday
    ["2026-11-28", "closed"], // a Saturday
    ["2026-11-26", "closed"],
    ["2026-11-27", "08:30–12:00"],
  ])("on %s are %s", (date, words) => expect(hoursWords(windowsOn(hours, date))).toBe(words));
});

describe("an emergency closure from a time on", () => {
  it.each([
    [office, "12:00", "08:30–12:00"],
    [office, "08:30", "closed"],
    [office, "18:00", "08:30–17:30"],
    [[window("08:30", "12:00"), window("13:00", "17:30")], "12:30", "08:30–12:00"],
    [[window("20:00", "04:00", true)], "23:00", "20:00–23:00"],
  ])("%j closed from %s is %s", (windows, time, words) => expect(hoursWords(closedFrom(windows, time))).toBe(words));
});

describe("a day's bar", () => {
  it("stands where the day is open, from midnight to midnight", () => {
    expect(barsOf([window("06:00", "12:00"), window("18:00", "24:00")])).toEqual([
      { x: 0.25, width: 0.25 },
      { x: 0.75, width: 0.25 },
    ]);
  });
  it("ends at midnight and goes on next day where a window runs overnight", () => {
    const night = [window("18:00", "06:00", true)];
    expect(barsOf(night, night)).toEqual([
      { x: 0, width: 0.25 },
      { x: 0.75, width: 0.25 },
    ]);
  });
  it("leaves out what is no window yet", () => {
    expect(barsOf([window("", "17:30"), window("17:30", "08:30"), window("25:00", "26:00")])).toEqual([]);
  });
  it("adds up to the open time of the week", () => {
    expect(openInWeek(hours.week)).toBe(45 * 3_600);
    expect(openInWeek([{ day: 1, windows: [window("18:00", "02:00", true)] }])).toBe(8 * 3_600);
  });
});

it("a time of day is in seconds, and 24:00 its end", () => {
  expect(["00:00", "08:30", "08:30:15", "24:00", "24:01", "8:30", ""].map(secondsOf)).toEqual([
    0,
    30_600,
    30_615,
    86_400,
    null,
    null,
    null,
  ]);
});

describe("holidays run out", () => {
  const dated = (...dates: string[]) => dates.map((date) => ({ date }));
  it.each([
    [dated("2026-12-25", "2027-01-01"), "2026-11-24", "2027-01-01"],
    [dated("2027-02-22", "2026-12-25"), "2026-11-24", null], // 90 days ahead
    [dated("2027-02-21"), "2026-11-24", "2027-02-21"],
    [dated("2020-12-25"), "2026-11-24", "2020-12-25"],
    [[], "2026-11-24", null],
  ])("of %j on %s: %s", (holidays, today, last) => expect(runsOutOn(holidays, today)).toBe(last));
});
