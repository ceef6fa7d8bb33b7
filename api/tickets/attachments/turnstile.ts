import { ATTACHMENTS } from "./limits.ts";
import { NotTaken } from "./taking-files.ts";

/** Counts uploads under way: each holds its file in memory until it is stored. */
export class Turnstile {
  readonly #under = new Map<string, number>();
  #all = 0;

  async through<T>(uploader: string, act: () => Promise<T>): Promise<T> {
    const { uploadsAtOnce, uploadsAtOnceInAll } = ATTACHMENTS;
    const own = this.#under.get(uploader) ?? 0;
    if (own >= uploadsAtOnce) throw full("uploadsAtOnce", uploadsAtOnce, "You upload as many files at once as you may");
    if (this.#all >= uploadsAtOnceInAll)
      throw full("uploadsAtOnceInAll", uploadsAtOnceInAll, "Others upload many files at this moment");
    this.#under.set(uploader, own + 1);
    this.#all += 1;
    try {
      return await act();
    } finally {
      this.#all -= 1;
      const left = (this.#under.get(uploader) ?? 1) - 1;
      if (left > 0) this.#under.set(uploader, left);
      else this.#under.delete(uploader);
    }
  }
}

const full = (name: string, maximum: number, why: string) =>
  new NotTaken(429, "RATE_LIMITED", `${why}. Try again in 1 s.`, { limit: { name, maximum }, retryAfterSeconds: 1 });
