import { query } from "../gql.ts";
import { type NewTicket, Preview, type PreviewShown } from "./new-ticket.ts";

const REST = 350;

type Reading<I, P> = (input: I, signal: AbortSignal) => Promise<P>;
const ofRequest: Reading<NewTicket, PreviewShown> = async (input, signal) =>
  (await query(Preview, { input }, signal)).ticketPreview;

/** What would be promised for what stands on a form, asked for when the writing rests. */
export class PromiseAhead<I = NewTicket, P extends PreviewShown = PreviewShown> {
  shown: P | null = $state.raw(null);
  trouble: string | null = $state(null);
  #asked: AbortController | null = null;
  readonly #reading: Reading<I, P>;

  constructor(reading: Reading<I, P> = ofRequest as never) {
    this.#reading = reading;
  }

  /** Asks after a rest; the returned function forgets what was not yet asked. */
  ask(input: I): () => void {
    const timer = setTimeout(() => void this.#read(input), REST);
    return () => clearTimeout(timer);
  }

  async #read(input: I): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const shown = await this.#reading(input, asked.signal);
      if (this.#asked !== asked) return;
      this.shown = shown;
      this.trouble = null;
    } catch (error) {
      if (this.#asked === asked) this.trouble = (error as Error).message;
    }
  }
}
