/** Only verdicts count: a clock that still runs has none, and is in no figure. */
export type Judged = { readonly verdict: "MET" | "MISSED" | "CANCELLED" | "MERGED" | null };

export type Attainment = {
  readonly met: number;
  readonly missed: number;
  /** Met and missed: what the share is taken of. */
  readonly n: number;
  /** Met ÷ n, from 0 to 1; null when nothing was judged. Never rounded here. */
  readonly share: number | null;
  /** Too few to say much: shown in grey. */
  readonly few: boolean;
};

/** Below this many verdicts a share says little. */
export const FEW = 10;

export const attainmentOf = (met: number, missed: number): Attainment => {
  const n = met + missed;
  return { met, missed, n, share: n === 0 ? null : met / n, few: n < FEW };
};

/** Of the promises that were judged, how many were kept. Cancelled and merged ones are neither kept nor broken. */
export function attainment(rows: Iterable<Judged>): Attainment {
  let met = 0;
  let missed = 0;
  for (const { verdict } of rows) {
    if (verdict === "MET") met += 1;
    else if (verdict === "MISSED") missed += 1;
  }
  return attainmentOf(met, missed);
}
