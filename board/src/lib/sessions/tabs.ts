import type { FairUseShown, JoinLink } from "./documents.ts";

/** What became of a heartbeat: the desk knows the session as alive for a while. */
export type Heard = {
  readonly sessionId: string;
  readonly link: JoinLink | null;
  readonly clientId: string | null;
  readonly fairUse: FairUseShown | null;
};
type News =
  | { readonly kind: "heard"; readonly heard: Heard }
  /** A session was begun or ended: what runs is to be asked for again. */
  | { readonly kind: "changed" }
  | { readonly kind: "opened" | "here" | "gone"; readonly tab: string };

/** The other pages of the desk in this browser that keep the same sessions: one heartbeat does for all of them. */
export class Tabs {
  readonly #channel: BroadcastChannel;
  readonly #name = `${performance.timeOrigin}.${Math.random()}`;
  readonly #others = new Set<string>();
  readonly #leave = () => this.#post({ kind: "gone", tab: this.#name });
  readonly #return = () => this.#post({ kind: "opened", tab: this.#name });

  constructor(technicianId: string, on: { heard(heard: Heard): void; changed(): void }) {
    this.#channel = new BroadcastChannel(`watchdesk.sessions.${technicianId}`);
    this.#channel.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.kind === "heard") on.heard(data.heard);
      else if (data.kind === "changed") on.changed();
      else if (data.kind === "gone") this.#others.delete(data.tab);
      else {
        this.#others.add(data.tab);
        if (data.kind === "opened") this.#post({ kind: "here", tab: this.#name });
      }
    };
    addEventListener("pagehide", this.#leave);
    addEventListener("pageshow", this.#return);
    this.#return();
  }

  /** Whether this page is the only one that keeps them: with it, they would be lost. */
  get alone(): boolean {
    return this.#others.size === 0;
  }

  tell(news: Extract<News, { kind: "heard" | "changed" }>): void {
    this.#post(news);
  }

  close(): void {
    removeEventListener("pagehide", this.#leave);
    removeEventListener("pageshow", this.#return);
    this.#leave();
    this.#channel.close();
  }

  #post(news: News): void {
    this.#channel.postMessage(news);
  }
}
