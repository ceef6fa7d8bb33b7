import { query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { toasts } from "../toasts.svelte.ts";
import { EndSession, type FairUseShown, OwnRunning } from "./documents.ts";
import { OwnSession } from "./own-session.svelte.ts";
import { everySecond } from "./pulse.ts";
import { type Heard, Tabs } from "./tabs.ts";

const AGAIN_AFTER = 5_000;

/**
 * One's own running sessions, kept alive as long as any page of the desk is open: whichever of them is shown, in however
 * many tabs. Stays when a page is left for another.
 */
class OwnSessions {
  all: readonly OwnSession[] = $state.raw([]);
  /** What heartbeats told last of clients' minutes, by client. */
  fairUse: { readonly [clientId: string]: FairUseShown } = $state.raw({});
  #technicianId: string | null = null;
  #tabs: Tabs | null = null;
  #stopPulse: (() => void) | null = null;
  #asked = 0;

  /** Keeps the sessions of this technician; null: nobody's. */
  keep(technicianId: string | null): void {
    if (technicianId === this.#technicianId) return;
    this.#technicianId = technicianId;
    this.#asked += 1;
    this.#tabs?.close();
    this.#tabs = technicianId
      ? new Tabs(technicianId, { heard: (heard) => this.#hear(heard), changed: () => void this.#load() })
      : null;
    this.#show([]);
    if (technicianId) void this.#load();
  }

  /** One was begun or has ended, here: what runs is asked for again, by every page. */
  async changed(): Promise<void> {
    this.#tabs?.tell({ kind: "changed" });
    await this.#load();
  }

  on(ticketId: string): OwnSession | null {
    return this.all.find(({ ticket }) => ticket.id === ticketId) ?? null;
  }

  async end(session: OwnSession): Promise<void> {
    const { number } = session.ticket;
    if (await session.act.run(EndSession, { sessionId: session.id })) {
      this.#drop(session.id);
      toasts.say(`Your session on #${number} has ended. Say what was done`, { href: `/t/${number}#remote` });
    } else if (session.act.refusal) toasts.say(session.act.refusal.message, { tone: "refused" });
    await this.changed();
  }

  /** Whoever signs out is not connected any more. */
  async endAll(): Promise<void> {
    for (const session of this.all) await this.end(session);
  }

  async #load(): Promise<void> {
    if (this.#technicianId === null) return;
    const asked = ++this.#asked;
    try {
      const { viewer, deskClock: clock } = await query(OwnRunning);
      if (asked !== this.#asked) return;
      deskClock.hear(clock);
      const known = new Map(this.all.map((session) => [session.id, session]));
      this.#show(viewer.runningSessions.map((one) => known.get(one.id) ?? new OwnSession(one)));
    } catch {
      // the desk did not answer: what may be running still needs its heartbeats
      setTimeout(() => asked === this.#asked && void this.#load(), AGAIN_AFTER);
    }
  }

  #show(all: readonly OwnSession[]): void {
    this.all = all;
    if (all.length > 0 === (this.#stopPulse !== null)) return;
    this.#stopPulse?.();
    this.#stopPulse = null;
    removeEventListener("beforeunload", this.#warn);
    if (all.length === 0) return;
    this.#stopPulse = everySecond(() => this.#beat());
    addEventListener("beforeunload", this.#warn);
    this.#beat();
  }

  #drop(sessionId: string): void {
    this.#show(this.all.filter(({ id }) => id !== sessionId));
  }

  #beat(): void {
    const at = performance.now();
    for (const session of this.all) if (session.isDue(at)) void this.#beatOne(session);
  }

  async #beatOne(session: OwnSession): Promise<void> {
    const heard = await session.beat();
    if (heard === null || !this.all.includes(session)) return;
    if (heard === "over") {
      toasts.say(`Your session on #${session.ticket.number} is over.`, { href: `/t/${session.ticket.number}#remote` });
      this.#drop(session.id);
      this.#tabs?.tell({ kind: "changed" });
      return;
    }
    this.#hear(heard);
    this.#tabs?.tell({ kind: "heard", heard });
  }

  #hear(heard: Heard): void {
    this.all.find(({ id }) => id === heard.sessionId)?.hear(heard);
    if (heard.clientId && heard.fairUse) this.fairUse = { ...this.fairUse, [heard.clientId]: heard.fairUse };
  }

  /** Without this page they would end within the minute. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#tabs?.alone) event.preventDefault();
  };
}

export const ownSessions = new OwnSessions();
