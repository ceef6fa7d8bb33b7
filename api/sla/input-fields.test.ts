import { describe, expect, test } from "vitest";
import { calendarFaults } from "../core/business-calendar/calendar.ts";
import { calendarInputFault, planInputFault, repeatedDays, repeatedKinds } from "./input-fields.ts";

const usual = ["LAUNCH", "DRIVER", "LAUNCH"].map((kindOfWork) => ({ kindOfWork }));
const plan = (field: string) => planInputFault(usual)({ field, message: "is wrong" }).field;

describe("a fault names the field of the input that somebody sent", () => {
  test.each([
    ["targets.2.amount.seconds", "targets[2].amountSeconds"],
    ["targets.0.amount.days", "targets[0].amountDays"],
    ["targets.10.atRiskBefore", "targets[10].atRiskBeforeSeconds"],
    ["targets[3].priority", "targets[3].priority"],
    ["priorities[1].rank", "priorities[1].rank"],
    ["settling", "settlingSeconds"],
    ["minimumVersions[1].version", "minimumVersions[1].version"],
    ["usualMinutes.DRIVER", "usualMinutes[1].minutes"],
  ])("of a plan: %s is %s", (core, input) => expect(plan(core)).toBe(input));

  test("of a calendar: a weekday is its place in the list, whatever its number", () => {
    const week = [
      { day: 5, windows: [{ from: "17:30", until: "08:xx" }] },
      { day: 9, windows: [] },
    ];
    const faults = calendarFaults({
      code: "",
      version: 1,
      timeZone: "Mars",
      week: Object.fromEntries(week.map(({ day, windows }) => [day, windows])),
      holidays: [{ date: "2026-12-25", name: "", origin: "published" }],
      exceptions: [{ date: "2026-12-24", name: "Eve", windows: [{ from: "09:00", until: "09:00" }] }],
    } as Parameters<typeof calendarFaults>[0]).map(calendarInputFault(week));
    expect(faults.map((fault) => fault.field).sort()).toEqual([
      "code",
      "exceptions[0].windows[0]",
      "holidays[0].name",
      "timeZone",
      "week[0].windows[0].until",
      "week[1].day",
    ]);
  });

  test("of a calendar: windows that overlap are the day's matter", () => {
    const fault = { field: "week.1", message: "has overlapping windows" };
    expect(calendarInputFault([{ day: 2 }, { day: 1 }])(fault)).toEqual({
      field: "week[1].windows",
      message: "week[1].windows: has overlapping windows",
    });
  });

  test("a kind of work that is listed twice is a fault, not a guess", () => {
    expect(repeatedKinds(usual).map((fault) => fault.field)).toEqual(["usualMinutes[2].kindOfWork"]);
  });

  test("a weekday that is listed twice is a fault, not a guess", () => {
    expect(repeatedDays([{ day: 1 }, { day: 2 }, { day: 1 }]).map((fault) => fault.field)).toEqual(["week[2].day"]);
  });
});
