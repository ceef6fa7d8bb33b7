import { expect, test } from "vitest";
import type { Seconds } from "../time.ts";
import { addOpen, isOpen, nextClosing, nextOpening, openBetween, openPeriods } from "./arithmetic.ts";
import type { CalendarDefinition } from "./calendar.ts";
import { stretches } from "./closed-because.ts";
import { changeHours, hoursFor } from "./open-periods.ts";
import { atWall, parseInstant, wallTime } from "./zone.ts";

const NEW_YORK = "America/New_York";
const day = [{ from: "08:30", until: "17:30" }];
const office: CalendarDefinition = {
  code: "US",
  version: 1,
  timeZone: NEW_YORK,
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: [{ date: "2026-11-26", name: "Thanksgiving Day", origin: "US" }],
  exceptions: [{ date: "2026-11-27", windows: [{ from: "10:00", until: "13:00" }], name: "short Friday" }],
};
const at = (text: string) => atWall(NEW_YORK, `2026-11-${text}`);
const hours = hoursFor(office);
const shown = (periods: readonly { from: number; until: number }[]) =>
  periods.map(({ from, until }) => [wallTime(NEW_YORK, from as never), wallTime(NEW_YORK, until as never)].join(" – "));

test("the open stretches of a week with a holiday and a short day, cut to the question", () => {
  expect(shown(openPeriods(hours, at("24 12:00"), at("30 09:00")))).toEqual([
    "Tue 24 Nov 12:00 – Tue 24 Nov 17:30",
    "Wed 25 Nov 08:30 – Wed 25 Nov 17:30",
    "Fri 27 Nov 10:00 – Fri 27 Nov 13:00",
    "Mon 30 Nov 08:30 – Mon 30 Nov 09:00",
  ]);
  expect(openPeriods(hours, at("28 00:00"), at("30 08:30"))).toEqual([]);
});

test("hours with an exception on a holiday follow the exception", () => {
  const worked = hoursFor({ ...office, exceptions: [{ date: "2026-11-26", windows: day, name: "worked" }] });
  expect(isOpen(worked, at("26 10:00"))).toBe(true);
});

test("an add-on joins the hours it touches into one stretch, and its end is a closing", () => {
  const night = hoursFor(office, [{ from: at("23 17:30"), until: at("24 08:30") }]);
  expect(nextClosing(night, at("23 10:00"))).toBe(at("24 17:30"));
  expect(openBetween(night, at("23 08:30"), at("24 17:30"))).toBe(33 * 3600);
});

test("an add-on without an end never closes, holidays included", () => {
  const always = hoursFor(office, [{ from: at("25 20:00"), until: null }]);
  expect(nextClosing(always, at("25 21:00"))).toBeNull();
  expect(isOpen(always, at("26 03:00"))).toBe(true);
  expect(nextOpening(always, at("25 18:00"))).toBe(at("25 20:00"));
});

test("each closed stretch says why it is closed", () => {
  expect(stretches(hours, at("25 17:00"), at("27 10:30")).map(({ cause, ...s }) => [shown([s])[0], cause])).toEqual([
    ["Wed 25 Nov 17:00 – Wed 25 Nov 17:30", "operating hours"],
    ["Wed 25 Nov 17:30 – Thu 26 Nov 00:00", "outside operating hours"],
    ["Thu 26 Nov 00:00 – Fri 27 Nov 00:00", "holiday: Thanksgiving Day"],
    ["Fri 27 Nov 00:00 – Fri 27 Nov 10:00", "short Friday"],
    ["Fri 27 Nov 10:00 – Fri 27 Nov 10:30", "operating hours"],
  ]);
});

test("an open stretch says when it is the add-on that keeps it open", () => {
  const night = hoursFor(office, [{ from: at("23 20:00"), until: at("24 06:00") }]);
  expect(stretches(night, at("23 17:00"), at("24 07:00")).map(({ open, cause }) => [open, cause])).toEqual([
    [true, "operating hours"],
    [false, "outside operating hours"],
    [true, "after-hours add-on in force"],
    [false, "outside operating hours"],
  ]);
});

test("hours changed at an instant count each in their own time", () => {
  const longer = hoursFor({ ...office, version: 2, week: { ...office.week, 1: [{ from: "08:00", until: "20:00" }] } });
  const changed = changeHours(hours, longer, at("23 12:00"));
  expect(changed.version).toBe(2);
  expect(shown(openPeriods(changed, at("23 00:00"), at("24 00:00")))).toEqual(["Mon 23 Nov 08:30 – Mon 23 Nov 20:00"]);
  const back = changeHours(changed, hours, at("23 18:00"));
  expect(shown(openPeriods(back, at("23 00:00"), at("24 00:00")))).toEqual(["Mon 23 Nov 08:30 – Mon 23 Nov 18:00"]);
});

test("a window that opens inside the skipped hour opens at the change, or is not held when it would be over", () => {
  const sunday = (until: string) => hoursFor({ ...office, week: { 7: [{ from: "02:30", until }] } });
  const midnight = parseInstant("2027-03-14T05:00:00Z");
  expect(nextOpening(sunday("06:00"), midnight)).toBe(parseInstant("2027-03-14T07:00:00Z"));
  expect(nextOpening(sunday("03:15"), midnight)).toBe(parseInstant("2027-03-21T06:30:00Z"));
});

test("the table grows when asked further, and forgets nothing", () => {
  const early = openBetween(hours, at("23 08:30"), at("24 08:30"));
  expect(addOpen(hours, parseInstant("2040-01-02T14:00:00Z"), 3600 as Seconds)).toBe(
    parseInstant("2040-01-02T15:00:00Z"),
  );
  expect(addOpen(hours, parseInstant("1999-01-04T14:00:00Z"), 3600 as Seconds)).toBe(
    parseInstant("1999-01-04T15:00:00Z"),
  );
  expect(openBetween(hours, at("23 08:30"), at("24 08:30"))).toBe(early);
  expect(isOpen(hours, parseInstant("9999-12-31T15:00:00Z"))).toBe(true);
});

test("twenty years of ordinary weeks take less than 200 kB", () => {
  const lunch = [
    { from: "08:30", until: "12:00" },
    { from: "13:00", until: "17:30" },
  ];
  const twice = hoursFor({ ...office, week: { 1: lunch, 2: lunch, 3: lunch, 4: lunch, 5: lunch } });
  const table = twice.covering(at("23 00:00"), at("23 00:00") + 19 * 366 * 86_400);
  const bytes = [table.starts, table.ends, table.sums, table.byTime, table.bySum].reduce((n, a) => n + a.byteLength, 0);
  expect(bytes).toBeLessThan(200_000);
});
