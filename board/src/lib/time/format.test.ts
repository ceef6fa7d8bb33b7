import { describe, expect, it } from "vitest";
import { at } from "./as-on-the-wall.ts";
import { formatAge, formatCount, formatInstant, formatMeter, formatRemaining } from "./format.ts";

describe("what is left, as the wall writes it", () => {
  it.each([
    [3 * 3_600 + 12 * 60 + 59, "3h 12m"],
    [3_600, "1h 00m"],
    [3_599, "59:59"],
    [384, "06:24"],
    [1, "00:01"],
    [0, "00:00"],
    [-1, "+00:01"],
    [-252, "+04:12"],
    [-(3_600 + 4 * 60), "+1h 04m"],
    [-(2 * 86_400 + 3 * 3_600 + 59), "+2d 3h"],
  ])("%i seconds are %s", (seconds, text) => {
    expect(formatRemaining(seconds)).toBe(text);
  });

  it("never writes a minus", () => {
    for (let s = -200_000; s <= 200_000; s += 997) expect(formatRemaining(s)).not.toContain("-");
  });
});

describe("due times", () => {
  const now = at("Mon 14:32");
  it.each([
    ["Mon 14:38", "UTC", "14:38"],
    ["Tue 09:26", "UTC", "Tue 09:26"],
    ["Mon 21:38", "America/New_York", "16:38"],
    ["Tue 03:00", "America/New_York", "22:00"],
    ["Mon 20:00", "Asia/Kolkata", "Tue 01:30"],
  ])("%s UTC is told in %s as %s", (when, zone, text) => {
    expect(formatInstant(at(when), now, zone)).toBe(text);
  });

  it("carry the date beyond a week, and the year beyond most of one", () => {
    expect(formatInstant(now + 14 * 86_400, now, "UTC")).toBe("7 Dec 14:32");
    expect(formatInstant(now - 400 * 86_400, now, "UTC")).toBe("19 Oct 2025");
  });
});

it("ages and meters are short", () => {
  expect([45, 720, 7 * 3_600 + 300, 2 * 86_400 + 3 * 3_600].map(formatAge)).toEqual(["45s", "12m", "7h 05m", "2d 3h"]);
  expect(formatMeter(26 * 60 + 24)).toBe("26:24");
});

it("counts are exact as long as a wall has room for them", () => {
  expect([0, 5_000, 99_999, 123_456, 1_234_567].map(formatCount)).toEqual(["0", "5,000", "99,999", "123.5K", "1.2M"]);
});
