import { describe, expect, test } from "vitest";
import { attainment, attainmentOf, type Judged } from "./attainment.ts";

const rows = (verdict: Judged["verdict"], n: number): Judged[] => Array.from({ length: n }, () => ({ verdict }));

describe("attainment", () => {
  test("is met out of met and missed; cancelled, merged and running clocks are left out", () => {
    const month = [
      ...rows("MET", 9),
      ...rows("MISSED", 3),
      ...rows("CANCELLED", 4),
      ...rows("MERGED", 2),
      ...rows(null, 5),
    ];
    expect(attainment(month)).toEqual({ met: 9, missed: 3, n: 12, share: 0.75, few: false });
  });

  test("of nothing is nothing, not a hundred per cent", () => {
    expect(attainment(rows("CANCELLED", 3))).toEqual({ met: 0, missed: 0, n: 0, share: null, few: true });
  });

  test("nine verdicts are few, ten are not", () => {
    expect(attainmentOf(9, 0).few).toBe(true);
    expect(attainmentOf(9, 1).few).toBe(false);
  });
});
