/** How long a client goes on asking. */
export type Patience = {
  /** Tries in all, the first included. 1: never again. */
  tries: number;
  /** Seconds that it waits at most between two tries; a desk that asks for more is not asked again. */
  longestWaitSeconds: number;
  /** Seconds that one try may take; null: as long as it takes. */
  timeoutSeconds: number | null;
};
export const PATIENCE: Patience = { tries: 6, longestWaitSeconds: 60, timeoutSeconds: 60 };

const FIRST_WAIT_MS = 250;

/** Milliseconds before the next try. Never earlier than was asked for; with jitter, so that many clients do not return as one. */
export function waitMs(
  failures: number,
  retryAfterSeconds: number | null,
  { longestWaitSeconds }: Pick<Patience, "longestWaitSeconds">,
  random: () => number = Math.random,
): number {
  if (retryAfterSeconds !== null) return retryAfterSeconds * 1000 * (1 + 0.1 * random()) + 100 * random();
  return Math.min(longestWaitSeconds * 1000, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + 0.5 * random());
}

/** `Retry-After` in seconds: a number of them, or a date by this machine's clock. Null: it says nothing. */
export function secondsIn(header: string | undefined, nowMs = Date.now()): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - nowMs) / 1000));
}

/** Waits, or ends at once with the signal's reason when it is told to stop. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done, fail) => {
    if (signal?.aborted) return fail(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      fail(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      done();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });

/** Runs one try under a signal of its own, which ends it when the caller stops or the time is up. */
export async function within<T>(
  seconds: number | null,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const stop = () => limit.abort(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  const timer =
    seconds === null
      ? undefined
      : setTimeout(() => limit.abort(new Error(`no answer within ${seconds} s`)), seconds * 1000);
  try {
    return await work(limit.signal);
  } catch (error) {
    throw limit.signal.aborted ? limit.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
