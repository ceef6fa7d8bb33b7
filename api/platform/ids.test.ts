import { describe, expect, test } from "vitest";
import { uuidv7 } from "./ids.ts";

const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
const far = Date.parse("2100-01-01T00:00:00Z");

describe("an id", () => {
  test("is a UUID of version 7 and the standard's variant", () => {
    for (let i = 0; i < 2_000; i++)
      expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("carries the machine's time in milliseconds", () => {
    expect(timeOf(uuidv7(far))).toBe(far);
  });

  test("sorts as text in the order of making, also when one millisecond makes more than it can count", () => {
    const made = Array.from({ length: 10_000 }, () => uuidv7(far + 1));
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  test("never goes backwards, even when the machine's clock does", () => {
    const before = uuidv7(far + 60_000);
    const after = uuidv7(far);
    expect(after > before).toBe(true);
    expect(timeOf(after)).toBe(far + 60_000);
  });

  test("differs in its last 62 bits from every other: two processes never make the same", () => {
    const made = Array.from({ length: 10_000 }, () => uuidv7(far + 120_000).slice(19));
    expect(new Set(made).size).toBe(made.length);
  });
});
