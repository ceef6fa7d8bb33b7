import { describe, expect, test } from "vitest";
import { type CoverageTerms, coverageTermsFaults, defaultCoverageTerms } from "./terms.ts";

describe("a plan's coverage terms", () => {
  test("the service as sold has no fault", () => {
    expect(coverageTermsFaults(defaultCoverageTerms)).toEqual([]);
  });

  test("nothing that is only presumed is longer than the limit", () => {
    for (const usual of Object.values(defaultCoverageTerms.usualMinutes))
      expect(usual).toBeLessThanOrEqual(defaultCoverageTerms.minutesLimit);
  });

  test("all faults are reported at once, each with its field", () => {
    const broken = {
      ...defaultCoverageTerms,
      clauses: [
        { code: "printer", outcome: "LIMITED", title: "Printers" },
        { code: "printer", outcome: "COVERED", title: "Printers again" },
        { code: "coffee", outcome: "EXCLUDED", title: "Coffee machines" },
      ],
      minimumVersions: [{ product: "macOS", version: "newest" }],
      minutesLimit: -1,
      fairUseSecondsPerDay: 90_000,
    } as unknown as CoverageTerms;
    expect(coverageTermsFaults(broken)).toEqual([
      { field: "clauses[1].code", message: "printer is listed twice" },
      { field: "clauses[1].outcome", message: 'expected EXCLUDED or LIMITED, got "COVERED"' },
      { field: "clauses[2].code", message: 'there is no clause "coffee"' },
      { field: "minimumVersions[0].version", message: 'macOS: expected a version or CURRENT, got "newest"' },
      { field: "minutesLimit", message: "expected a whole number from 0 to 1440, got -1" },
      { field: "fairUseSecondsPerDay", message: "expected a whole number from 0 to 86400, got 90000" },
    ]);
  });
});
