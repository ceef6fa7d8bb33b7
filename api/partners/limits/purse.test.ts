import { describe, expect, test } from "vitest";
import type { Viewer } from "../../platform/viewer.ts";
import { BUDGETS } from "./constants.ts";
import { Purses } from "./purse.ts";

const key = (id: string, kind: Viewer["kind"] = "PARTNER") => ({ kind, id, partnerId: "partner" }) as Viewer;
const budgets = {
  ...BUDGETS,
  reserve: { maximum: 100, restorePerSecond: 10 },
  pool: { maximum: 50, restorePerSecond: 20 },
};
const desk = () => {
  let ms = 0;
  const purses = new Purses(budgets, () => ms);
  return {
    purses,
    wait: (seconds: number) => {
      ms += seconds * 1000;
    },
  };
};

describe("a key spends its own reserve first, then what the partner's keys share", () => {
  test("and never another's reserve", () => {
    const { purses } = desk();
    expect(purses.spend(key("a"), 150)).toHaveProperty("spent");
    expect(purses.spend(key("a"), 1)).toEqual({ retryAfterSeconds: 1 });
    expect(purses.throttle(key("b"))).toEqual({ maximum: 150, available: 100, restorePerSecond: 30 });
    expect(purses.spend(key("b"), 100)).toHaveProperty("spent");
    expect(purses.spend(key("b"), 30)).toEqual({ retryAfterSeconds: 1 });
  });

  test("is told when enough will have flown in, also where one of the two is full before", () => {
    const { purses, wait } = desk();
    purses.spend(key("a"), 150);
    expect(purses.spend(key("a"), 30)).toEqual({ retryAfterSeconds: 1 });
    expect(purses.spend(key("a"), 130)).toEqual({ retryAfterSeconds: 8 });
    wait(8);
    expect(purses.spend(key("a"), 130)).toHaveProperty("spent");
  });

  test("what an operation did not cost goes back to where it came from", () => {
    const { purses } = desk();
    const paid = purses.spend(key("a"), 140);
    if (!("spent" in paid)) throw new Error("it was there");
    purses.giveBack(key("a"), paid.spent, 90);
    expect(purses.throttle(key("a")).available).toBe(100);
    expect(purses.throttle(key("b")).available).toBe(150);
  });

  test("a subscription's messages may be owed; then nothing can be spent until that has flown in", () => {
    const { purses, wait } = desk();
    purses.owe(key("a"), 170);
    expect(purses.throttle(key("a")).available).toBe(0);
    wait(1);
    expect(purses.throttle(key("b")).available).toBe(100); // the pool still owes nothing but its own
    expect(purses.throttle(key("a")).available).toBe(10);
  });
});
