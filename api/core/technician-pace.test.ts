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

describe("how fast a desk works", () => {
  test("without enough samples it is presumed, and says so", () => {
    const pace = paceOf(held("Tess", [0, 10, 5], [20, 30, 25]));
    expect(pace.toRespond).toEqual({ seconds: PRESUMED.toRespond, source: "PRESUMED" });
    expect(pace.toResolve).toEqual({ seconds: PRESUMED.toResolve, source: "PRESUMED" });
    expect(pace.toFree("Tess")).toEqual({ seconds: PRESUMED.toFree, source: "PRESUMED" });
  });

  test("is the median of what was seen: one that lay over night does not count for much", () => {
    const pace = paceOf(
      held("Tess", [0, 10, 4], [100, 112, 106], [200, 220, 203], [300, 1500, 1400], [2000, 2030, 2005]),
    );
    expect(pace.toRespond).toEqual({ seconds: minutes(5), source: "DESK" });
    expect(pace.toResolve).toEqual({ seconds: minutes(20), source: "DESK" });
    expect(pace.toFree("Tess")).toEqual({ seconds: minutes(20), source: "OWN" });
  });

  test("whoever took the next one was free by then, whatever they still hold", () => {
    const many = [0, 20, 50, 60, 105].map((from): [number, number] => [from, 600]);
    expect(paceOf(held("Tess", ...many)).toFree("Tess")).toEqual({ seconds: minutes(30), source: "OWN" });
  });

  test("somebody of whom little is known works at the desk's pace", () => {
    const holds = [...held("Tess", [0, 10], [20, 30], [40, 50], [60, 70]), ...held("Max", [0, 12])];
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
