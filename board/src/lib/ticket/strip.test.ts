import { describe, expect, it } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { clock, wall } from "./clock.fixture.ts";
import { stretchesOf, stripOf } from "./strip.ts";

const told = (c: ReturnType<typeof clock>, now: string) =>
  stretchesOf(c, at(now)).map(({ kind, from, until }) => [kind, from - at("Mon 00:00"), until - at("Mon 00:00")]);
const of = (kind: string, from: string, until: string) => [
  kind,
  at(from) - at("Mon 00:00"),
  at(until) - at("Mon 00:00"),
];

describe("the strip draws every stretch of a clock's life", () => {
  it("shows what was counted, and what is still ahead until due", () => {
    expect(told(clock(), "Mon 14:35")).toEqual([
      of("counted", "Mon 13:38", "Mon 14:32"),
      of("counted", "Mon 14:32", "Mon 14:35"),
      of("ahead", "Mon 14:35", "Mon 14:38"),
    ]);
  });
  it("shows the night between the promise and its due time as closed", () => {
    const c = clock({ dueAt: wall("Tue 09:00"), remainingSeconds: 12_480 });
    expect(told(c, "Mon 14:32")).toEqual([
      of("counted", "Mon 13:38", "Mon 14:32"),
      of("ahead", "Mon 14:32", "Mon 17:30"),
      of("closed", "Mon 17:30", "Tue 08:30"),
      of("ahead", "Tue 08:30", "Tue 09:00"),
    ]);
  });
  it("marks what was counted after due as late", () => {
    const c = clock({ state: "ENDED", segments: [["Mon 13:38", "Mon 15:00", "COUNTED"]] });
    expect(told(c, "Tue 10:00")).toEqual([
      of("counted", "Mon 13:38", "Mon 14:38"),
      of("late", "Mon 14:38", "Mon 15:00"),
    ]);
  });
  it("keeps a pause a pause, whatever the due time", () => {
    const c = clock({
      state: "PAUSED",
      segments: [
        ["Mon 13:38", "Mon 14:00", "COUNTED"],
        ["Mon 14:00", "Mon 15:00", "PAUSED"],
      ],
    });
    expect(told(c, "Mon 15:00").map(([kind]) => kind)).toEqual(["counted", "paused"]);
    expect(told(c, "Mon 15:30").at(-1)).toEqual(of("paused", "Mon 15:00", "Mon 15:30"));
  });
  it("fills the strip from end to end, the due mark inside", () => {
    const strip = stripOf(clock({ dueAt: wall("Tue 09:00") }), at("Mon 14:32"));
    const last = strip.pieces.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1);
    expect(strip.due).toBeCloseTo(1);
    expect(strip.now).toBeGreaterThan(0);
    expect(strip.ticks.map(({ at: tick }) => tick)).toContain(at("Mon 13:38"));
  });
});
