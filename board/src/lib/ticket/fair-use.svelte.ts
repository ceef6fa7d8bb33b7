import { query } from "../gql.ts";
import { ClientFairUse, type FairUseShown } from "../sessions/documents.ts";
import { ownSessions } from "../sessions/own-sessions.svelte.ts";
import { instant } from "../time/instant.ts";

/** In seconds of the machine: sessions on the client's other tickets begin and end without a word here. */
const ASK_EVERY = 30;

/** What the desk said last of a client's minutes: with the ticket, with one's own heartbeats, or when it was asked. */
export class ClientMinutes {
  readonly #clientId: string;
  #asked: FairUseShown | null = $state.raw(null);

  constructor(clientId: string) {
    this.#clientId = clientId;
  }

  newest(withTicket: FairUseShown): FairUseShown {
    return [ownSessions.fairUse[this.#clientId], this.#asked].reduce<FairUseShown>(
      (newest, one) => (one && instant(one.asOf) > instant(newest.asOf) ? one : newest),
      withTicket,
    );
  }

  /** Asks from time to time, until the returned function is called. */
  follow(): () => void {
    const timer = setInterval(() => void this.#ask(), ASK_EVERY * 1_000);
    return () => clearInterval(timer);
  }

  async #ask(): Promise<void> {
    if (document.hidden) return;
    const answer = await query(ClientFairUse, { id: this.#clientId }).catch(() => null); // offline: it runs on as told
    if (answer?.node?.__typename === "Client") this.#asked = answer.node.fairUse;
  }
}
