import type { ResultOf } from "../gql.ts";
import { Act } from "./act.svelte.ts";
import { Heartbeat, RetryJoinLink, SetRemoteAccess } from "./mutations.ts";

export type JoinLink = NonNullable<NonNullable<ResultOf<typeof Heartbeat>["answer"]["session"]>["joinLink"]>;

/** A session lives by its heartbeats: without them the desk ends it after a minute. */
const BEAT_EVERY = 20_000;
/** While the link is being made, its heartbeats ask for it. */
const ASK_EVERY = 1_000;

/** One's own running session: kept alive, with the link by which to connect. */
export class Joining {
  readonly #sessionId: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  /** Null: the desk has no remote tool, or nothing was heard yet. */
  link: JoinLink | null = $state.raw(null);
  readonly act = new Act();

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
    void this.#beat();
  }

  /** What was in the way is done; or says how the tool knows the device, and asks again. */
  async retry(device: { readonly id: string; readonly remoteAccessId: string } | null): Promise<void> {
    if (device) {
      const { id: deviceId, remoteAccessId } = device;
      if (!(await this.act.run(SetRemoteAccess, { deviceId, remoteAccessId }))) return;
    }
    const answer = await this.act.run(RetryJoinLink, { sessionId: this.#sessionId });
    if (!answer) return;
    this.link = answer.session?.joinLink ?? null;
    this.#next();
  }

  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  async #beat(): Promise<void> {
    const answer = await new Act().run(Heartbeat, { sessionId: this.#sessionId });
    if (answer?.session) this.link = answer.session.joinLink;
    this.#next();
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (this.#over) return;
    const wait = this.link?.state === "PREPARING" ? ASK_EVERY : BEAT_EVERY;
    this.#timer = setTimeout(() => void this.#beat(), wait);
  }
}
