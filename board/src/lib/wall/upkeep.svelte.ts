import type { LiveWall } from "../live/wall.svelte.ts";
import { session } from "../session.svelte.ts";
import type { Stop } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { face } from "../time/format.ts";
import { hidePointer, keepAwake, reloadIfServed, reloadOnFaults } from "./screen.ts";

const MINUTE = 60_000;
const OLD = 20 * 60 * MINUTE;

/** Keeps one wall running for months: awake, without a pointer, on the newest build, back after a long loss. */
export class Upkeep {
  readonly #wall: LiveWall;
  #newSince: number | null = null;
  #patience = Math.random() * 2 * MINUTE; // so that fifty walls do not load the new build in one instant

  constructor(wall: LiveWall) {
    this.#wall = wall;
  }

  /** Call inside an effect. */
  watch(): Stop {
    const stops = [keepAwake(), hidePointer(), reloadOnFaults()];
    const look = setInterval(() => this.#look(), MINUTE);
    return () => {
      clearInterval(look);
      for (const stop of stops) stop();
    };
  }

  #look(): void {
    const { liveness, newBuild, picture } = this.#wall;
    if (session.known && liveness.age > 600) {
      void reloadIfServed(); // one that waits to be paired shows its code, and looks by itself
      return;
    }
    if (performance.now() > OLD && face(deskClock.now, picture?.timeZone ?? "UTC").time.startsWith("03:0")) {
      void reloadIfServed(); // nightly, against whatever we have not thought of
      return;
    }
    if (!newBuild) return;
    this.#newSince ??= performance.now();
    const waited = performance.now() - this.#newSince;
    const calm = picture?.counts.breached === 0 && picture.counts.atRisk === 0;
    if ((calm && waited >= this.#patience) || waited >= 28 * MINUTE) void reloadIfServed();
  }
}
