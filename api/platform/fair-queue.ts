type Waiting = { readonly run: () => void };

/** Too many of one key wait already. */
export class TooManyWaiting extends Error {}

/**
 * Lets a few of anything run at once, and the keys take turns: however much one key sends, another's next waits for at
 * most one of each. Turns are handed on through the event loop, so that sockets and people are served in between.
 */
export class FairQueue {
  readonly #limits: { readonly atOncePerKey: number; readonly atOnceInAll: number; readonly waitingPerKey: number };
  readonly #running = new Map<string, number>();
  /** In the order in which keys have their turn: who had it goes to the end. */
  readonly #waiting = new Map<string, Waiting[]>();
  #inAll = 0;

  constructor(limits: { atOncePerKey: number; atOnceInAll: number; waitingPerKey: number }) {
    this.#limits = limits;
  }

  get waiting(): number {
    let all = 0;
    for (const queue of this.#waiting.values()) all += queue.length;
    return all;
  }

  async run<T>(key: string, act: () => Promise<T>): Promise<T> {
    if (!this.#mayRun(key) || this.#waiting.has(key)) await this.#turn(key);
    else this.#begin(key);
    try {
      return await act();
    } finally {
      this.#end(key);
    }
  }

  #mayRun(key: string): boolean {
    const { atOnceInAll, atOncePerKey } = this.#limits;
    return this.#inAll < atOnceInAll && (this.#running.get(key) ?? 0) < atOncePerKey;
  }

  #begin(key: string): void {
    this.#inAll += 1;
    this.#running.set(key, (this.#running.get(key) ?? 0) + 1);
  }

  #end(key: string): void {
    this.#inAll -= 1;
    const left = (this.#running.get(key) ?? 1) - 1;
    if (left === 0) this.#running.delete(key);
    else this.#running.set(key, left);
    if (this.#waiting.size > 0) setImmediate(() => this.#next());
  }

  #turn(key: string): Promise<void> {
    const queue = this.#waiting.get(key) ?? [];
    if (queue.length >= this.#limits.waitingPerKey) throw new TooManyWaiting();
    return new Promise((run) => {
      queue.push({ run });
      this.#waiting.set(key, queue);
    });
  }

  #next(): void {
    for (const [key, queue] of [...this.#waiting]) {
      if (!this.#mayRun(key)) continue;
      const first = queue.shift();
      this.#waiting.delete(key);
      if (queue.length > 0) this.#waiting.set(key, queue);
      this.#begin(key);
      first?.run();
    }
  }
}
