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

/** The changes of offset in `(from, until]`, oldest first. */
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

const MARGIN = 400 * DAY;
const FAR = 60 * 366 * DAY;

type Line = { readonly from: number; readonly until: number; readonly stretches: readonly OffsetStretch[] };
// A pure memo: what a zone's offsets are does not change while a process lives.
const lines = new Map<string, Line>();

/** The zone's stretches of constant offset that cover `[from, until)`; the first and the last may reach beyond it. */
export function offsetStretches(zone: string, from: number, until: number): readonly OffsetStretch[] {
  const { stretches } = lineCovering(zone, from, until);
  let first = 0;
  while ((stretches[first] as OffsetStretch).until <= from) first += 1;
  let last = first;
  while (last < stretches.length && (stretches[last] as OffsetStretch).from < until) last += 1;
  return stretches.slice(first, Math.max(last, first + 1));
}

function lineCovering(zone: string, from: number, until: number): Line {
  const known = lines.get(zone);
  if (known && from >= known.from && until <= known.until) return known;
  const joined = { from: Math.min(from, known?.from ?? from), until: Math.max(until, known?.until ?? until) };
  // a date in a far century is looked up by itself, not with all the years between
  if (joined.until - joined.from > FAR) return lineOf(zone, from - MARGIN, until + MARGIN);
  const line = lineOf(zone, joined.from - MARGIN, joined.until + MARGIN);
  lines.set(zone, line);
  return line;
}

function lineOf(zone: string, from: number, until: number): Line {
  const changes = [{ at: from, offset: sampled(zone, from) }, ...findChanges(zone, from, until)];
  const stretches = changes.map(({ at, offset }, i) => ({
    from: at as Instant,
    until: (changes[i + 1]?.at ?? until) as Instant,
    offset: offset as Seconds,
    skipped: Math.max(0, offset - (changes[i - 1]?.offset ?? offset)) as Seconds,
  }));
  return { from, until, stretches };
}

/** Seconds by which the zone's wall clocks are ahead of UTC at an instant. */
export const offsetAt = (zone: string, at: number): Seconds =>
  (offsetStretches(zone, at, at + 1)[0] as OffsetStretch).offset;
