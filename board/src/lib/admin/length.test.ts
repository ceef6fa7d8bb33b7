import { describe, expect, it } from "vitest";
import { lengthText, readDays, readLength } from "./length.ts";

describe("lengths as people write them", () => {
  it.each([
    ["1 h 30 min", 5_400],
    ["1h30m", 5_400],
    ["1:30", 5_400],
    ["1.5 hours", 5_400],
    ["1,5 h", 5_400],
    ["90 min", 5_400],
    [" 2 hrs. ", 7_200],
    ["45 s", 45],
    ["1 H 5 Min 3 sec", 3_903],
    ["0", 0],
    ["0 min", 0],
    ["24 h", 86_400],
  ])("%j is %d seconds", (text, value) => expect(readLength(text)).toEqual({ value }));

  it.each([
    ["", /State a length/],
    ["30", /30 min or 30 h/],
    ["1 day", /24 h/],
    ["2d", /hours/],
    ["soon", /like 1 h 30 min/],
    ["1 h 30", /like 1 h 30 min/],
    ["-1 h", /like 1 h 30 min/],
    ["1:75", /like 1 h 30 min/],
    ["0.0001 h", /whole seconds/],
    ["999999999 h", /too long/],
  ])("%j is asked about", (text, said) => expect(readLength(text)).toEqual({ fault: expect.stringMatching(said) }));

  it.each([0, 30, 60, 90, 3_600, 5_400, 3_903, 86_400, 360_000])("%d seconds reads back as it was written", (value) => {
    expect(readLength(lengthText(value))).toEqual({ value });
  });
  it("is written in hours, minutes and seconds, without those that are none", () => {
    expect([5_400, 86_400, 90, 0].map(lengthText)).toEqual(["1 h 30 min", "24 h", "1 min 30 s", "0 min"]);
  });
});

describe("operating days", () => {
  it.each([
    ["3", 3],
    ["1 day", 1],
    ["2d", 2],
    ["3 operating days", 3],
  ])("%j is %d", (text, value) => expect(readDays(text)).toEqual({ value }));
  it.each(["", "1.5", "3 h", "a week"])("%j is asked about", (text) => expect(readDays(text)).toHaveProperty("fault"));
});
