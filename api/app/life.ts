type Stop = () => unknown;

/**
 * What must be ended when this process is told to stop: the last begun first. Made before anything is begun, so that a
 * signal in the midst of a start leaves nothing behind either.
 */
export class Life {
  readonly #stops: Stop[] = [];
  #over = false;

  constructor() {
    // also: the terminal closes, or whoever started us over a channel is gone (nobody else would stop us)
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
      process.on(signal as "SIGINT", () => void this.#end());
  }

  /** Whether the end has begun: what fails from now on fails because of it. */
  get over(): boolean {
    return this.#over;
  }

  /** Something runs from now on; this ends it. */
  with(stop: Stop): void {
    this.#stops.push(stop);
  }

  async #end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop())
      try {
        await stop();
      } catch {
        // the rest is to be ended all the same
      }
    process.exit(0);
  }
}
