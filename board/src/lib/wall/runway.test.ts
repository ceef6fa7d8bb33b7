import { describe, expect, it } from "vitest";
import { barHeights, dotsPath, fitBins, showsDots } from "./runway.ts";

describe("the runway", () => {
  it("draws a dot a ticket while every column has few", () => {
    expect(showsDots([2, 3, 0, 8])).toBe(true);
    expect(showsDots([2, 3, 0, 9])).toBe(false);
    expect(showsDots([])).toBe(true);
  });

  it("draws bars in proportion, the smallest still seen, none for nothing", () => {
    expect(barHeights([100, 50, 1, 0])).toEqual([1, 0.5, 0.04, 0]);
  });

  it("says what has no column of its own in the last one", () => {
    const days = Array.from({ length: 40 }, (_, i) => ({ label: `day ${i}`, count: 2 }));
    const fitted = fitBins(days);
    expect(fitted).toHaveLength(10);
    expect(fitted.at(-1)).toEqual({ label: "later", count: 62 });
    expect(fitBins(days.slice(0, 10))).toEqual(days.slice(0, 10));
  });

  it.each(["circle", "diamond", "triangle"] as const)(
    "draws as many %ss as there are tickets, four to a line",
    (shape) => {
      expect(dotsPath(7, shape).d.match(/M/g)).toHaveLength(7);
      expect(dotsPath(4, shape).height).toBe(25);
      expect(dotsPath(5, shape).height).toBe(55);
    },
  );
});
