import { expect, it } from "vitest";
import { LEAST_ARC_MINUTES, legibility } from "./legibility.ts";

it("four metres from 55 inches: eight rows, names 21 mm high, seen under 18 minutes of arc", () => {
  expect(legibility(4, 55)).toEqual({
    rows: 8,
    far: false,
    digits: { millimetres: 26, arcMinutes: 22 },
    client: { millimetres: 21, arcMinutes: 18 },
  });
});

it("type grows with the distance, so that the angle stays", () => {
  expect(legibility(5, 55)).toMatchObject({ rows: 6, far: true, client: { millimetres: 26, arcMinutes: 18 } });
  expect(legibility(3, 43).client.arcMinutes).toBe(18);
});

it("a small screen far away has an end to that, and the angle tells", () => {
  expect(legibility(9, 32).client.arcMinutes).toBeLessThan(LEAST_ARC_MINUTES);
});
