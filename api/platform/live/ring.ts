import type { Frame } from "./frame.ts";

/** About ten minutes of a busy board. */
const MOST_CHARACTERS = 512 * 1024;

/** The last messages of a group, for whoever comes back after a short absence. */
export class Ring {
  #frames: Frame[] = [];
  #size = 0;

  add(frame: Frame): void {
    this.#frames.push(frame);
    this.#size += frame.size;
    while (this.#size > MOST_CHARACTERS && this.#frames.length > 1) this.#size -= this.#frames.shift()?.size ?? 0;
  }

  clear(): void {
    this.#frames = [];
    this.#size = 0;
  }

  /**
   * What leads on from a position; null: nothing here begins there. Messages may stay at one position (a clock that was
   * set is no event): all that follow it are given, since one told twice does no harm.
   */
  after(at: string | null): readonly Frame[] | null {
    const first = at === null ? -1 : this.#frames.findIndex((frame) => frame.from === at);
    if (first >= 0) return this.#frames.slice(first);
    return at !== null && this.#frames.at(-1)?.to === at ? [] : null;
  }

  /** The last so many; null: not as many are kept. */
  last(count: number): readonly Frame[] | null {
    return count > this.#frames.length ? null : this.#frames.slice(this.#frames.length - count);
  }
}
