import { describe, expect, it } from "vitest";
import { count, movedBy } from "./moves.ts";

const at = (time: string | null) => (time ? `2026-11-30T${time}:00Z` : null);

describe("how a due instant moves", () => {
  it.each([
    ["14:00", "16:30", "2h 30m later"],
    ["14:00", "13:15", "45m earlier"],
    ["14:00", "14:00", "unchanged"],
    ["14:00", null, "no due time any more"],
    [null, "14:00", "now has a due time"],
  ])("from %s to %s is %s", (before, after, words) => {
    expect(movedBy({ dueBefore: at(before), dueAfter: at(after) })).toBe(words);
  });

  it("counts in words that a person would say", () => {
    expect([count(0, "clock"), count(1, "clock"), count(2_041, "clock")]).toEqual([
      "0 clocks",
      "1 clock",
      "2,041 clocks",
    ]);
  });
});
