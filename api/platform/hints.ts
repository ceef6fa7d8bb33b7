import type pg from "pg";

/**
 * A sleeper on a connection that listens: whatever is announced there ends the sleep early. Hints come in swarms, one
 * for each commit; who need not answer each of them waits a little for the rest of the swarm.
 */
export class Hints {
  readonly #swarmMs: number;
  #heard = false;
  #wake = () => {};

  constructor(client: pg.Client, swarmMs: number) {
    this.#swarmMs = swarmMs;
    client.on("notification", () => this.hear());
  }

  /** The same from within this process. */
  hear(): void {
    this.#heard = true;
    this.#wake();
  }

  /** Whether something was announced, before or meanwhile. A hint never makes the sleep longer. */
  sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((done) => {
      const until = performance.now() + ms;
      const rest = () => Math.max(0, this.#heard ? Math.min(this.#swarmMs, until - performance.now()) : ms);
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        this.#wake = () => {};
        const heard = this.#heard;
        this.#heard = false;
        done(heard);
      };
      let timer = setTimeout(end, rest());
      this.#wake = () => {
        this.#wake = () => {};
        clearTimeout(timer);
        timer = setTimeout(end, rest());
      };
      // a sleep that outlives its worker would keep the process from ending
      signal.addEventListener("abort", end);
      if (signal.aborted) end();
    });
  }
}
