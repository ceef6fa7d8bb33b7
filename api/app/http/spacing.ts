import { REFUSALS_PER_SECOND } from "../../partners/limits/constants.ts";

const APART_MS = 1_000 / REFUSALS_PER_SECOND;
/** Nobody waits longer for a refusal. */
const LONGEST_MS = 2_000;
const MOST_KEPT = 10_000;

/**
 * Holds back the refusals of a key that goes on asking although it was told to wait. The first is told at once, the next
 * ones in a row, so that clients that ask as fast as they are answered ask no faster than that.
 */
export class Spacing {
  readonly #nextAt = new Map<string, number>();

  async beforeRefusing(key: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt.get(key) ?? now);
    if (at - now > LONGEST_MS) return;
    if (this.#nextAt.size >= MOST_KEPT)
      for (const [other, next] of this.#nextAt) if (next < now) this.#nextAt.delete(other);
    this.#nextAt.set(key, at + APART_MS);
    if (at > now) await new Promise((turn) => setTimeout(turn, at - now));
  }
}
