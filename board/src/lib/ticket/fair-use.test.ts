import { describe, expect, it } from "vitest";
import { fairUseAt, meterNotice, sessionSeconds } from "./fair-use.ts";

const told = { allowanceSeconds: 1_800, usedSeconds: 1_700, runningSessions: 1 };

describe("the fair-use meter runs between the desk's messages", () => {
  it("uses every second while a session runs", () => expect(fairUseAt(told, 40).used).toBe(1_740));
  it("stands while none runs", () => expect(fairUseAt({ ...told, runningSessions: 0 }, 40).used).toBe(1_700));
  it("says that the day is used up at the last granted second, and its bar stays within the meter", () => {
    expect(fairUseAt(told, 99).over).toBe(false);
    expect(fairUseAt(told, 100).over).toBe(true);
    expect(fairUseAt(told, 900).share).toBe(1);
  });
  it("counts a running session on, not an ended one", () => {
    expect(sessionSeconds({ seconds: 60, endedAt: null }, 5)).toBe(65);
    expect(sessionSeconds({ seconds: 60, endedAt: "2026-11-23T10:00:00Z" }, 5)).toBe(60);
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
