import { describe, expect, test } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { agoWords, endIn, endWords } from "./ends.ts";

const text = (instant: number) => new Date(instant * 1_000).toISOString();
const now = at("Tue 12:00");

test("an end is so many days from now, or never", () => {
  expect(endIn("90", now)).toBe("2027-02-22T12:00:00Z");
  expect(endIn("", now)).toBeNull();
});

describe("when something was last there", () => {
  test.each([
    [null, "never"],
    [text(now - 60), "just now"],
    [text(now + 60), "just now"],
    [text(now - 3_600), "1h 00m ago"],
    [text(now - 3 * 86_400), "3 days ago"],
  ])("%s is told as %s", (then, told) => expect(agoWords(then, now)).toBe(told));
});

describe("a key's end", () => {
  test.each([
    [null, "no end", false],
    [text(now + 3_600), "in 1h 00m", true],
    [text(now + 13 * 86_400), "in 13 days", true],
    [text(now + 80 * 86_400), "in 80 days", false],
    [text(now - 86_400), "ended 1d 0h ago", false],
  ])("%s is told as %s", (end, told, soon) => expect(endWords(end, now)).toEqual({ text: told, soon }));
});
