import { describe, expect, it } from "vitest";
import { inputOf, newDraft, stepTime, tidyTime, unsendable, withDated } from "./draft.ts";

describe("a draft as it is sent", () => {
  const draft = { ...newDraft("America/New_York"), code: "north" };

  it("holds from now on unless a wall time of its zone is stated", () => {
    expect(inputOf(draft).effectiveFrom).toBeNull();
    expect(inputOf({ ...draft, from: "2026-12-01T08:00" }).effectiveFrom).toBe("2026-12-01T13:00:00Z");
    expect(inputOf({ ...draft, from: "2026-07-01T08:00" }).effectiveFrom).toBe("2026-07-01T12:00:00Z");
    expect(inputOf({ ...draft, from: "2026-12-01T08:00", timeZone: "Asia/Kolkata" }).effectiveFrom).toBe(
      "2026-12-01T02:30:00Z",
    );
  });

  it("cannot be sent with half a date; a zone that nobody knows is left to the desk to refuse", () => {
    expect(unsendable({ from: "", timeZone: "UTC" })).toHaveLength(1);
    expect(unsendable({ from: "2026-12-01T08:00", timeZone: "Mars/Olympus" })).toEqual([]);
    expect(unsendable({ from: "2026-12-01T08:00", timeZone: "UTC" })).toEqual([]);
    expect(unsendable({ from: null, timeZone: "Mars/Olympus" })).toEqual([]);
  });

  it("is open Monday to Friday in all seven days of a week", () => {
    expect(inputOf(draft).week.map(({ day, windows }) => day * 10 + windows.length)).toEqual([
      11, 21, 31, 41, 51, 60, 70,
    ]);
  });
});

it("a holiday goes where its date belongs", () => {
  const dates = ["2026-12-24", "2027-01-01", "2026-01-01", "2026-12-25"];
  const list = dates.reduce((all, date) => withDated(all, { date }), [{ date: "2026-11-26" }, { date: "2026-12-25" }]);
  expect(list.map(({ date }) => date)).toEqual([
    ...["2026-01-01", "2026-11-26", "2026-12-24", "2026-12-25", "2026-12-25", "2027-01-01"],
  ]);
});

describe("a time as it is typed", () => {
  it.each([
    ["9", "09:00"],
    ["0930", "09:30"],
    ["930", "09:30"],
    ["17.30", "17:30"],
    [" 8:15 ", "08:15"],
    ["24", "24:00"],
    ["noon", "noon"],
    ["", ""],
    ["08:30:15", "08:30:15"],
  ])("%j is tidied to %j", (typed, time) => expect(tidyTime(typed)).toBe(time));

  it.each([
    ["08:30", 1, "08:45"],
    ["08:30", -1, "08:15"],
    ["08:31", -1, "08:30"],
    ["23:59", 1, "24:00"],
    ["24:00", 1, "24:00"],
    ["00:00", -1, "00:00"],
    ["noon", 1, "noon"],
  ] as const)("%s goes by %i to %s", (from, by, to) => expect(stepTime(from, by)).toBe(to));
});
