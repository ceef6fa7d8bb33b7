import { query } from "../gql.ts";
import { type NewTicket, Preview, type PreviewShown } from "./new-ticket.ts";

const REST = 350;

/** What would be promised for a request as it stands on the form, asked for when the writing rests. */
export class PromiseAhead {
  shown: PreviewShown | null = $state.raw(null);
  trouble: string | null = $state(null);
  #asked: AbortController | null = null;

  /** Asks after a rest; the returned function forgets what was not yet asked. */
  ask(input: NewTicket): () => void {
    const timer = setTimeout(() => void this.#read(input), REST);
    return () => clearTimeout(timer);
  }

  async #read(input: NewTicket): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const { ticketPreview } = await query(Preview, { input }, asked.signal);
      if (this.#asked !== asked) return;
      this.shown = ticketPreview;
      this.trouble = null;
    } catch (error) {
      if (this.#asked === asked) this.trouble = (error as Error).message;
    }
  }
}
