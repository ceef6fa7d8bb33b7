import { parseValue } from "graphql";
import { describe, expect, test } from "vitest";
import type { Instant } from "../core/time.ts";
import { CalendarDate, DateTime, instantText, Position } from "./scalars.ts";

const at = (text: string) => (Date.parse(text) / 1000) as Instant;
const refused = { extensions: { code: "BAD_USER_INPUT" } };
const failureOf = (read: () => unknown): unknown => {
  try {
    return { read: read() };
  } catch (error) {
    return error;
  }
};

describe("an instant", () => {
  test("is written in UTC, in whole seconds, with Z", () => {
    expect(instantText(at("2026-11-30T15:00:00Z"))).toBe("2026-11-30T15:00:00Z");
    expect(DateTime.serialize(0)).toBe("1970-01-01T00:00:00Z");
  });

  test.each([
    ["2026-11-30T15:00:00Z", "2026-11-30T15:00:00Z"],
    ["2026-11-30T10:00:00-05:00", "2026-11-30T15:00:00Z"],
    ["2026-12-01T00:30:00+09:30", "2026-11-30T15:00:00Z"],
    ["2026-11-30T15:00:00.999Z", "2026-11-30T15:00:00Z"],
    ["2026-11-30T15:00:00.123456789Z", "2026-11-30T15:00:00Z"],
    ["1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"],
  ])("%s is read as %s: an offset is honoured, a fraction cut off", (given, meant) => {
    expect(instantText(DateTime.parseValue(given))).toBe(meant);
    expect(DateTime.parseLiteral(parseValue(JSON.stringify(given)), undefined)).toBe(DateTime.parseValue(given));
  });

  test.each([
    "2026-11-30",
    "2026-11-30T15:00Z",
    "2026-11-30T15:00:00",
    "2026-11-30 15:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-11-30T24:00:00Z",
    "2026-11-30T15:00:60Z",
    "2026-11-30T15:00:00+25:00",
    "now",
    "",
    1_796_050_800,
    null,
    true,
  ])("%j is none: no zone is guessed, no date rolled over", (given) => {
    expect(failureOf(() => DateTime.parseValue(given))).toMatchObject(refused);
  });

  test("a number in the document is none either", () => {
    expect(failureOf(() => DateTime.parseLiteral(parseValue("1796050800"), undefined))).toMatchObject(refused);
  });
});

describe("a date", () => {
  test("is taken as it is written", () => {
    for (const date of ["2026-11-30", "2028-02-29", "0001-01-01"]) expect(CalendarDate.parseValue(date)).toBe(date);
    expect(CalendarDate.parseLiteral(parseValue('"2026-11-30"'), undefined)).toBe("2026-11-30");
  });

  test.each(["2026-02-30", "2027-02-29", "2026-00-10", "2026-1-1", "30.11.2026", "2026-11-30T00:00:00Z", "", 20261130])(
    "%j is none",
    (given) => {
      expect(failureOf(() => CalendarDate.parseValue(given))).toMatchObject(refused);
    },
  );
});

describe("a position", () => {
  test("is a decimal string, kept whole beyond what a JSON number holds", () => {
    expect(Position.parseValue("900719925474099301")).toBe("900719925474099301");
    expect(Position.parseLiteral(parseValue('"0"'), undefined)).toBe("0");
    expect(Position.serialize("41")).toBe("41");
  });

  test.each(["-1", "1.0", "", "1e3", " 1", "1234567890123456789", 41, null])("%j is none", (given) => {
    expect(failureOf(() => Position.parseValue(given))).toMatchObject(refused);
  });
});
