/**
 * Many lengths of work as a few that stand for them, as shares of their mean. A desk whose pieces of work are mostly short
 * and now and then very long takes more tickets in its first hour than one whose pieces are all alike.
 */
export const STRATA = 16;

/**
 * The means of so many equal parts of the sorted lengths, as shares of the mean of all, in an order in which short and
 * long ones alternate (bits of their index reversed), so that each stretch of it has about that mean. With too few lengths,
 * all are alike.
 *
 * Example, were there four parts: of 2, 4, 6, 8, 20, 20, 30 and 70 minutes, mean 20, they are 3, 7, 20 and 50, in the order
 * 0.15, 1, 0.35, 2.5.
 */
export function strataOf(lengths: readonly number[]): readonly number[] {
  if (lengths.length < STRATA) return [1];
  const sorted = lengths.toSorted((a, b) => a - b);
  const mean = meanOf(sorted);
  const from = (stratum: number) => Math.floor((stratum * sorted.length) / STRATA);
  return Array.from({ length: STRATA }, (_, i) => {
    const stratum = reversed(i);
    return meanOf(sorted.slice(from(stratum), from(stratum + 1))) / mean;
  });
}

export const meanOf = (lengths: readonly number[]): number =>
  lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

function reversed(index: number): number {
  let bits = 0;
  for (let bit = 1, rest = index; bit < STRATA; bit *= 2, rest >>= 1) bits = bits * 2 + (rest & 1);
  return bits;
}

/** The same from a place that only the name decides, so that people who begin together do not end together. */
export function turned<T>(all: readonly T[], name: string): T[] {
  const first = hash(name) % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** FNV-1a, its high bits brought down. */
function hash(text: string): number {
  let h = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619) >>> 0;
  return (h ^ (h >>> 15)) >>> 0;
}
