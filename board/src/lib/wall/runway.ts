type Bin = { readonly label: string; readonly count: number };

/** A wall has room for so many columns, and a budget for their nodes. */
const MOST_BINS = 10;

/** What falls due beyond the last column that has room stands in it, as `later`. */
export function fitBins<B extends Bin>(bins: readonly B[]): readonly B[] {
  const last = bins[MOST_BINS - 1];
  if (bins.length <= MOST_BINS || !last) return bins;
  const count = bins.slice(MOST_BINS - 1).reduce((sum, bin) => sum + bin.count, 0);
  return [...bins.slice(0, MOST_BINS - 1), { ...last, label: "later", count }];
}

/** A dot is a ticket, as long as the fullest column has few of them; beyond, bars with exact counts. */
const MOST_DOTS = 8;
const PER_LINE = 4;
const PITCH = 30;
export const DOT = 25;

export const showsDots = (counts: readonly number[]): boolean => Math.max(0, ...counts) <= MOST_DOTS;

/** Heights 0 to 1 of the bars; the smallest of something is still seen. */
export function barHeights(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  return counts.map((n) => (n === 0 ? 0 : Math.max(0.04, n / most)));
}

type Shape = "triangle" | "diamond" | "circle";

/** All dots of a column in one path, four to a line, filled from the bottom left: two nodes, however many tickets. */
export function dotsPath(count: number, shape: Shape): { d: string; height: number } {
  const lines = Math.ceil(count / PER_LINE);
  const height = Math.max(0, lines * PITCH - (PITCH - DOT));
  const at = (i: number) => ({
    x: (i % PER_LINE) * PITCH,
    y: height - DOT - Math.floor(i / PER_LINE) * PITCH,
  });
  const d = Array.from({ length: count }, (_, i) => dot(at(i), shape)).join("");
  return { d, height };
}

function dot({ x, y }: { x: number; y: number }, shape: Shape): string {
  const half = DOT / 2;
  switch (shape) {
    case "triangle":
      return `M${x + half} ${y + 1}l${half} ${DOT - 2.5}h-${DOT}z`;
    case "diamond":
      return `M${x + half} ${y - 0.5}l${half + 0.5} ${half + 0.5}l-${half + 0.5} ${half + 0.5}l-${half + 0.5} -${half + 0.5}z`;
    case "circle":
      return `M${x} ${y + half}a${half} ${half} 0 1 0 ${DOT} 0a${half} ${half} 0 1 0 -${DOT} 0z`;
    default:
      return shape satisfies never;
  }
}
