import { expect, test } from "vitest";
import type { Instant, Seconds } from "../time.ts";
import { type OffsetLine, zoneDifferences } from "./zone-differences.ts";

const line = (...stretches: [from: number, hours: number][]): OffsetLine =>
  stretches.map(([from, hours]) => ({ from, offset: (hours * 3_600) as Seconds }));
const between = (ours: OffsetLine, theirs: OffsetLine) => zoneDifferences(ours, theirs, 0 as Instant, 1_000 as Instant);

test("the same offsets differ nowhere, also where they are written in more pieces", () => {
  expect(between(line([-50, -8]), line([-99, -8], [500, -8]))).toEqual([]);
});

test("a zone that stops changing its clocks differs from the change on, until it would have changed back", () => {
  const stale = line([-1, -7], [300, -8], [700, -7]);
  expect(between(stale, line([-1, -7]))).toEqual([{ from: 300, until: 700, by: 3_600 }]);
});

test("what lies before and after the range is left out, and differences that follow one another are one", () => {
  const ours = line([-500, 1], [400, 2], [2_000, 5]);
  const theirs = line([-500, 2], [400, 3], [2_000, 9]);
  expect(between(ours, theirs)).toEqual([{ from: 0, until: 1_000, by: 3_600 }]);
});
