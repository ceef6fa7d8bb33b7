import { describe, expect, test } from "vitest";
import { compareVersions, isA, isCurrent } from "./versions.ts";

describe("versions", () => {
  test.each<[string, string, -1 | 0 | 1 | null]>([
    ["10.6", "10.13", -1],
    ["10.13.6", "10.13", 1],
    ["10.13.0", "10.13", 0],
    ["11", "10.13", 1],
    ["8.1", "8", 1],
    ["11 24H2", "11 23H2", 1],
    ["2012", "2012 R2", -1],
    ["Sequoia", "15", null],
  ])("%s beside %s", (a, b, expected) => {
    const difference = compareVersions(a, b);
    expect(difference === null ? null : Math.sign(difference)).toBe(expected);
  });

  test("10.13.6 is a 10.13, and 10.15 is not a 10.1", () => {
    expect(isA("10.13.6", "10.13")).toBe(true);
    expect(isA("10.15", "10.1")).toBe(false);
    expect(isA("10", "10.15")).toBe(false);
    expect(isA("anything", "no number")).toBe(false);
  });

  test("people say current in several ways", () => {
    expect(["Current", "latest ", "up to date"].every(isCurrent)).toBe(true);
    expect(isCurrent("15")).toBe(false);
  });
});
