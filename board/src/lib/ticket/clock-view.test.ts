import { describe, expect, it } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { clock, wall } from "./clock.fixture.ts";
import { viewClock } from "./clock-view.ts";

describe("the clock of a ticket tells what is promised and how it stands", () => {
  it("counts down to its due time, which names day and zone", () => {
    const view = viewClock(clock(), at("Mon 14:32"));
    expect([view.time, view.state, view.due]).toEqual(["06:00", "left", "due Mon 14:38 UTC"]);
    expect(view.tone).toBe("at-risk");
  });
  it("is in time in the due second and late in the next", () => {
    expect(viewClock(clock(), at("Mon 14:38")).state).toBe("left");
    const late = viewClock(clock(), at("Mon 14:38:01"));
    expect([late.time, late.state, late.tone]).toEqual(["+00:01", "late", "breached"]);
  });
  it("is not closed because the page's clock is a second behind the message", () => {
    const periods = [{ from: wall("Mon 14:32"), until: wall("Mon 17:30") }];
    expect(viewClock(clock({ openPeriods: periods }), at("Mon 14:31:59")).note).toBe("");
  });
  it("stands still at closing and says when it goes on and how much is left then", () => {
    const view = viewClock(clock({ dueAt: wall("Tue 08:40"), remainingSeconds: 3 * 3_600 + 8 * 60 }), at("Mon 22:00"));
    expect(view.time).toBe("10:00");
    expect(view.note).toBe("closed now, resumes Tue 08:30, then 10:00 of working time left");
  });
  it("shows a breached clock that waits as both late and paused", () => {
    const view = viewClock(
      clock({ state: "PAUSED", standing: "BREACHED", pausedReason: "REQUESTER", remainingSeconds: -252 }),
      at("Mon 16:00"),
    );
    expect([view.tone, view.glyph, view.time]).toEqual(["breached", "paused", "+04:12"]);
    expect(view.note).toBe("waiting for the requester");
  });
  it("shows a met clock by its verdict, without digits", () => {
    const view = viewClock(clock({ state: "ENDED", verdict: "MET", satisfiedAt: wall("Mon 14:00") }), at("Mon 15:00"));
    expect([view.state, view.time, view.tone]).toEqual(["Met", "", "done"]);
    expect(view.due).toBe("answered Mon 14:00, due Mon 14:38 UTC");
  });
  it("says that nothing is promised where the plan has no target", () => {
    const view = viewClock(clock({ state: "NO_TARGET", noDueReason: "NO_TARGET", dueAt: null }), at("Mon 15:00"));
    expect([view.state, view.due]).toEqual(["No target", "the plan promises no time here"]);
  });
});
