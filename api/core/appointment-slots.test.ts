import { describe, expect, test } from "vitest";
import { appointmentSlots, byLocalDate, nearestSlots, type SlotRules, STANDARD_SLOTS } from "./appointment-slots.ts";
import type { CalendarDefinition } from "./business-calendar/calendar.ts";
import { hoursFor } from "./business-calendar/open-periods.ts";
import { atWall, startOfDay, wallSeconds, wallTime } from "./business-calendar/zone.ts";
import { type Instant, minutes, type Period } from "./time.ts";

const NEW_YORK = "America/New_York";
const office: CalendarDefinition = {
  code: "US",
  version: 1,
  timeZone: NEW_YORK,
  week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: "08:30", until: "17:30" }]])),
  holidays: [{ date: "2026-11-26", name: "Thanksgiving Day", origin: "US" }],
  exceptions: [],
};
const at = (text: string) => atWall(NEW_YORK, `2026-11-${text}`);
const period = (from: string, until: string): Period => ({ from: at(from), until: at(until) });
const always = { from: 0 as Instant, until: 9e9 as Instant };
const free = (id: string, shifts: readonly Period[] = [always], taken: readonly Period[] = []) => ({
  id,
  shifts,
  taken,
});
const times = (slots: readonly Period[]) => slots.map(({ from }) => wallTime(NEW_YORK, from).slice(-5)).join(" ");
const slots = (day: string, technicians = [free("Maya")], rules: Partial<SlotRules> = {}, now = at("20 12:00")) =>
  appointmentSlots(
    hoursFor(office),
    technicians,
    { ...STANDARD_SLOTS, ...rules },
    period(`${day} 00:00`, `${Number(day) + 1} 00:00`),
    now,
  );

describe("the slots of a day", () => {
  test("lie within operating hours, on the half hour from opening, the last one ending at closing", () => {
    expect(times(slots("24"))).toBe(
      "08:30 09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30 13:00 13:30 14:00 14:30 15:00 15:30 16:00 16:30 17:00",
    );
  });

  test("are none on a holiday, and none on a Sunday", () => {
    expect(slots("26")).toEqual([]);
    expect(slots("22")).toEqual([]);
  });

  test("of an hour's length end by closing", () => {
    expect(times(slots("24", [free("Maya")], { length: minutes(60) })).endsWith("16:00 16:30")).toBe(true);
  });

  test("must be booked a quarter of an hour ahead", () => {
    expect(times(slots("24", [free("Maya")], {}, at("24 15:45")))).toBe("16:00 16:30 17:00");
    expect(times(slots("24", [free("Maya")], {}, at("24 15:45:01")))).toBe("16:30 17:00");
  });

  test("lie within a shift; two that touch are one", () => {
    const maya = free("Maya", [
      period("24 12:15", "24 13:00"),
      period("24 10:00", "24 11:00"),
      period("24 11:00", "24 11:30"),
    ]);
    expect(times(slots("24", [maya]))).toBe("10:00 10:30 11:00 12:30");
  });

  test("keep ten minutes from what is booked, before and after", () => {
    const maya = free("Maya", [period("24 08:30", "24 11:00")], [period("24 09:30", "24 10:00")]);
    expect(times(slots("24", [maya]))).toBe("08:30 10:30");
    expect(times(slots("24", [maya], { buffer: minutes(0) }))).toBe("08:30 09:00 10:00 10:30");
  });

  test("name everybody who is free, in the order given, and go on while one of them is", () => {
    const maya = free("Maya", [period("24 08:30", "24 10:00")], [period("24 08:30", "24 09:00")]);
    const theo = free("Theo", [period("24 08:30", "24 09:30")]);
    expect(slots("24", [theo, maya]).map((s) => s.technicianIds)).toEqual([["Theo"], ["Theo"], ["Maya"]]);
  });

  test("are none without anybody", () => {
    expect(slots("24", [])).toEqual([]);
  });
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
      [free("Maya")],
      hourly,
      { from, until: (from + 12 * 3600) as Instant },
      from,
    );
    expect(found.map((s) => `${wallTime(zone, s.from).slice(-5)}${offset(zone, s.from)}`).join(" ")).toBe(expected);
  });
});

test("slots are listed by the dates of whoever reads them", () => {
  const found = byLocalDate(slots("24", [free("Maya", [period("24 08:30", "24 10:00")])]), "Asia/Tokyo");
  expect(found.map(({ date, slots }) => `${date}: ${slots.length}`)).toEqual(["2026-11-24: 3"]);
  const across = byLocalDate(slots("24", [free("Maya", [period("24 09:00", "24 11:00")])]), "Asia/Tokyo");
  expect(across.map(({ date, slots }) => `${date}: ${slots.length}`)).toEqual(["2026-11-24: 2", "2026-11-25: 2"]);
});

test("the slots nearest to a lost one are offered, in their order", () => {
  expect(times(nearestSlots(slots("24"), at("24 10:00"), 3))).toBe("09:30 10:00 10:30");
});
