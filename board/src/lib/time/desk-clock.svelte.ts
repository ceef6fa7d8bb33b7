import { type Anchor, deskNow, reanchor, untilNextTick } from "./anchor.ts";

/** As in messages: `clock { now rate sandbox }`. */
export type ClockMessage = { readonly now: string; readonly rate: number; readonly sandbox: boolean };

/** A tick later than this, or the machine's two clocks apart by as much: the machine has slept. */
const SLEPT = 3_000;

/** One ticking `now` for the whole page, in whole seconds of desk time. */
class DeskClock {
  /** Whole seconds since 1970, desk time; the machine's own until the desk has been heard. */
  now = $state(Math.floor(Date.now() / 1_000));
  rate = $state(1);
  sandbox = $state(false);
  known = $state(false);
  /** Counts the machine's own seconds: staleness is measured in them, also while the desk's clock stands. */
  machine = $state(performance.now() / 1_000);
  #anchor: Anchor | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pages = 0;
  #onSleep = new Set<() => void>();
  #expected = { at: Number.POSITIVE_INFINITY, apart: 0 };

  hear(message: ClockMessage): void {
    this.#anchor = reanchor(this.#anchor, { now: Date.parse(message.now), rate: message.rate }, performance.now());
    this.rate = message.rate;
    this.sandbox = message.sandbox;
    this.known = true;
    if (this.#pages > 0) this.#tick();
  }

  /** Starts the one timer of the page; the last page that stops it ends it. */
  start(): () => void {
    if (this.#pages++ === 0) this.#tick();
    return () => {
      if (--this.#pages === 0) clearTimeout(this.#timer);
    };
  }

  /** Called when the machine seems to have slept or its clock was moved: what is live must connect again. */
  onSleep(wake: () => void): () => void {
    this.#onSleep.add(wake);
    return () => this.#onSleep.delete(wake);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    const at = performance.now();
    this.#noticeSleep(at);
    this.machine = at / 1_000;
    this.now = Math.floor((this.#anchor ? deskNow(this.#anchor, at) : Date.now()) / 1_000);
    // a standing clock still needs the machine's seconds
    const wait = (this.#anchor && untilNextTick(this.#anchor, at)) ?? 1_000;
    this.#expected = { at: at + wait, apart: Date.now() - at };
    this.#timer = setTimeout(() => this.#tick(), wait);
  }

  #noticeSleep(at: number): void {
    const late = at - this.#expected.at > SLEPT;
    const moved =
      Math.abs(Date.now() - at - this.#expected.apart) > 2_000 && this.#expected.at !== Number.POSITIVE_INFINITY;
    if (late || moved) for (const wake of this.#onSleep) wake();
  }
}

export const deskClock = new DeskClock();
