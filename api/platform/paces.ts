import { Pace } from "./pace.ts";

const MOST_KEPT = 10_000;
/** Whoever asked within this time is there. */
const THERE_MS = 1_000;

/** Each key's pace. They know of one another only whether anybody else is there to be held up. */
export class Paces {
  readonly #paces = new Map<string, Pace>();
  /** Who asked last, and who did last of the others. */
  #last = { key: "", at: Number.NEGATIVE_INFINITY };
  #before = this.#last;

  /** Somebody asks, key or person. */
  heard(key: string): void {
    if (key !== this.#last.key) this.#before = this.#last;
    this.#last = { key, at: performance.now() };
  }

  of(key: string): Pace {
    const known = this.#paces.get(key);
    if (known) return known;
    if (this.#paces.size >= MOST_KEPT)
      for (const [other, pace] of this.#paces) if (pace.isIdle) this.#paces.delete(other);
    const made = new Pace(() => this.#othersThan(key));
    this.#paces.set(key, made);
    return made;
  }

  #othersThan(key: string): boolean {
    const { at } = this.#last.key === key ? this.#before : this.#last;
    return performance.now() - at < THERE_MS;
  }
}
