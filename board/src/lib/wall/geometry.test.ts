import { describe, expect, it } from "vitest";
import { countScale, geometry } from "./geometry.ts";

const sized = (metres: number, inches: number, width = 1920, height = 1080, rows: number | null = null) =>
  geometry(metres, inches, width, height, rows);

describe("how much fits on a wall that must be read", () => {
  it.each([
    ["four metres from 55 inches: eight rows", 4, 55, { rows: 8, far: false, k: 1, z: 1 }],
    ["five metres: six rows without the subject", 5, 55, { rows: 6, far: true, k: 1.25, z: 1 }],
    ["eight metres: enlarged no further than 1.7", 8, 55, { rows: 4, far: true, k: 1.7, z: 1 }],
  ])("%s", (_, metres, inches, expected) => {
    expect(sized(metres, inches)).toEqual(expected);
  });

  it("a 4K screen gets sharper, not denser", () => {
    expect(sized(4, 55, 3840, 2160)).toEqual(sized(4, 55));
  });

  it("on a desk it is dense, but never beyond what a wall may hold", () => {
    expect(sized(0.7, 24, 1280, 800)).toMatchObject({ z: 0.46, rows: 16 });
    expect(sized(4, 55, 1920, 1080, 500).rows).toBe(16);
  });

  it("takes the number of rows it is told, in the largest type that lets them fit", () => {
    expect(sized(4, 55, 1920, 1080, 5)).toMatchObject({ rows: 5, far: true });
    expect(sized(4, 55, 1920, 1080, 8)).toMatchObject({ rows: 8, far: false });
    expect(sized(4, 55, 1920, 1080, 12).z).toBeLessThan(0.85);
    expect(sized(4, 55, 1920, 1080, 1).rows).toBe(3);
  });
});

it("header digits shrink as queues grow", () => {
  expect(countScale([2, 3, 19, 6])).toBe(1);
  expect(countScale([12, 10, 12, 6])).toBeLessThan(0.9);
  expect(countScale([1_234, 812, 2_419, 535])).toBeCloseTo(0.52, 1);
});
