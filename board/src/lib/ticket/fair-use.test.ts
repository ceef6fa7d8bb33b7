import { describe, expect, it } from "vitest";
import { fairUseAt, meterNotice, sessionSeconds } from "./fair-use.ts";

const at = (seconds: number) => Date.parse("2026-11-30T15:00:00Z") / 1_000 + seconds;
const told = { allowanceSeconds: 1_800, usedSeconds: 1_700, runningTickets: 1, asOf: "2026-11-30T15:00:00Z" };

describe("the fair-use meter runs between the desk's messages, by the desk's clock", () => {
  it("uses every second while a session runs", () => expect(fairUseAt(told, at(40)).used).toBe(1_740));
  it("uses every second of each ticket on which somebody is connected", () =>
    expect(fairUseAt({ ...told, runningTickets: 3 }, at(20)).used).toBe(1_760));
  it("stands while none runs", () => expect(fairUseAt({ ...told, runningTickets: 0 }, at(40)).used).toBe(1_700));
  it("never runs back, where the page's clock is behind what it was told", () =>
    expect(fairUseAt(told, at(-9)).used).toBe(1_700));
  it("says that the day is used up at the last granted second, and its bar stays within the meter", () => {
    expect(fairUseAt(told, at(99)).over).toBe(false);
    expect(fairUseAt(told, at(100)).over).toBe(true);
    expect(fairUseAt(told, at(900)).share).toBe(1);
  });
  it("counts a running session on, not an ended one", () => {
    const session = { seconds: 60, startedAt: "2026-11-30T15:00:00Z" };
    expect(sessionSeconds({ ...session, endedAt: null }, at(65))).toBe(65);
    expect(sessionSeconds({ ...session, endedAt: null }, at(10)), "the page's clock is behind").toBe(60);
    expect(sessionSeconds({ ...session, endedAt: "2026-11-30T15:01:00Z" }, at(65))).toBe(60);
  });
});

describe("the meter speaks up once", () => {
  const notice = (before: number, used: number) => meterNotice(before, { used, allowance: 1_800 });
  it("at 25 minutes of 30, and at 30", () => {
    expect(notice(1_499, 1_500)).toBe("5 of today's 30 remote minutes are left.");
    expect(notice(1_799, 1_800)).toBe("The 30 remote minutes of today are used up. Your session is not cut off.");
  });
  it("not again, nor in between, nor where the whole allowance is shorter than its warning", () => {
    expect(notice(1_500, 1_501)).toBeNull();
    expect(notice(1_800, 1_900)).toBeNull();
    expect(meterNotice(0, { used: 60, allowance: 300 })).toBeNull();
  });
});
