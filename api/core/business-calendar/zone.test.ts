import { expect, test } from "vitest";
import { atWall, formatInstant, isZone, localDate, parseInstant, startOfDay, wallTime, weekdayName } from "./zone.ts";

const NEW_YORK = "America/New_York";
const at = parseInstant;

test.each([
  ["New York is still on Sunday when it is Monday in London", NEW_YORK, "2026-11-23T04:59:59Z", "2026-11-22"],
  ["midnight in New York begins Monday", NEW_YORK, "2026-11-23T05:00:00Z", "2026-11-23"],
  ["Kolkata is five and a half hours ahead", "Asia/Kolkata", "2026-11-22T18:30:00Z", "2026-11-23"],
  ["Apia had no 30 December 2011: the second before is the 29th", "Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
  ["and the second after is the 31st", "Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"],
  ["a far century is a date like any other", NEW_YORK, "9999-12-31T12:00:00Z", "9999-12-31"],
])("%s", (_name, zone, instant, date) => expect(localDate(zone, at(instant))).toBe(date));

test.each([
  ["midnight", NEW_YORK, "2026-11-23", "2026-11-23T05:00:00Z"],
  ["Sao Paulo skipped midnight as summer time began", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"],
  ["Sao Paulo showed the last hour twice as it ended", "America/Sao_Paulo", "2019-02-17", "2019-02-17T03:00:00Z"],
])("a day starts at %s", (_name, zone, date, instant) => expect(formatInstant(startOfDay(zone, date))).toBe(instant));

test("a wall time that is shown twice is its first showing, a skipped one is the change", () => {
  expect(formatInstant(atWall(NEW_YORK, "2026-11-01 01:30"))).toBe("2026-11-01T05:30:00Z");
  expect(formatInstant(atWall(NEW_YORK, "2027-03-14 02:30"))).toBe("2027-03-14T07:00:00Z");
});

test("instants are read with any offset, and fractions are cut off", () => {
  expect(at("2026-11-23T10:00:00.999-05:00")).toBe(at("2026-11-23T15:00:00Z"));
  expect(formatInstant(at("2026-11-23T15:00:00Z"))).toBe("2026-11-23T15:00:00Z");
  expect(() => at("yesterday")).toThrow(RangeError);
});

test("wall time for people names weekday, date and time", () => {
  expect(wallTime(NEW_YORK, at("2026-11-23T22:30:00Z"))).toBe("Mon 23 Nov 17:30");
  expect(wallTime(NEW_YORK, at("2026-11-23T22:30:09Z"))).toBe("Mon 23 Nov 17:30:09");
  expect(weekdayName(NEW_YORK, at("2026-11-23T04:00:00Z"))).toBe("Sun");
});

test.each(["+02:00", "-05", "2026-11-23T00:00:00Z", "2026-11-23T00:00[America/New_York]", "Mars/Olympus", ""])(
  "%j is no zone, whatever the runtime makes of it",
  (name) => expect(isZone(name)).toBe(false),
);
