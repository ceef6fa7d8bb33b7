import { Temporal } from "temporal-polyfill";
import type { Instant, Seconds } from "../time.ts";

/** A stretch of the UTC line during which a zone's wall clocks are ahead of UTC by the same number of seconds. */
export type OffsetStretch = {
  readonly from: Instant;
  readonly until: Instant;
  readonly offset: Seconds;
  /** Wall seconds skipped as the stretch begins; 0 where none are. */
  readonly skipped: Seconds;
};

const DAY = 86_400;
// Offsets are sampled weekly and changes found by halving. The shortest stretch in the tz data of this century is the
// month of Ramadan (Casablanca, Cairo); asking for the "next transition" instead would cost about the same.
const STEP = 7 * DAY;

const sampled = (zone: string, at: number): number =>
  Math.floor(Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9);

/** Appends the offset changes in `(from, until]` to `changes`, oldest first. */
function findChanges(zone: string, from: number, until: number): { at: number; offset: number }[] {
  const changes: { at: number; offset: number }[] = [];
  let known = sampled(zone, from);
  for (let low = from; low < until; low += STEP) {
    let high = Math.min(low + STEP, until);
    const later = sampled(zone, high);
    if (later === known) continue;
    let before = low;
    while (high - before > 1) {
      const middle = Math.floor((before + high) / 2);
      if (sampled(zone, middle) === known) before = middle;
      else high = middle;
    }
    changes.push({ at: high, offset: later });
    known = later;
  }
  return changes;
}

type Line = { from: number; until: number; stretches: OffsetStretch[] };
// A pure memo: what a zone's offsets are does not change while a process lives.
const lines = new Map<string, Line>();

/** The zone's stretches of constant offset that cover `[from, until)`; the first and the last may reach beyond it. */
export function offsetStretches(zone: string, from: number, until: number): readonly OffsetStretch[] {
  let line = lines.get(zone);
  if (!line || from < line.from || until > line.until) {
    const wideFrom = Math.min(from, line?.from ?? from) - 400 * DAY;
    const wideUntil = Math.max(until, line?.until ?? until) + 400 * DAY;
    line = { from: wideFrom, until: wideUntil, stretches: [] };
    const changes = [{ at: wideFrom, offset: sampled(zone, wideFrom) }, ...findChanges(zone, wideFrom, wideUntil)];
    changes.forEach(({ at, offset }, i) => {
      line!.stretches.push({
        from: at as Instant,
        until: (changes[i + 1]?.at ?? wideUntil) as Instant,
        offset: offset as Seconds,
        skipped: Math.max(0, offset - (changes[i - 1]?.offset ?? offset)) as Seconds,
      });
    });
    lines.set(zone, line);
  }
  const { stretches } = line;
  let first = 0;
  while ((stretches[first] as OffsetStretch).until <= from) first += 1;
  let last = first;
  while (last < stretches.length && (stretches[last] as OffsetStretch).from < until) last += 1;
  return stretches.slice(first, Math.max(last, first + 1));
}

/** Seconds by which the zone's wall clocks are ahead of UTC at an instant. */
export const offsetAt = (zone: string, at: number): Seconds =>
  (offsetStretches(zone, at, at + 1)[0] as OffsetStretch).offset;
