import { describe, expect, test } from "vitest";
import { lookAtSupport, type SupportSeen, type SupportState } from "./support-news.ts";

const state: SupportState = { product: "Windows", version: "10 22H2", supported: true, endsOn: "2025-10-14" };
const ended = { ...state, supported: false };
const seen = (told: number | null, more: Partial<SupportSeen> = {}): SupportSeen => ({ ...state, told, ...more });

describe("what is told of a device's support, and when it is looked at again", () => {
  test.each<[string, SupportState | null, SupportSeen | null, string, string | null, number | null, string | null]>([
    ["long before: nothing", state, null, "2025-01-01", null, null, "2025-09-14"],
    ["a month before", state, seen(null), "2025-09-14", "LEAVES 30", 30, "2025-10-02"],
    ["the same day again", state, seen(30), "2025-09-14", null, 30, "2025-10-02"],
    ["twelve days before", state, seen(30), "2025-10-02", "LEAVES 12", 12, "2025-10-15"],
    ["on the last day: nothing", state, seen(12), "2025-10-14", null, 12, "2025-10-15"],
    ["the day after", ended, seen(12), "2025-10-15", "LEFT", 0, null],
    ["the day after that", ended, seen(0, { supported: false }), "2025-10-16", null, 0, null],
    ["a device that is registered 20 days before", state, null, "2025-09-24", "LEAVES 20", 30, "2025-10-02"],
    ["a device that is registered too late", ended, null, "2026-01-01", null, 0, null],
    ["a device that now runs something older", ended, seen(null, { version: "11 25H2" }), "2026-01-01", null, 0, null],
    [
      "the end is moved away: notices begin again",
      state,
      seen(12, { endsOn: "2025-06-01" }),
      "2025-05-25",
      null,
      null,
      "2025-09-14",
    ],
    [
      "the end is moved near: told at once",
      state,
      seen(null, { endsOn: "2027-01-01" }),
      "2025-10-10",
      "LEAVES 4",
      12,
      "2025-10-15",
    ],
    ["no end announced", { ...state, endsOn: null }, null, "2025-01-01", null, null, null],
    ["not known any more", null, seen(30), "2025-10-02", null, null, null],
  ])("%s", (_, now, before, today, news, told, next) => {
    const look = lookAtSupport(now, before, today);
    const says = look.news && (look.news.kind === "LEFT" ? "LEFT" : `LEAVES ${look.news.daysLeft}`);
    expect([says, look.seen?.told ?? null, look.next]).toEqual([news, told, next]);
  });
});
