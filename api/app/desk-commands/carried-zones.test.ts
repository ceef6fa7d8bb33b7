import { describe, expect, test } from "vitest";
import { parseInstant } from "../../core/business-calendar/zone.ts";
import { type OffsetLine, zoneDifferences } from "../../core/business-calendar/zone-differences.ts";
import { offsetStretches } from "../../core/business-calendar/zone-offsets.ts";
import { carriedZones, offsetsIn, unpack } from "./carried-zones.ts";

test("packed offsets are minutes west of Greenwich in sixties, their changes the distance from the last", () => {
  // five hours behind until minute 100 (1 × 60 + 40), then four until minute 161, then five again
  expect(unpack("Test/Zone|EST EDT|50 40|010|1E 11|9")).toEqual([
    { from: Number.NEGATIVE_INFINITY, offset: -18_000 },
    { from: 6_000, offset: -14_400 },
    { from: 9_660, offset: -18_000 },
  ]);
  expect(unpack("Test/India|IST|-5u|0||9")).toEqual([{ from: Number.NEGATIVE_INFINITY, offset: 19_800 }]);
});

describe("the data that this build carries", () => {
  const data = carriedZones();
  const [from, until] = [parseInstant("2024-01-01T00:00:00Z"), parseInstant("2026-01-01T00:00:00Z")];
  test.each([
    "America/New_York",
    "Europe/London",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "US/Pacific",
  ])("agrees with the runtime on %s in years that both know", (zone) => {
    const theirs = offsetsIn(data, zone);
    expect(theirs).not.toBeNull();
    expect(zoneDifferences(offsetStretches(zone, from, until), theirs ?? [], from, until)).toEqual([]);
  });

  test("knows that Vancouver stopped changing its clocks in 2026: a stale runtime differs by an hour from November on", () => {
    const [start, end] = [parseInstant("2026-06-01T00:00:00Z"), parseInstant("2027-06-01T00:00:00Z")];
    const stale = [
      { from: Number.NEGATIVE_INFINITY, offset: -25_200 },
      { from: parseInstant("2026-11-01T09:00:00Z"), offset: -28_800 },
      { from: parseInstant("2027-03-14T10:00:00Z"), offset: -25_200 },
    ] as unknown as OffsetLine;
    const [first] = zoneDifferences(stale, offsetsIn(data, "America/Vancouver") ?? [], start, end);
    expect(first).toMatchObject({ from: parseInstant("2026-11-01T09:00:00Z"), by: 3_600 });
  });
});
