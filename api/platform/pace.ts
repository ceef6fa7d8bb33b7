/**
 * `of`: how much of the process's time one key may take while others ask. `burstMs`: what it may take at once when it has
 * taken nothing for a while. `atOnce`: so many answers of what was loaded are one slice, well below a millisecond.
 */
export type Share = { readonly of: number; readonly burstMs: number; readonly atOnce: number };
export const SHARE: Share = { of: 0.25, burstMs: 3, atOnce: 6 };

/**
 * Lets the work of one key go on in slices. When rows of a page have come, hundreds of fields could be answered in one
 * breath, and whoever asks for little meanwhile would wait for all of them. So a few go on, then the event loop turns,
 * then the next few; and where slices have taken more than the key's share while others ask, there is a pause first.
 */
export class Pace {
  readonly #othersAsk: () => boolean;
  readonly #share: Share;
  readonly #waiting: (() => void)[] = [];
  #resumed = 0;
  #paused = false;
  #beganAt = 0;
  /** Time that it may still take at once; below zero when it took too much. */
  #allowance: number;
  #at: number;

  constructor(othersAsk: () => boolean, share = SHARE) {
    this.#othersAsk = othersAsk;
    this.#share = share;
    this.#allowance = share.burstMs;
    this.#at = performance.now();
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#resumed === 0;
  }

  /** Resolves when it is this one's turn. */
  turn(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push(go);
      if (this.#paused || this.#resumed >= this.#share.atOnce || this.#waiting.length > 1) return;
      this.#refill(performance.now());
      this.#goOn();
    });
  }

  #goOn(): void {
    if (this.#allowance < 0 && this.#othersAsk()) {
      this.#pause();
      return;
    }
    if (this.#resumed === 0) {
      this.#beganAt = performance.now();
      setImmediate(() => this.#turned());
    }
    while (this.#resumed < this.#share.atOnce) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#resumed += 1;
      next();
    }
  }

  /** The event loop has turned: what the slice took is known, with whatever else the process did meanwhile. */
  #turned(): void {
    const now = performance.now();
    this.#refill(now);
    this.#allowance = Math.max(this.#allowance - (now - this.#beganAt), -this.#share.burstMs);
    this.#resumed = 0;
    if (this.#waiting.length > 0) this.#goOn();
  }

  #pause(): void {
    this.#paused = true;
    const goOn = () => {
      this.#paused = false;
      this.#refill(performance.now());
      this.#allowance = Math.max(this.#allowance, 0); // a timer may be early by a fraction
      this.#goOn();
    };
    setTimeout(goOn, Math.ceil(-this.#allowance / this.#share.of));
  }

  #refill(now: number): void {
    this.#allowance = Math.min(this.#share.burstMs, this.#allowance + (now - this.#at) * this.#share.of);
    this.#at = now;
  }
}
