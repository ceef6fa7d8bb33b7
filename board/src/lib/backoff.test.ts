import { expect, test } from "vitest";
import { backoff } from "./backoff.ts";

test("attempts come ever more rarely, spread by chance, and never so rarely that a desk's return goes unnoticed for ten seconds", () => {
  expect([0, 1, 2, 3, 4, 50].map((tries) => backoff(tries, 0.5))).toEqual([500, 1_000, 2_000, 4_000, 6_000, 6_000]);
  expect([backoff(0, 0), backoff(0, 1), backoff(50, 0), backoff(50, 1)]).toEqual([250, 750, 3_000, 9_000]);
});
