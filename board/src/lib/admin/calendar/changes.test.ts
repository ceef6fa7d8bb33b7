import { describe, expect, it } from "vitest";
import { changesOf } from "./changes.ts";
import { type CalendarDraft, newDraft } from "./draft.ts";

const published = (): CalendarDraft => ({
  ...newDraft("America/New_York"),
  holidays: [
    { date: "2026-11-26", name: "Thanksgiving Day", origin: "date-holidays" },
    { date: "2026-12-25", name: "Christmas Day", origin: "date-holidays" },
  ],
  exceptions: [
    { date: "2026-11-27", name: "Half day", windows: [{ from: "08:30", until: "12:00", overnight: false }] },
  ],
});
const office = { from: "08:30", until: "17:30", overnight: false };
/** What is said after something was done to the published version. */
const after = (edit: (draft: CalendarDraft) => void): readonly string[] => {
  const draft = published();
  edit(draft);
  return changesOf(published(), draft);
};
const windows = (draft: CalendarDraft, day: number) => draft.week[day - 1]?.windows ?? [];

describe("what changed against the published version", () => {
  it("is nothing when nothing was touched, or a touch was taken back", () => {
    expect(after(() => {})).toEqual([]);
    expect(after((d) => windows(d, 1).reverse())).toEqual([]);
  });

  it.each<[string, (draft: CalendarDraft) => void]>([
    ["Tuesday closes at 13:00 instead of 17:30", (d) => windows(d, 2).splice(0, 1, { ...office, until: "13:00" })],
    ["Tuesday opens at 09:00 instead of 08:30", (d) => windows(d, 2).splice(0, 1, { ...office, from: "09:00" })],
    ["Friday is closed instead of 08:30–17:30", (d) => windows(d, 5).splice(0)],
    ["Saturday is open 08:30–17:30 instead of closed", (d) => windows(d, 6).push({ ...office })],
    [
      "Wednesday is open 08:30–12:00 and 13:00–17:30 instead of 08:30–17:30",
      (d) => windows(d, 3).splice(0, 1, { ...office, until: "12:00" }, { ...office, from: "13:00" }),
    ],
    [
      "Monday is open 18:00–02:00 next day instead of 08:30–17:30",
      (d) => windows(d, 1).splice(0, 1, { from: "18:00", until: "02:00", overnight: true }),
    ],
    [
      "Monday to Friday close at 17:00 instead of 17:30",
      (d) => {
        for (const day of [1, 2, 3, 4, 5]) windows(d, day).splice(0, 1, { ...office, until: "17:00" });
      },
    ],
    [
      "Saturday and Sunday are open 08:30–17:30 instead of closed",
      (d) => {
        for (const day of [6, 7]) windows(d, day).push({ ...office });
      },
    ],
    ["Time zone is Europe/Berlin instead of America/New_York", (d) => (d.timeZone = "Europe/Berlin")],
    [
      "Holiday added: 2026-12-24 Christmas Eve",
      (d) => d.holidays.push({ date: "2026-12-24", name: "Christmas Eve", origin: "published" }),
    ],
    ["Holiday removed: 2026-12-25 Christmas Day", (d) => d.holidays.pop()],
    [
      "4 holidays added, 2027-01-01 One to 2027-04-01 Four",
      (d) => {
        for (const [i, name] of ["One", "Two", "Three", "Four"].entries())
          d.holidays.push({ date: `2027-0${i + 1}-01`, name, origin: "date-holidays" });
      },
    ],
    [
      "Holiday added: 2026-12-25 Again",
      (d) => d.holidays.push({ date: "2026-12-25", name: "Again", origin: "published" }),
    ],
    [
      "Holiday 2026-12-25 is called Christmas instead of Christmas Day",
      (d) => d.holidays.splice(1, 1, { date: "2026-12-25", name: "Christmas", origin: "date-holidays" }),
    ],
    [
      "Holiday 2026-12-25 Christmas Day comes from corrected by statute instead of date-holidays",
      (d) => d.holidays.splice(1, 1, { date: "2026-12-25", name: "Christmas Day", origin: "corrected by statute" }),
    ],
    [
      "2026-11-24 is open 08:30–12:00 (Emergency closure)",
      (d) =>
        d.exceptions.unshift({
          date: "2026-11-24",
          name: "Emergency closure",
          windows: [{ ...office, until: "12:00" }],
        }),
    ],
    ["2026-11-27 is closed (Half day) instead of 08:30–12:00", (d) => d.exceptions[0]?.windows.pop()],
    [
      "Exception 2026-11-27 is called Long weekend instead of Half day",
      (d) => d.exceptions[0] && (d.exceptions[0].name = "Long weekend"),
    ],
    ["Exception removed: 2026-11-27 Half day", (d) => d.exceptions.pop()],
  ])("%s", (sentence, edit) => expect(after(edit)).toContain(sentence));

  it("is told once for each difference, and never for when or why it is published", () => {
    expect(after((d) => windows(d, 2).splice(0, 1, { ...office, until: "13:00" }))).toHaveLength(1);
    expect(
      after((d) => Object.assign(d, { from: "2026-12-01T08:00", reason: "Winter hours", applies: false })),
    ).toEqual([]);
  });
});
