import { describe, expect, test } from "vitest";
import type { Instant } from "./time.ts";
import { type CountedAs, countedAs, type ShownClock, shownClock } from "./wall-row.ts";

const clock = (name: string, dueAt: number | null, more: Partial<ShownClock> = {}) => ({
  name,
  state: "RUNNING" as const,
  standing: "ON_TRACK" as const,
  target: { commitment: "CONTRACTUAL" as const },
  dueAt: dueAt as Instant | null,
  ...more,
});
const internal = { target: { commitment: "INTERNAL" as const } };

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
    const over = [clock("met", 100, { state: "ENDED" }), clock("none", null, { state: "NO_TARGET", target: null })];
    expect(shownClock([...over, clock("resolution", 900, internal)])?.name).toBe("resolution");
    expect(shownClock(over)).toBeNull();
  });

  test("has a due instant if any of them has", () => {
    expect(shownClock([clock("paused", null, { state: "PAUSED" }), clock("response", 500)])?.name).toBe("response");
  });
});

describe("each ticket is counted once", () => {
  test.each<[string, ShownClock["state"], ShownClock["standing"], CountedAs]>([
    ["breached", "RUNNING", "BREACHED", "breached"],
    ["breached and paused", "PAUSED", "BREACHED", "breached"],
    ["paused and at risk", "PAUSED", "AT_RISK", "paused"],
    ["paused", "PAUSED", "ON_TRACK", "paused"],
    ["at risk outside hours", "CLOSED_HOURS", "AT_RISK", "atRisk"],
    ["on track", "RUNNING", "ON_TRACK", "onTrack"],
  ])("%s", (_, state, standing, expected) => {
    expect(countedAs({ state, standing })).toBe(expected);
  });

  test("without an open clock it is on track", () => {
    expect(countedAs(null)).toBe("onTrack");
  });
});
