import { describe, expect, test } from "vitest";
import type { Instant } from "./time.ts";
import { type CountedAs, countedAs, type ShownClock, shownClock } from "./wall-row.ts";

const clock = (name: string, dueAt: number | null, more: { [key in keyof ShownClock]?: number | string } = {}) => ({
  name,
  ...({ pausedAt: null, breachedAt: null, endedAt: null, commitment: "CONTRACTUAL", ...more } as Omit<
    ShownClock,
    "dueAt"
  >),
  dueAt: dueAt as Instant | null,
});
const internal = { commitment: "INTERNAL" };

describe("the clock a row shows", () => {
  test("is the open one that is due first", () => {
    expect(shownClock([clock("resolution", 900, internal), clock("response", 500)])?.name).toBe("response");
    expect(shownClock([clock("resolution", 400, internal), clock("response", 500)])?.name).toBe("resolution");
  });

  test("is the contractual one on a tie", () => {
    expect(shownClock([clock("next", 500, internal), clock("response", 500)])?.name).toBe("response");
    expect(shownClock([clock("response", 500), clock("next", 500, internal)])?.name).toBe("response");
  });

  test("is never one that has ended or has no target", () => {
    const over = [clock("met", 100, { endedAt: 90 }), clock("none", null)];
    expect(shownClock([...over, clock("resolution", 900, internal)])?.name).toBe("resolution");
    expect(shownClock(over)).toBeNull();
  });

  test("is one that runs, though one that stands still would have been due before", () => {
    expect(shownClock([clock("resolution", 400, { pausedAt: 300 }), clock("next", 500)])?.name).toBe("next");
    expect(shownClock([clock("next", 500), clock("resolution", 400, { pausedAt: 300 })])?.name).toBe("next");
  });

  test("is one that was late before it stood still", () => {
    const late = clock("resolution", 400, { pausedAt: 450, breachedAt: 401 });
    expect(shownClock([clock("next", 500), late])?.name).toBe("resolution");
  });

  test("is the one that stands still where no other runs", () => {
    expect(shownClock([clock("none", null), clock("resolution", 400, { pausedAt: 300 })])?.name).toBe("resolution");
  });
});

describe("each ticket is counted once", () => {
  test.each<[string, "ON_TRACK" | "AT_RISK" | "BREACHED", boolean, CountedAs]>([
    ["breached", "BREACHED", false, "breached"],
    ["breached and paused", "BREACHED", true, "breached"],
    ["paused and at risk", "AT_RISK", true, "paused"],
    ["paused", "ON_TRACK", true, "paused"],
    ["at risk", "AT_RISK", false, "atRisk"],
    ["on track", "ON_TRACK", false, "onTrack"],
  ])("%s", (_, standing, paused, expected) => {
    expect(countedAs(standing, paused)).toBe(expected);
  });
});
