import { describe, expect, it } from "vitest";
import { at, workingWeek } from "./as-on-the-wall.ts";
import { isClosed, isOpen, openBetween, opensAt, type Reading, remainingAt, standingAt } from "./countdown.ts";

const minutes = (n: number) => n * 60;
const reading = (more: Partial<Reading> = {}): Reading => ({
  state: "RUNNING",
  standing: "ON_TRACK",
  remaining: minutes(60),
  asOf: at("Mon 17:00"),
  atRiskRemaining: minutes(15),
  periods: workingWeek,
  ...more,
});

describe("a countdown knows closing time", () => {
  it.each([
    ["runs while the doors are open", "Mon 17:10", 50],
    ["stands from 17:30 on", "Mon 17:30", 30],
    ["has not moved at midnight, with the network cut", "Tue 00:00", 30],
    ["starts again at 08:30 by itself", "Tue 08:31", 29],
    ["passes its due instant next morning", "Tue 09:01", -1],
    ["shows what was said until desk time has come to it", "Mon 16:59", 60],
  ])("%s", (_, now, left) => {
    expect(remainingAt(reading(), at(now))).toBe(minutes(left));
  });

  it("goes on over the week-end without counting it", () => {
    expect(remainingAt(reading({ asOf: at("Fri 17:00") }), at("Sun 12:00"))).toBe(minutes(30));
  });

  it("counts every second for a promise in elapsed time", () => {
    expect(remainingAt(reading({ periods: null }), at("Mon 18:30"))).toBe(minutes(-30));
  });

  it("stands while the clock is paused", () => {
    expect(remainingAt(reading({ state: "PAUSED" }), at("Tue 12:00"))).toBe(minutes(60));
  });

  it("has nothing to show where nothing was promised", () => {
    expect(remainingAt(reading({ state: "NO_TARGET", remaining: null }), at("Tue 12:00"))).toBeNull();
  });
});

describe("the standing shown between two messages", () => {
  const due = at("Mon 16:00");
  const clock = reading({ asOf: at("Mon 15:00") });
  it.each([
    ["on track sixteen minutes before", due - 960, "ON_TRACK"],
    ["at risk fifteen minutes before", due - 900, "AT_RISK"],
    ["still in time in the due second", due, "AT_RISK"],
    ["breached one second later", due + 1, "BREACHED"],
  ] as const)("%s", (_, now, standing) => {
    expect(standingAt(clock, now)).toBe(standing);
  });

  it("keeps a breach that happened, also while paused", () => {
    expect(standingAt(reading({ standing: "BREACHED", state: "PAUSED", remaining: -60 }), at("Tue 09:00"))).toBe(
      "BREACHED",
    );
  });

  it("lets a paused clock neither become at risk nor breach", () => {
    expect(standingAt(reading({ state: "PAUSED" }), at("Fri 17:00"))).toBe("ON_TRACK");
  });
});

describe("open periods", () => {
  it("are half-open: 08:30 is open, 17:30 is not", () => {
    expect(["Mon 08:29:59", "Mon 08:30", "Mon 17:29:59", "Mon 17:30"].map((t) => isOpen(workingWeek, at(t)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("name the next opening, and none while open or beyond what is known", () => {
    expect(opensAt(workingWeek, at("Mon 20:00"))).toBe(at("Tue 08:30"));
    expect(opensAt(workingWeek, at("Mon 10:00"))).toBeNull();
    expect(opensAt(workingWeek, at("Sat 10:00"))).toBeNull();
  });

  it("add up over several days", () => {
    expect(openBetween(workingWeek, at("Mon 17:00"), at("Wed 09:00"))).toBe(minutes(30 + 540 + 30));
  });

  it("make the digits stand only for a clock that would run", () => {
    expect(isClosed(reading(), at("Mon 18:00"))).toBe(true);
    expect(isClosed(reading({ state: "PAUSED" }), at("Mon 18:00"))).toBe(false);
    expect(isClosed(reading({ periods: null }), at("Mon 18:00"))).toBe(false);
  });
});
