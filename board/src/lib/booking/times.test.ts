import { describe, expect, test } from "vitest";
import { dateIn, dayName, daysAfter, shortTime, slotLabels, span, zoneName, zoneNames } from "./times.ts";

const at = (text: string) => Date.parse(text) / 1_000;
const labels =
  (...starts: string[]) =>
  (zone: string) =>
    slotLabels(starts.map(at), zone)
      .map(({ time, zone }) => `${time} ${zone}`.trim())
      .join(", ");

describe("a slot's label", () => {
  test("is its time in the reader's zone", () => {
    expect(labels("2026-12-03T15:00:00Z", "2026-12-03T15:30:00Z")("America/Chicago")).toBe("09:00, 09:30");
  });
  test("tells two showings of one time apart", () => {
    expect(labels("2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:00:00Z")("America/New_York")).toBe(
      "01:00 EDT, 01:30, 01:00 EST",
    );
  });
});

test("a day and a stretch are written out", () => {
  expect(dayName("2026-11-23")).toBe("Monday 23 November");
  expect(span(at("2026-12-03T15:00:00Z"), at("2026-12-03T15:30:00Z"), "America/New_York")).toBe(
    "Thursday 3 December, 10:00–10:30",
  );
  expect(daysAfter("2026-12-24", 14)).toBe("2027-01-07");
  expect(shortTime(at("2026-12-03T15:00:00Z"), "Asia/Kolkata")).toBe("Thu 3 Dec, 20:30");
  expect(zoneName(at("2026-07-01T12:00:00Z"), "America/New_York")).toBe("EDT");
});

test("a day begins at the reader's midnight, and names its zone once", () => {
  expect(dateIn(at("2026-12-08T01:30:00Z"), "America/New_York")).toBe("2026-12-07"); // Monday 20:30
  expect(dateIn(at("2026-12-08T01:30:00Z"), "UTC")).toBe("2026-12-08");
  expect(zoneNames([at("2026-12-03T15:00:00Z"), at("2026-12-03T16:00:00Z")], "Asia/Kolkata")).toBe("GMT+5:30");
  expect(zoneNames([at("2026-11-01T05:00:00Z"), at("2026-11-01T06:00:00Z")], "America/New_York")).toBe("EDT, then EST");
});
