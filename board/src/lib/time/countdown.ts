/** Open stretches of one calendar, half-open, in order, in seconds since 1970. */
export type OpenPeriod = { readonly from: number; readonly until: number };

/** Open seconds in `[from, until)`. */
export function openBetween(periods: readonly OpenPeriod[], from: number, until: number): number {
  let open = 0;
  for (const period of periods) {
    if (period.from >= until) break;
    open += Math.max(0, Math.min(period.until, until) - Math.max(period.from, from));
  }
  return open;
}

export const isOpen = (periods: readonly OpenPeriod[], at: number): boolean =>
  periods.some(({ from, until }) => from <= at && at < until);

/** When it opens next; null when it is open, or not within the periods known. */
export const opensAt = (periods: readonly OpenPeriod[], at: number): number | null =>
  isOpen(periods, at) ? null : (periods.find(({ from }) => from > at)?.from ?? null);

/** What the desk said of a clock, at `asOf`. */
export type Reading = {
  readonly state: "RUNNING" | "CLOSED_HOURS" | "PAUSED" | "ENDED" | "NO_TARGET";
  readonly standing: "ON_TRACK" | "AT_RISK" | "BREACHED";
  /** Counted seconds left at `asOf`, below zero once breached. */
  readonly remaining: number | null;
  readonly asOf: number;
  /** Counted seconds left when the clock becomes at risk. */
  readonly atRiskRemaining: number | null;
  /** Open periods from `asOf` on; null = every second counts. */
  readonly periods: readonly OpenPeriod[] | null;
};

const runs = (state: Reading["state"]): boolean => state === "RUNNING" || state === "CLOSED_HOURS";

/** Counted seconds left now: what was left at `asOf`, less the open time since. */
export function remainingAt({ state, remaining, asOf, periods }: Reading, now: number): number | null {
  if (remaining === null || !runs(state) || now <= asOf) return remaining;
  return remaining - (periods ? openBetween(periods, asOf, now) : now - asOf);
}

/** Where the clock stands now. Due is the last second in time; a breach that happened stays. For display only. */
export function standingAt(reading: Reading, now: number): Reading["standing"] {
  if (reading.standing === "BREACHED" || !runs(reading.state)) return reading.standing;
  const left = remainingAt(reading, now);
  if (left === null) return reading.standing;
  if (left < 0) return "BREACHED";
  if (reading.standing === "AT_RISK") return "AT_RISK";
  return reading.atRiskRemaining !== null && left <= reading.atRiskRemaining ? "AT_RISK" : "ON_TRACK";
}

/** Whether its digits stand still now because the doors are closed. */
export const isClosed = ({ state, periods }: Reading, now: number): boolean =>
  runs(state) && periods !== null && !isOpen(periods, now);
