import { Act } from "../ticket/act.svelte.ts";
import { instant } from "../time/instant.ts";
import { Heartbeat, type JoinLink, RetryJoinLink, type RunningShown, SetRemoteAccess } from "./documents.ts";
import type { Heard } from "./tabs.ts";

/** A session lives by its heartbeats: without them the desk ends it after a minute. Machine time, in milliseconds. */
const BEAT_EVERY = 20_000;
/** While the link is being made, its heartbeats ask for it. */
const ASK_EVERY = 1_000;
/** A heartbeat that was not answered is sent again. */
const AGAIN_AFTER = 5_000;

/** One's own running session: what it is about, and the link by which to connect. */
export class OwnSession {
  readonly id: string;
  readonly ticket: RunningShown["ticket"];
  /** In desk time. */
  readonly startedAt: number;
  /** Null: the desk has no remote tool. */
  link: JoinLink | null = $state.raw(null);
  /** The desk did not answer the last heartbeat. */
  unanswered = $state(false);
  readonly act = new Act();
  #dueAt = 0;
  #beating = false;

  constructor({ id, startedAt, joinLink, ticket }: RunningShown) {
    [this.id, this.ticket, this.startedAt, this.link] = [id, ticket, instant(startedAt), joinLink];
  }

  isDue(at: number): boolean {
    return !this.#beating && at >= this.#dueAt;
  }

  /** Says that it is alive. `over`: the desk says that it is not. */
  async beat(): Promise<Heard | "over" | null> {
    this.#beating = true;
    const act = new Act();
    const answer = await act.run(Heartbeat, { sessionId: this.id });
    this.#beating = false;
    if (answer?.session) {
      const { joinLink: link, ticket } = answer.session;
      const client = ticket?.client ?? null;
      return { sessionId: this.id, link, clientId: client?.id ?? null, fairUse: client?.fairUse ?? null };
    }
    if (act.refusal?.field === "sessionId") return "over";
    this.unanswered = true;
    this.#dueAt = performance.now() + AGAIN_AFTER;
    return null;
  }

  /** The desk knows that it is alive, by this page or by another. */
  hear({ link }: Pick<Heard, "link">): void {
    this.link = link;
    this.unanswered = false;
    this.#dueAt = performance.now() + (link?.state === "PREPARING" ? ASK_EVERY : BEAT_EVERY);
  }

  /** What was in the way of the link is done; or says how the tool knows the device, and asks again. */
  async retry(device: { readonly id: string; readonly remoteAccessId: string } | null): Promise<void> {
    if (device) {
      const { id: deviceId, remoteAccessId } = device;
      if (!(await this.act.run(SetRemoteAccess, { deviceId, remoteAccessId }))) return;
    }
    const answer = await this.act.run(RetryJoinLink, { sessionId: this.id });
    if (answer) this.hear({ link: answer.session?.joinLink ?? null });
  }
}
