import { untrack } from "svelte";
import { type Known, know, news } from "./news.ts";
import type { Row } from "./row.ts";

/** At most one sentence in as many seconds, so that a screen reader is not drowned on a bad day. */
const QUIET = 15;

/** Speaks for the list to those who do not see it. */
export class Announcer {
  said = $state("");
  #known: Known | null = null;
  #saidAt = Number.NEGATIVE_INFINITY;

  /** Another list is looked at: what is in it is no news. */
  reset(): void {
    this.#known = null;
  }

  /** Call in an effect: what happens within the quiet time is said together after it. */
  hear(rows: readonly Row[], stale: boolean, now: number, machine: number): void {
    const known = know(rows, stale, now);
    const first = this.#known === null;
    if (first && rows.length > 0) this.#known = known;
    if (!this.#known || first || machine - this.#saidAt < QUIET) return;
    const text = news(this.#known, known, rows);
    this.#known = known;
    if (!text) return;
    this.#saidAt = machine;
    untrack(() => (this.said = text));
  }
}
