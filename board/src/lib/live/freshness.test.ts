import { describe, expect, it } from "vitest";
import { ageOf, freshnessOf, hear } from "./freshness.ts";

const message = (pulseAt: string, pulseAgeSeconds: number) => ({
  pulseAt: `2026-11-23T${pulseAt}Z`,
  pulseAgeSeconds,
});

describe("the age of a board", () => {
  it("is that of the desk's pulse, not of the last frame: an open socket before a dead worker is stale", () => {
    const heard = hear(null, message("12:00:05", 35), 100);
    expect(ageOf(heard, 101)).toBe(36);
    expect(freshnessOf(ageOf(heard, 101))).toBe("stale");
  });

  it("grows with the silence since the last message", () => {
    const heard = hear(null, message("12:00:01", 1), 100);
    expect([105, 109, 115, 129, 135].map((now) => freshnessOf(ageOf(heard, now)))).toEqual([
      "live",
      "live",
      "late",
      "late",
      "stale",
    ]);
  });

  it("is taken as it is, not rounded: past thirty seconds it is stale, however little", () => {
    const heard = hear(null, message("12:00:00", 0), 100.6);
    expect([110.6, 110.7, 130.6, 130.7].map((now) => freshnessOf(ageOf(heard, now)))).toEqual([
      "live",
      "late",
      "late",
      "stale",
    ]);
  });

  it("moves with the pulse", () => {
    let heard = hear(null, message("12:00:01", 1.5), 100);
    heard = hear(heard, message("12:00:06", 0.5), 105);
    expect(ageOf(heard, 106)).toBe(1.5);
  });

  it("is not fooled by a pulse from a clock that goes before", () => {
    let heard = hear(null, message("12:10:00", -600), 100);
    for (let machine = 105; machine <= 135; machine += 5) heard = hear(heard, message("12:10:00", -570), machine);
    expect(freshnessOf(ageOf(heard, 136))).toBe("stale");
  });
});
