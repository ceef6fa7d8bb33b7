import { expect, it } from "vitest";
import { readNumber } from "./ticket-number.ts";

it.each([
  ["4790", 4790],
  [" 007 ", 7],
  ["2147483647", 2_147_483_647],
  ["2147483648", null],
  ["99999999999999", null],
  ["0", null],
  ["-1", null],
  ["1e3", null],
  ["0x10", null],
  ["47.5", null],
  ["abc", null],
  ["", null],
])("%j is the ticket %s", (text, number) => {
  expect(readNumber(text)).toBe(number);
});
