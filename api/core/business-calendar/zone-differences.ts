import type { Instant, Seconds } from "../time.ts";

/** Offsets over a range: each holds until the next begins. */
export type OffsetLine = readonly { readonly from: number; readonly offset: Seconds }[];

/** A stretch in which one source of time-zone data shows wall clocks `by` seconds later than the other. */
export type ZoneDifference = { readonly from: Instant; readonly until: Instant; readonly by: Seconds };

/** Where `theirs` differs from `ours` within `[from, until)`, and by how much; stretches of the same difference are one. */
export function zoneDifferences(ours: OffsetLine, theirs: OffsetLine, from: Instant, until: Instant): ZoneDifference[] {
  const changes = [...ours, ...theirs].map((line) => line.from).filter((at) => at > from && at < until);
  const bounds = [from, ...new Set(changes.sort((a, b) => a - b)), until] as Instant[];
  const found: { from: Instant; until: Instant; by: Seconds }[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const [start, end] = [bounds[i] as Instant, bounds[i + 1] as Instant];
    const by = (offsetIn(theirs, start) - offsetIn(ours, start)) as Seconds;
    const last = found.at(-1);
    if (by === 0) continue;
    if (last && last.until === start && last.by === by) last.until = end;
    else found.push({ from: start, until: end, by });
  }
  return found;
}

const offsetIn = (line: OffsetLine, at: number): number =>
  (line.findLast((stretch) => stretch.from <= at) ?? line[0])?.offset ?? 0;
