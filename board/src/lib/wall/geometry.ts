import { formatCount } from "../time/format.ts";

/**
 * How large things must be to be read: by visual angle, from the distance in metres and the screen's inches. Lengths are
 * in design units, of which a 1920×1080 screen has one per pixel; a 4K screen gets sharper, not denser.
 */
export type Geometry = {
  /** Enlargement of the rows from afar (≥ 1). */
  readonly k: number;
  /** Reduction of everything from nearby (≤ 1): density of a desk. */
  readonly z: number;
  /** From afar the subject is left out, so that clock, client and owner stay legible. */
  readonly far: boolean;
  readonly rows: number;
};

export const HEADER = 128;
export const FOOTER = 196;
const EDGES = 32 + 26;
const GAPS = 2 * 22;
const ROW = 74;
const ROW_GAP = 8;
/** A page of more rows would pass the 400 nodes that a wall may have. */
const MOST_ROWS = 16;

const within = (low: number, n: number, high: number): number => Math.min(high, Math.max(low, n));

const [LEAST, MOST] = [0.46, 1.7];

export function geometry(
  metres: number,
  inches: number,
  width: number,
  height: number,
  asked: number | null,
): Geometry {
  const seen = within(LEAST, (metres / 4) * (55 / inches), MOST);
  const wanted = asked === null ? null : within(3, Math.round(asked), MOST_ROWS);
  const factor = wanted === null ? seen : factorFor(wanted, width, height);
  return {
    k: Math.max(1, factor),
    z: Math.min(1, factor),
    far: factor >= 1.25,
    rows: wanted ?? within(3, fitting(factor, width, height), MOST_ROWS),
  };
}

function fitting(factor: number, width: number, height: number): number {
  const unit = Math.min(width / 1920, height / 1080) * Math.min(1, factor);
  const space = height / unit - HEADER - FOOTER - EDGES - GAPS;
  return Math.floor((space + ROW_GAP + 1) / (ROW * Math.max(1, factor) + ROW_GAP));
}

/** The largest type at which so many rows fit. */
function factorFor(rows: number, width: number, height: number): number {
  let factor = MOST;
  while (factor > LEAST && fitting(factor, width, height) < rows) factor = Math.max(LEAST, factor - 0.01);
  return factor;
}

/** What the header has for four counts beside the clock, and what a digit and all that is not a digit take of it. */
const COUNTS_WIDTH = 678;
const DIGIT = 66;
const LABELS = 348;

/** How wide a count is, in digits: `1,234` is four and a half, `1.2M` four. */
const digitsOf = (n: number): number =>
  [...formatCount(n)].reduce((sum, sign) => sum + (/\d/.test(sign) ? 1 : /[,.]/.test(sign) ? 0.5 : 1.5), 0);

/** Header digits shrink as they become many, so that four counts and the clock keep to one line. */
export function countScale(counts: readonly number[]): number {
  const digits = counts.reduce((sum, n) => sum + digitsOf(n), 0);
  return within(0.45, COUNTS_WIDTH / (digits * DIGIT + LABELS), 1);
}
