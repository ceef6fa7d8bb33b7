import { reconnect } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { ageOf, type Freshness, freshnessOf, hear, type LastHeard, SILENCE, type TimedMessage } from "./freshness.ts";

/** Whether what a page shows is still true: fed by each message, asked by the page once a second. */
export class Liveness {
  #heard: LastHeard | null = $state.raw(null);
  #since = $state(0);
  /** Desk time of which the picture is known to be true. */
  lastUpdate: number | null = $state(null);
  readonly #age = $derived(
    this.#heard ? ageOf(this.#heard, deskClock.machine) : Math.max(0, deskClock.machine - this.#since),
  );
  /** Whole seconds, to be told. */
  readonly age = $derived(Math.floor(this.#age));
  readonly freshness: Freshness = $derived(
    this.#heard || freshnessOf(this.#age) === "stale" ? freshnessOf(this.#age) : "connecting",
  );
  readonly stale = $derived(this.freshness === "stale");

  hear(message: TimedMessage): void {
    deskClock.hear(message.clock);
    this.#heard = hear(this.#heard, message, performance.now() / 1_000);
    this.lastUpdate = Math.floor(deskClock.now - this.#heard.lag * deskClock.rate);
  }

  /** Watches for silence and for sleep until the returned function is called. Call inside an effect. */
  watch(): () => void {
    this.#since = Math.floor(performance.now() / 1_000);
    let quietSince = this.#since;
    const look = setInterval(() => {
      const now = performance.now() / 1_000;
      if (now - Math.max(this.#heard?.machine ?? 0, quietSince) <= SILENCE) return;
      quietSince = now; // once per silence, then again after as long
      reconnect();
    }, 1_000);
    const awake = () => {
      if (document.visibilityState === "visible") reconnect();
    };
    const slept = deskClock.onSleep(reconnect);
    const wakings = [
      [window, "online"],
      [window, "pageshow"],
      [document, "visibilitychange"],
    ] as const;
    const restored = (event: Event) => {
      if (event.type !== "pageshow" || (event as PageTransitionEvent).persisted) awake();
    };
    for (const [target, event] of wakings) target.addEventListener(event, restored);
    return () => {
      clearInterval(look);
      slept();
      for (const [target, event] of wakings) target.removeEventListener(event, restored);
    };
  }
}
