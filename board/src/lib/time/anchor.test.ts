import { describe, expect, it } from "vitest";
import { type Anchor, deskNow, reanchor, untilNextTick } from "./anchor.ts";
import { at } from "./as-on-the-wall.ts";

const noon = at("Mon 12:00") * 1_000;
const heard = (now: number, rate = 1) => ({ now, rate });
const start = (rate = 1): Anchor => reanchor(null, heard(noon, rate), 50_000);

describe("the desk's clock on a screen", () => {
  it("is carried on by the machine's monotonic clock, whatever the machine's calendar says", () => {
    expect(deskNow(start(), 50_000 + 45_000)).toBe(noon + 45_500);
  });

  it("begins in the middle of the second that was heard, so that it is never a whole second off", () => {
    expect(deskNow(start(), 50_000)).toBe(noon + 500);
    expect(deskNow(start(0), 50_000)).toBe(noon);
  });

  it("stands in a standing sandbox and runs 600 times in a replay", () => {
    expect(deskNow(start(0), 99_000)).toBe(noon);
    expect(deskNow(start(600), 51_000)).toBe(noon + 600_500);
  });

  it("is left alone by a message that says the second it is in", () => {
    const after = reanchor(start(), heard(noon + 5_000), 55_200);
    expect(deskNow(after, 55_200)).toBe(noon + 5_700);
    expect(after.slew).toBe(0);
  });

  it("takes up a small difference slowly, so that digits never run backwards", () => {
    const fast = reanchor(null, heard(noon + 1_500), 50_000);
    const after = reanchor(fast, heard(noon), 50_100);
    let before = deskNow(after, 50_100);
    for (let machine = 50_200; machine < 80_000; machine += 100) {
      const now = deskNow(after, machine);
      expect(now).toBeGreaterThan(before);
      before = now;
    }
    expect(before - noon - (79_900 - 50_100)).toBeCloseTo(999, 0);
  });

  it("jumps at once when the difference is large or the rate was changed", () => {
    expect(deskNow(reanchor(start(), heard(noon + 3_600_000), 51_000), 51_000)).toBe(noon + 3_600_500);
    expect(reanchor(start(), heard(noon + 1_200, 600), 51_000)).toEqual({
      desk: noon + 1_700,
      machine: 51_000,
      rate: 600,
      slew: 0,
    });
  });

  it("goes back when a sandbox is set anew", () => {
    expect(deskNow(reanchor(start(), heard(noon - 86_400_000), 51_000), 51_000)).toBe(noon - 86_399_500);
  });
});

describe("the tick", () => {
  it("comes on the second boundary of the desk, not of the page", () => {
    expect(untilNextTick(start(), 50_300)).toBeCloseTo(204);
  });

  it("comes four times a second in a fast replay, and never while the clock stands", () => {
    expect(untilNextTick(start(600), 50_300)).toBe(250);
    expect(untilNextTick(start(0), 50_300)).toBeNull();
  });
});
