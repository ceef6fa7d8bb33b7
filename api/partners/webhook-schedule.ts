import type { Outcome } from "./post-webhook.ts";

const [MINUTE, HOUR] = [60, 3_600];
/** Seconds from one try to the next: ten tries over a little more than three days. */
const RESTS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;
export const TRIES = RESTS.length + 1;
const LONGEST_QUIET = 24 * HOUR;

/** What becomes of a delivery after a try, and of its endpoint. */
export type Next = {
  readonly state: "DELIVERED" | "WAITING" | "READY" | "FAILED";
  /** Seconds until the next try. */
  readonly rest: number | null;
  /** Seconds for which the whole endpoint is left alone. */
  readonly quiet: number | null;
  /** The endpoint is disabled, and this is why. */
  readonly disable: string | null;
};

const done = (state: Next["state"], disable: string | null = null): Next => ({
  state,
  rest: null,
  quiet: null,
  disable,
});

/**
 * Decides by the answer and by how many tries are left after it. `chance` is between 0 and 1: rests vary by a fifth, so
 * that messages that failed together are not tried together. An endpoint that is gone keeps what it was not given: it
 * is sent once somebody enables it again.
 */
export function afterTry(outcome: Outcome, left: number, chance: number): Next {
  const { status, retryAfter } = outcome;
  if (outcome.error === null) return done("DELIVERED");
  if (status === 410) return done("READY", "It answered 410 Gone.");
  if (left <= 0) return done("FAILED", `${TRIES} tries over three days failed; the last: ${outcome.error}.`);
  const planned = RESTS[Math.min(Math.max(TRIES - 1 - left, 0), RESTS.length - 1)] as number;
  const asked = retryAfter === null ? null : Math.min(retryAfter, LONGEST_QUIET);
  const rest = Math.max(Math.round(planned * (0.8 + 0.4 * chance)), asked ?? 0, 1);
  // "too many" and "not now" are said of the endpoint, not of one message
  const quiet = asked !== null && asked > 0 && (status === 429 || status === 503) ? asked : null;
  return { state: "WAITING", rest, quiet, disable: null };
}
