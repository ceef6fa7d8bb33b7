import { describe, expect, test } from "vitest";
import { appointmentSlots, type SlotRules, STANDARD_SLOTS } from "./appointment-slots.ts";
import type { CalendarDefinition } from "./business-calendar/calendar.ts";
import { hoursFor } from "./business-calendar/open-periods.ts";
import { startOfDay, wallSeconds, wallTime } from "./business-calendar/zone.ts";
import { type Instant, minutes, type Period } from "./time.ts";

const NEW_YORK = "America/New_York";
const maya = (taken: readonly Period[] = []) => ({
  id: "Maya",
  shifts: [{ from: 0 as Instant, until: 9e9 as Instant }],
  taken,
});

describe("slots in the nights in which clocks change, of a desk that is open from midnight to 4:00", () => {
  const hourly: SlotRules = { length: minutes(30), step: minutes(60), buffer: minutes(0), notice: minutes(0) };
  const night = (zone: string): CalendarDefinition => ({
    code: "NIGHT",
    version: 1,
    timeZone: zone,
    week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: "00:00", until: "04:00" }]])),
    holidays: [],
    exceptions: [],
  });
  const offset = (zone: string, at: Instant) => {
    const quarters = (wallSeconds(zone, at) - at) / 900;
    const [hours, rest] = [Math.trunc(quarters / 4), Math.abs(quarters % 4) * 15];
    return `${quarters < 0 ? "-" : "+"}${Math.abs(hours)}${rest ? `:${rest}` : ""}`;
  };

  // written by hand from the rules of each zone: wall time, then the offset that tells two showings apart
  test.each<[string, string, string]>([
    [NEW_YORK, "2026-10-31", "00:00-4 01:00-4 02:00-4 03:00-4"],
    [NEW_YORK, "2026-11-01", "00:00-4 01:00-4 01:00-5 02:00-5 03:00-5"],
    [NEW_YORK, "2026-11-02", "00:00-5 01:00-5 02:00-5 03:00-5"],
    [NEW_YORK, "2027-03-13", "00:00-5 01:00-5 02:00-5 03:00-5"],
    [NEW_YORK, "2027-03-14", "00:00-5 01:00-5 03:00-4"],
    [NEW_YORK, "2027-03-15", "00:00-4 01:00-4 02:00-4 03:00-4"],
    ["Europe/Vienna", "2026-10-24", "00:00+2 01:00+2 02:00+2 03:00+2"],
    ["Europe/Vienna", "2026-10-25", "00:00+2 01:00+2 02:00+2 02:00+1 03:00+1"],
    ["Europe/Vienna", "2026-10-26", "00:00+1 01:00+1 02:00+1 03:00+1"],
    ["Europe/Vienna", "2027-03-27", "00:00+1 01:00+1 02:00+1 03:00+1"],
    ["Europe/Vienna", "2027-03-28", "00:00+1 01:00+1 03:00+2"],
    ["Europe/Vienna", "2027-03-29", "00:00+2 01:00+2 02:00+2 03:00+2"],
    ["Australia/Lord_Howe", "2026-10-03", "00:00+10:30 01:00+10:30 02:00+10:30 03:00+10:30"],
    ["Australia/Lord_Howe", "2026-10-04", "00:00+10:30 01:00+10:30 02:30+11 03:30+11"],
    ["Australia/Lord_Howe", "2026-10-05", "00:00+11 01:00+11 02:00+11 03:00+11"],
    ["Australia/Lord_Howe", "2027-04-03", "00:00+11 01:00+11 02:00+11 03:00+11"],
    ["Australia/Lord_Howe", "2027-04-04", "00:00+11 01:00+11 01:30+10:30 02:30+10:30 03:30+10:30"],
    ["Australia/Lord_Howe", "2027-04-05", "00:00+10:30 01:00+10:30 02:00+10:30 03:00+10:30"],
  ])("%s on %s", (zone, date, expected) => {
    const from = startOfDay(zone, date);
    const found = appointmentSlots(
      hoursFor(night(zone)),
      [maya()],
      hourly,
      { from, until: (from + 12 * 3600) as Instant },
      from,
    );
    expect(found.map((s) => `${wallTime(zone, s.from).slice(-5)}${offset(zone, s.from)}`).join(" ")).toBe(expected);
  });

  // by hand, in real time: forty minutes after 01:50 EDT it is 01:30 EST, and after 01:50 EST it is 03:30 EDT
  test.each<[string, string, string]>([
    [NEW_YORK, "2026-10-31", "01:10-4 01:50-4 02:30-4 03:10-4"],
    [NEW_YORK, "2026-11-01", "01:10-4 01:50-4 01:30-5 02:10-5 02:50-5 03:30-5"],
    [NEW_YORK, "2027-03-14", "01:10-5 01:50-5 03:30-4"],
    ["Europe/Vienna", "2026-10-25", "01:10+2 01:50+2 02:30+2 02:10+1 02:50+1 03:30+1"],
    ["Europe/Vienna", "2027-03-28", "01:10+1 01:50+1 03:30+2"],
    ["Australia/Lord_Howe", "2026-10-04", "01:10+10:30 01:50+10:30 03:00+11"],
    ["Australia/Lord_Howe", "2027-04-04", "01:10+11 01:50+11 02:00+10:30 02:40+10:30 03:20+10:30"],
  ])("after an appointment of half past midnight: %s on %s", (zone, date, expected) => {
    const from = startOfDay(zone, date);
    const taken = [{ from: (from + 1800) as Instant, until: (from + 3600) as Instant }];
    const within = { from, until: (from + 12 * 3600) as Instant };
    const found = appointmentSlots(hoursFor(night(zone)), [maya(taken)], STANDARD_SLOTS, within, from);
    expect(found.map((s) => `${wallTime(zone, s.from).slice(-5)}${offset(zone, s.from)}`).join(" ")).toBe(expected);
  });
});
