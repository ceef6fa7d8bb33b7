import { describe, expect, test } from "vitest";
import { type SupportShown, supportWords } from "./support-words.ts";

const windows: SupportShown = {
  supported: true,
  unknownBecause: null,
  product: "Windows",
  version: "10 22H2",
  endsOn: "2025-10-14",
  lastDay: "2025-10-14",
  daysLeft: 60,
  paid: false,
  source: "endoflife.date",
  sourceUrl: "https://endoflife.date/windows",
  asOf: "2026-08-22",
};

describe("a device's support in words", () => {
  test.each<[string, Partial<SupportShown>, string, string]>([
    ["long before the end", {}, "supported until 14 Oct 2025", "fine"],
    ["no end announced", { endsOn: null, lastDay: null, daysLeft: null }, "supported, end not announced", "fine"],
    ["twelve days before", { daysLeft: 12 }, "leaves support in 12 days", "soon"],
    ["the day before the last", { daysLeft: 1 }, "leaves support after tomorrow", "soon"],
    ["on the last day", { daysLeft: 0 }, "leaves support after today", "soon"],
    ["after it", { supported: false, daysLeft: null }, "support ended 14 Oct 2025", "ended"],
    ["ended on an unknown day", { supported: false, endsOn: null, daysLeft: null }, "support has ended", "ended"],
    [
      "paid for until a day",
      { paid: true, daysLeft: 300, lastDay: "2026-10-13" },
      "support ended 14 Oct 2025, paid for until 13 Oct 2026",
      "fine",
    ],
    ["paid for", { paid: true, daysLeft: null, lastDay: null }, "support ended 14 Oct 2025, paid for since", "fine"],
    ["paid for beforehand", { lastDay: "2026-10-13", daysLeft: 400 }, "supported until 13 Oct 2026", "fine"],
    ["not known", { supported: null, unknownBecause: "No version is recorded." }, "No version is recorded.", "unknown"],
  ])("%s", (_, changed, says, tone) => {
    expect(supportWords({ ...windows, ...changed })).toMatchObject({ says, tone });
  });

  test("what runs is named as the desk understood it", () => {
    expect(supportWords(windows).runs).toBe("Windows 10 22H2");
    expect(supportWords({ ...windows, supported: null, product: null, version: null }).runs).toBeNull();
  });
});
