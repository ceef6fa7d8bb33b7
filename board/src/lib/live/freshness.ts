/** How old the picture is, as it must look: live, late (said aloud, countdowns run on), stale (not to be worked from). */
export type Freshness = "connecting" | "live" | "late" | "stale";

const LATE_AFTER = 10;
const STALE_AFTER = 30;
/** Nothing heard for as long: the socket is dead, whatever it says of itself. */
export const SILENCE = 12;

/** Seconds of machine time when a message came, and how old the desk's own pulse was then. */
export type LastHeard = {
  readonly machine: number;
  readonly lag: number;
  readonly pulseAt: string;
  readonly pulseSince: number;
};
export type PulseMessage = { readonly pulseAt: string; readonly pulseAgeSeconds: number };
/** What every message says of time. */
export type TimedMessage = PulseMessage & {
  readonly clock: { readonly now: string; readonly rate: number; readonly sandbox: boolean };
};

/**
 * The age of a message is that of the pulse behind it, as the desk's database reckons it: an open socket before a dead
 * worker is stale. A pulse is also old since it last moved: it may come from a clock that goes before.
 */
export function hear(before: LastHeard | null, { pulseAt, pulseAgeSeconds }: PulseMessage, machine: number): LastHeard {
  const pulseSince = before && before.pulseAt === pulseAt ? before.pulseSince : machine;
  const lag = Math.max(pulseAgeSeconds, machine - pulseSince, 0);
  return { machine, lag, pulseAt, pulseSince };
}

/** Exact: rounded down, a board would say a second late that it is not live. */
export const ageOf = (heard: LastHeard, machine: number): number => machine - heard.machine + heard.lag;

export const freshnessOf = (age: number): Freshness =>
  age <= LATE_AFTER ? "live" : age <= STALE_AFTER ? "late" : "stale";
