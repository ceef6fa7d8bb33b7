import { describe, expect, test } from "vitest";
import { draftOf, faultOfWeek, hoursOf, isWithin, mondayOf, movedBy, sameWeek, spanOf, weekOf } from "./week.ts";

const zone = "America/New_York";
const at = (text: string) => Date.parse(text) / 1_000;
const shift = (day: string, from: string, until: string) => ({ day, from, until });

test("a week begins on Monday, also that in which the clocks change", () => {
  expect(mondayOf("2026-11-30")).toBe("2026-11-30");
  expect(mondayOf("2026-12-06")).toBe("2026-11-30");
  const { from, until } = weekOf("2026-10-26", zone);
  expect([from, until]).toEqual([at("2026-10-26T04:00:00Z"), at("2026-11-02T05:00:00Z")]);
});

describe("a shift on the desk's clock", () => {
  test.each([
    [shift("2026-12-01", "08:30", "17:00"), "2026-12-01T13:30:00Z", "2026-12-01T22:00:00Z"],
    [shift("2026-12-01", "16:00", "24:00"), "2026-12-01T21:00:00Z", "2026-12-02T05:00:00Z"],
    [shift("2026-12-01", "22:00", "06:00"), "2026-12-02T03:00:00Z", "2026-12-02T11:00:00Z"],
  ])("%o has its instants, and is told as it was typed", (draft, from, until) => {
    const span = spanOf(draft, zone);
    expect(span).toEqual({ from: at(from), until: at(until) });
    expect(span && draftOf(span, zone)).toEqual(draft);
  });
  test("that is no time is told", () => {
    expect(faultOfWeek([shift("2026-12-01", "8", "17:00")], zone)?.at).toBe(0);
    expect(faultOfWeek([shift("2026-12-01", "22:00", "06:00"), shift("2026-12-02", "05:00", "09:00")], zone)).toEqual({
      at: 1,
      message: "This overlaps another shift of theirs.",
    });
    expect(
      faultOfWeek([shift("2026-12-01", "08:00", "12:00"), shift("2026-12-01", "12:00", "16:00")], zone),
    ).toBeNull();
  });
});

test("last week's shifts stand at the same time on the wall, though clocks changed in between", () => {
  const [moved] = movedBy([shift("2026-10-30", "09:00", "17:00")], 7);
  expect(moved).toEqual(shift("2026-11-06", "09:00", "17:00"));
  expect(hoursOf([shift("2026-11-01", "00:00", "08:00")], zone)).toBe(9); // the hour that is shown twice
});

test("an appointment lies within shifts, also where one follows on the other", () => {
  const shifts = [
    { from: 100, until: 200 },
    { from: 200, until: 300 },
  ];
  expect(isWithin({ from: 150, until: 250 }, shifts)).toBe(true);
  expect(isWithin({ from: 250, until: 301 }, shifts)).toBe(false);
});

test("weeks are compared by what they say, not by their order", () => {
  const [a, b] = [shift("2026-12-01", "08:00", "12:00"), shift("2026-12-02", "08:00", "12:00")];
  expect(sameWeek([a, b], [b, a])).toBe(true);
  expect(sameWeek([a], [a, b])).toBe(false);
});
