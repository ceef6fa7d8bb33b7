import { describe, expect, test } from "vitest";
import { Pace } from "./pace.ts";

const share = { of: 0.5, burstMs: 1, atOnce: 3 };
/** Time that is worked away, as answering does. */
const work = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe("the answers of one key go on in slices", () => {
  test("a few at once, then whatever else there is, in the order in which they came", async () => {
    const pace = new Pace(() => false, share);
    const done: string[] = [];
    const all = Array.from({ length: 10 }, (_, i) => pace.turn().then(() => done.push(`noisy ${i}`)));
    setImmediate(() => done.push("another"));
    await Promise.all(all);
    expect(done.indexOf("another")).toBeLessThanOrEqual(6);
    expect(done.filter((d) => d !== "another")).toEqual(Array.from({ length: 10 }, (_, i) => `noisy ${i}`));
    while (!pace.isIdle) await new Promise((turn) => setImmediate(turn));
  });

  const takes = async (othersAsk: boolean) => {
    const pace = new Pace(() => othersAsk, share);
    const began = performance.now();
    await Promise.all(Array.from({ length: 30 }, () => pace.turn().then(() => work(1))));
    return performance.now() - began;
  };

  test("while others ask, with pauses: it takes no more than its share of the time", async () => {
    // ten slices of 3 ms, and a pause of a burst's worth after each but the last
    expect(await takes(true)).toBeGreaterThan(30 + 9 * (share.burstMs / share.of - 1));
  });

  test("while nobody does, without", async () => {
    let pauses = 0;
    const pace = new Pace(() => {
      pauses += 1;
      return false;
    }, share);
    await Promise.all(Array.from({ length: 9 }, () => pace.turn().then(() => work(2))));
    expect(pauses).toBeGreaterThan(0); // it asked, and went on
  });
});
