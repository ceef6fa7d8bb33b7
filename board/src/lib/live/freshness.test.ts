import { describe, expect, it } from "vitest";
import { ageOf, freshnessOf, hear } from "./freshness.ts";

const message = (now: string, pulseAt: string, more: { rate?: number; sandbox?: boolean } = {}) => ({
  pulseAt: `2026-11-23T${pulseAt}Z`,
  clock: { now: `2026-11-23T${now}Z`, rate: more.rate ?? 1, sandbox: more.sandbox ?? false },
});

describe("the age of a board", () => {
  it("is that of the desk's pulse, not of the last frame: an open socket before a dead worker is stale", () => {
    const heard = hear(null, message("12:00:40", "12:00:05"), 100);
    expect(ageOf(heard, 101)).toBe(36);
    expect(freshnessOf(ageOf(heard, 101))).toBe("stale");
  });

  it("grows with the silence since the last message", () => {
    const heard = hear(null, message("12:00:02", "12:00:01"), 100);
    expect([105, 109, 115, 129, 135].map((now) => freshnessOf(ageOf(heard, now)))).toEqual([
      "live",
      "live",
      "late",
      "late",
      "stale",
    ]);
  });

  it("is taken as it is, not rounded: past thirty seconds it is stale, however little", () => {
    const heard = hear(null, message("12:00:00", "12:00:00"), 100.6);
    expect([110.6, 110.7, 130.6, 130.7].map((now) => freshnessOf(ageOf(heard, now)))).toEqual([
      "live",
      "late",
      "late",
      "stale",
    ]);
  });

  it("in a sandbox does not depend on its clock, standing or far away", () => {
    const sandbox = { rate: 0, sandbox: true };
    let heard = hear(null, message("01:00:00", "12:00:01", sandbox), 100);
    heard = hear(heard, message("01:00:00", "12:00:06", sandbox), 105);
    expect(freshnessOf(ageOf(heard, 106))).toBe("live");
  });

  it("in a sandbox counts from when its pulse last moved", () => {
    const sandbox = { rate: 600, sandbox: true };
    let heard = hear(null, message("01:00:00", "12:00:01", sandbox), 100);
    for (let machine = 105; machine <= 135; machine += 5)
      heard = hear(heard, message("02:00:00", "12:00:01", sandbox), machine);
    expect(freshnessOf(ageOf(heard, 136))).toBe("stale");
  });

  it("is not fooled by a pulse from a clock that goes before", () => {
    let heard = hear(null, message("12:00:00", "12:10:00"), 100);
    for (let machine = 105; machine <= 135; machine += 5) heard = hear(heard, message("12:00:30", "12:10:00"), machine);
    expect(freshnessOf(ageOf(heard, 136))).toBe("stale");
  });
});
