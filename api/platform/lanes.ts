/** Work that goes on beside the loop that finds it, so much of it at once; each fault is told, and none ends the loop. */
export class Lanes {
  readonly #most: number;
  readonly #onFault: (error: Error) => void;
  readonly #under = new Set<Promise<void>>();
  /** Called as a lane is free again: there may be more. */
  onFree = () => {};

  constructor(most: number, onFault: (error: Error) => void) {
    this.#most = most;
    this.#onFault = onFault;
  }

  get free(): number {
    return this.#most - this.#under.size;
  }

  run(work: Promise<void>): void {
    const lane = work
      .catch((error) => this.#onFault(error as Error))
      .finally(() => {
        this.#under.delete(lane);
        this.onFree();
      });
    this.#under.add(lane);
  }

  /** Once all that is under way has come to its end. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#under);
  }
}
