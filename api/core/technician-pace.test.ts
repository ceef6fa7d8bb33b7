import { describe, expect, test } from "vitest";
import { ENOUGH_HOLDS, type Hold, PRESUMED, paceOf } from "./technician-pace.ts";
import { type Instant, minutes } from "./time.ts";

const at = (minute: number) => (1_795_392_000 + minute * 60) as Instant;
/** A technician's stretches, each by its minutes: from, until, and when it was answered. */
const held = (
  technicianId: string,
  ...stretches: [from: number, until: number | null, respondedAt?: number][]
): Hold[] =>
  stretches.map(([from, until, respondedAt]) => ({
    technicianId,
    from: at(from),
    until: until === null ? null : at(until),
    respondedAt: respondedAt === undefined ? null : at(respondedAt),
    resolved: until !== null,
  }));

/** So many holds of so many minutes, one after the other. */
const every = (count: number, length: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [i * 100, i * 100 + length]);

describe("how fast a desk works", () => {
  test("without enough samples it is presumed, and says so", () => {
    const pace = paceOf(held("Tess", [0, 10, 5], [20, 30, 25]));
    expect(pace.toRespond).toEqual({ seconds: PRESUMED.toRespond, source: "PRESUMED" });
    expect(pace.toResolve).toEqual({ seconds: PRESUMED.toResolve, source: "PRESUMED" });
    expect(pace.toFree("Tess")).toEqual({ seconds: PRESUMED.toFree, source: "PRESUMED" });
  });

  test("responses: three of four take no longer; free: on average, where one that lay over night does not count", () => {
    const pace = paceOf(
      held("Tess", [0, 10, 4], [100, 112, 106], [200, 220, 203], [300, 1500, 1400], [2000, 2030, 2005], [2100, 2108]),
    );
    expect(pace.toRespond).toEqual({ seconds: minutes(6), source: "DESK" });
    expect(pace.toResolve).toEqual({ seconds: minutes(12), source: "DESK" });
    expect(pace.toFree("Tess")).toEqual({ seconds: minutes(16), source: "OWN" });
    expect(pace.lengths("Tess")).toEqual([minutes(16)]);
  });

  test("whoever took the next one was free by then, whatever they still hold", () => {
    const many = [0, 20, 50, 60, 105].map((from): [number, number] => [from, 120]);
    expect(paceOf(held("Tess", ...many)).toFree("Tess")).toEqual({ seconds: minutes(24), source: "OWN" });
  });

  test("somebody's own holds count beside ten of the desk's usual length", () => {
    const holds = [...held("Tess", ...every(10, 40)), ...held("Max", ...every(20, 70))];
    const desk = minutes(60); // (10 × 40 + 20 × 70) / 30
    expect(paceOf(holds).toFree("Tess")).toEqual({ seconds: (minutes(40) + desk) / 2, source: "OWN" });
    expect(paceOf(holds).toFree("Kim")).toEqual({ seconds: desk, source: "DESK" });
  });

  test("a technician's lengths are as different as the desk's, have their own average, and begin where the name says", () => {
    const different = Array.from({ length: 32 }, (_, i): [number, number] => [
      i * 400,
      i * 400 + (i % 4 === 3 ? 240 : 10),
    ]);
    const { lengths, toFree } = paceOf(held("Tess", ...different));
    const own = lengths("Tess");
    expect([...own].sort((a, b) => a - b)).toEqual([...Array(12).fill(minutes(10)), ...Array(4).fill(minutes(240))]);
    expect(own.reduce((all, length) => all + length, 0) / own.length).toBe(toFree("Tess").seconds);
    expect(
      own.slice(0, 8).filter((length) => length > minutes(10)),
      "long ones lie apart",
    ).toHaveLength(2);
    expect(lengths("Tess")).toEqual(own);
    expect(lengths("Max")).not.toEqual(own);
  });

  test("somebody of whom little is known works at the desk's pace", () => {
    const holds = [...held("Tess", [0, 10], [20, 30], [40, 50], [60, 70]), ...held("Max", [0, 10])];
    expect(holds).toHaveLength(ENOUGH_HOLDS);
    expect(paceOf(holds).toFree("Max")).toEqual({ seconds: minutes(10), source: "DESK" });
    expect(paceOf(holds).toFree("Nobody yet")).toEqual({ seconds: minutes(10), source: "DESK" });
  });

  test("what is held still is no sample, and handing out many at once makes nobody infinitely fast", () => {
    const still = held("Tess", [0, null], [0, null], [0, null], [0, null], [0, null], [0, null]);
    expect(paceOf(still).toFree("Tess")).toEqual({ seconds: minutes(1), source: "OWN" });
    expect(paceOf(still.slice(0, 1)).toFree("Tess").source).toBe("PRESUMED");
    expect(paceOf(still).toResolve.source).toBe("PRESUMED");
  });
});
