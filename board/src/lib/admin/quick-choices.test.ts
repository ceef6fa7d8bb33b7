import { describe, expect, it } from "vitest";
import { type Hours, quickChoices } from "./quick-choices.ts";

const workday = [
  { from: "08:30", until: "12:00" },
  { from: "13:00", until: "17:30" },
];
const office: Hours = {
  timeZone: "America/New_York",
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, windows: day < 6 ? workday : [] })),
  holidays: [
    { date: "2026-12-25", name: "Christmas Day" },
    { date: "2026-11-26", name: "Thanksgiving Day" },
    { date: "2026-11-22", name: "A Sunday" },
  ],
  exceptions: [{ date: "2026-11-25", windows: [{ from: "08:30", until: "13:00" }] }],
};
const wednesday = Date.parse("2026-11-18T20:10:42Z") / 1_000; // 15:10:42 in New York
const told = (hours: Hours) => quickChoices(hours, wednesday).map(({ label, at }) => `${label}: ${at}`);

describe("quick choices of a creation time", () => {
  it("are now, the last minute of the week, the eve of a holiday that costs a working day, noon of a closed day", () => {
    expect(told(office)).toEqual([
      "Now: 2026-11-18T15:10",
      "Fri 17:29: 2026-11-20T17:29",
      "Eve of Thanksgiving Day: 2026-11-25T12:45",
      "Saturday noon: 2026-11-21T12:00",
    ]);
  });
  it("of a desk that never closes is now alone", () => {
    const always = [{ from: "00:00", until: "24:00" }];
    const week = office.week.map(({ day }) => ({ day, windows: always }));
    expect(told({ ...office, week, holidays: [], exceptions: [] })).toEqual(["Now: 2026-11-18T15:10"]);
  });
  it("of a desk that closes each night is that day's last minute; one without hours has a closed noon only", () => {
    const week = office.week.map(({ day }) => ({ day, windows: workday }));
    expect(told({ ...office, week, holidays: [] })[1]).toBe("Wed 17:29: 2026-11-18T17:29");
    expect(told({ ...office, week: [], exceptions: [], holidays: [] })).toEqual([
      "Now: 2026-11-18T15:10",
      "Thursday noon: 2026-11-19T12:00",
    ]);
  });
});
