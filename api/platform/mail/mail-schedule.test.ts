import { describe, expect, test } from "vitest";
import { afterSending } from "./mail-schedule.ts";

const notNow = { kind: "NOT_NOW", error: "connection refused" } as const;
const rests = (chance: number) => {
  const all: number[] = [];
  for (let tries = 1; ; tries++) {
    const { rest } = afterSending(notNow, tries, chance);
    if (rest === null) return all;
    all.push(rest);
  }
};

describe("a letter", () => {
  test("that a server has is sent; one that was refused for good comes back at once", () => {
    expect(afterSending({ kind: "SENT" }, 1, 0.5)).toEqual({ state: "SENT", rest: null });
    expect(afterSending({ kind: "REFUSED", error: "550 no such user" }, 1, 0.5)).toEqual({
      state: "BOUNCED",
      rest: null,
    });
  });

  test("that nobody takes is tried again after a minute, ever more rarely, and given up after two days", () => {
    const all = rests(0.5);
    expect(all[0]).toBe(60);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    const hours = all.reduce((sum, rest) => sum + rest, 0) / 3_600;
    expect(hours).toBeGreaterThan(47);
    expect(hours).toBeLessThan(49);
    expect(afterSending(notNow, all.length + 1, 0.5)).toEqual({ state: "FAILED", rest: null });
  });

  test("rests a fifth shorter or longer, by chance", () => {
    expect([rests(0)[0], rests(1)[0]]).toEqual([48, 72]);
  });
});
