import { describe, expect, it } from "vitest";
import { instantOfWall, isZone, placeWallTime, wallTimeOf } from "./wall-time.ts";

const at = (text: string): number => Date.parse(text) / 1_000;
const NY = "America/New_York";

describe("a wall time becomes an instant of its zone", () => {
  it.each([
    [NY, "2026-11-20T17:29", "2026-11-20T22:29:00Z"],
    [NY, "2026-07-20T17:29", "2026-07-20T21:29:00Z"],
    ["Asia/Kolkata", "2026-11-20T00:15", "2026-11-19T18:45:00Z"],
    ["Australia/Lord_Howe", "2026-07-01T12:00", "2026-07-01T01:30:00Z"],
    ["Australia/Lord_Howe", "2026-12-01T12:00", "2026-12-01T01:00:00Z"],
    ["Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00:00Z"],
    ["UTC", "2026-02-28T23:59:59", "2026-02-28T23:59:59Z"],
  ])("%s %s is %s, and reads the same back", (zone, wall, instant) => {
    expect(instantOfWall(wall, zone)).toBe(instant);
    expect(wallTimeOf(at(instant), zone)).toBe(wall);
    expect(placeWallTime(wall, zone)?.odd).toBeNull();
  });
});

describe("of an hour that is shown twice it is the first", () => {
  it.each([
    [NY, "2026-11-01T01:00", "2026-11-01T05:00:00Z"],
    [NY, "2026-11-01T01:59:59", "2026-11-01T05:59:59Z"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z"], // half an hour only
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"],
  ])("%s %s is %s", (zone, wall, instant) => {
    expect(placeWallTime(wall, zone)).toEqual({ at: at(instant), odd: "repeated" });
  });
  it("the hour before and the hour after are told apart", () => {
    expect(instantOfWall("2026-11-01T00:59", NY)).toBe("2026-11-01T04:59:00Z");
    expect(instantOfWall("2026-11-01T02:00", NY)).toBe("2026-11-01T07:00:00Z");
    expect(wallTimeOf(at("2026-11-01T06:30:00Z"), NY)).toBe("2026-11-01T01:30");
  });
});

describe("of an hour that is skipped it is the change", () => {
  it.each([
    [NY, "2026-03-08T02:00", "2026-03-08T07:00:00Z"],
    [NY, "2026-03-08T02:30", "2026-03-08T07:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30:00Z"],
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z"], // a whole day that never was
  ])("%s %s is %s", (zone, wall, instant) => {
    expect(placeWallTime(wall, zone)).toEqual({ at: at(instant), odd: "gap" });
  });
  it("the minute before and the minute after are as they are", () => {
    expect(instantOfWall("2026-03-08T01:59", NY)).toBe("2026-03-08T06:59:00Z");
    expect(instantOfWall("2026-03-08T03:00", NY)).toBe("2026-03-08T07:00:00Z");
  });
});

describe("what is no wall time", () => {
  it.each(["", "2026-02-30T10:00", "2026-13-01T10:00", "2026-11-20T24:01", "2026-11-20", "tomorrow"])(
    "%j is none",
    (wall) => expect(instantOfWall(wall, NY)).toBeNull(),
  );
  it("and a zone that nobody knows is none", () => {
    expect([isZone("Mars/Olympus"), isZone(""), isZone(NY)]).toEqual([false, false, true]);
  });
});
