import { describe, expect, it } from "vitest";
import { startOfDay } from "./start-of-day.ts";

const text = (date: string, zone: string) => new Date(startOfDay(date, zone) * 1_000).toISOString();

describe("a day of a report begins when it begins in the report's zone", () => {
  it.each([
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z", "still summer time at midnight"],
    ["2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z", "winter time"],
    ["2026-03-29", "Europe/London", "2026-03-29T00:00:00.000Z", "the clocks change after midnight"],
    ["2026-03-30", "Europe/London", "2026-03-29T23:00:00.000Z", "summer time"],
    ["2026-07-01", "Asia/Kolkata", "2026-06-30T18:30:00.000Z", "half an hour"],
    ["2026-01-01", "UTC", "2026-01-01T00:00:00.000Z", "no offset"],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z", "midnight is skipped"],
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z", "midnight is skipped"],
  ])("%s in %s is %s: %s", (date, zone, instant) => expect(text(date, zone)).toBe(instant));
});
