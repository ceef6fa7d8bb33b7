import { describe, expect, it } from "vitest";
import { percent } from "./percent.ts";

describe("attainment is told in tenths of a percent", () => {
  it.each([
    [1, "100 %"],
    [0.9999, "99.9 %"],
    [0.9944, "99.4 %"],
    [0.5, "50 %"],
    [0, "0 %"],
    [null, "–"],
  ])("%s is told as %s", (share, told) => expect(percent(share)).toBe(told));
});
