import { describe, expect, test } from "vitest";
import type { Instant } from "../core/time.ts";
import { InstantType } from "./columns.ts";

const column = new InstantType();

describe("an instant in the database", () => {
  test.each([0, 1_796_050_800, -1])("%i seconds come back as they went", (seconds) => {
    const stored = column.convertToDatabaseValue(seconds as Instant);
    expect(stored).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    expect(column.convertToJSValue(stored)).toBe(seconds);
  });

  test("is read from whatever a driver gives, in whole seconds", () => {
    expect(column.convertToJSValue("2026-11-30 15:00:00+00")).toBe(Date.parse("2026-11-30T15:00:00Z") / 1000);
    expect(column.convertToJSValue(new Date(1_999))).toBe(1);
    expect(column.convertToJSValue(7)).toBe(7);
  });

  test("that is not there stays absent, and the first second of 1970 is there", () => {
    expect(column.convertToDatabaseValue(null)).toBeNull();
    expect(column.convertToJSValue(null)).toBeNull();
    expect(column.convertToDatabaseValue(0 as Instant)).toBe("1970-01-01T00:00:00.000Z");
  });
});
