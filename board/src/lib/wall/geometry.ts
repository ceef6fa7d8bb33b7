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

export function geometry(
  metres: number,
  inches: number,
  width: number,
  height: number,
  asked: number | null,
): Geometry {
  const factor = within(0.46, (metres / 4) * (55 / inches), 1.7);
  const [k, z] = [Math.max(1, factor), Math.min(1, factor)];
  const unit = Math.min(width / 1920, height / 1080) * z;
  const space = height / unit - HEADER - FOOTER - EDGES - GAPS;
  const fitting = Math.floor((space + ROW_GAP + 1) / (ROW * k + ROW_GAP));
  return { k, z, far: factor >= 1.25, rows: within(3, asked ?? fitting, MOST_ROWS) };
}

/** What the header has for four counts beside the clock, and what a digit and all that is not a digit take of it. */
const COUNTS_WIDTH = 678;
const DIGIT = 66;
const LABELS = 348;

/** Header digits shrink as they become many, so that four counts and the clock keep to one line. */
export function countScale(counts: readonly number[]): number {
  const digits = counts.reduce((sum, n) => sum + String(n).length + (n > 999 ? 0.5 : 0), 0);
  return within(0.5, COUNTS_WIDTH / (digits * DIGIT + LABELS), 1);
}
