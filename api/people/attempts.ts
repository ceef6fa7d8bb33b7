import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Refused } from "./door.http.ts";

type Limit = { readonly points: number; readonly duration: number };

/**
 * Counts attempts by account and by address, on this machine's time: no clock that a sandbox sets lets anybody try more.
 * Each process counts for itself.
 */
export class Attempts {
  readonly #limiters: readonly {
    readonly by: RateLimiterMemory;
    readonly keyOf: (what: string, address: string) => string;
  }[];

  constructor(limits: { pair?: Limit; account?: Limit; address?: Limit }) {
    const keys = {
      pair: (what: string, address: string) => `${address} ${what}`,
      account: (what: string) => what,
      address: (_what: string, address: string) => address,
    };
    // the address first: whoever is refused by it makes nothing be kept for names without end
    this.#limiters = (["address", "pair", "account"] as const).flatMap((name) => {
      const limit = limits[name];
      return limit ? [{ by: new RateLimiterMemory({ ...limit, keyPrefix: name }), keyOf: keys[name] }] : [];
    });
  }

  /** Counts one, before it is tried: many at once are counted all the same. `onLock`: the first that is one too many. */
  async count(what: string, address: string, onLock: () => Promise<unknown> = async () => {}): Promise<void> {
    for (const { by, keyOf } of this.#limiters)
      try {
        await by.consume(keyOf(what, address));
      } catch (over) {
        const { msBeforeNext, consumedPoints } = over as RateLimiterRes;
        if (consumedPoints === by.points + 1) await onLock();
        const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
        throw new Refused(429, "RATE_LIMITED", `Too many attempts. Try again in ${inWords(seconds)}.`, seconds);
      }
  }

  /** It was right: it is not held against anybody. */
  async forgive(what: string, address: string): Promise<void> {
    for (const { by, keyOf } of this.#limiters) await by.reward(keyOf(what, address));
  }
}

const inWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
