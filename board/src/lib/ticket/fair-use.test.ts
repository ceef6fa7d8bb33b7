import { describe, expect, it } from "vitest";
import { fairUseAt, sessionSeconds } from "./fair-use.ts";

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
