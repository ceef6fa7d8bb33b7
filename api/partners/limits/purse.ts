import type { Budget, Budgets, Throttle } from "../../platform/throttle.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { Bucket } from "./bucket.ts";

const MOST_KEPT = 10_000;
const LONGEST_SECONDS = 120;

/** What one credential spends from: first its own reserve, then what it shares. */
type Purse = readonly Bucket[];

/** All budgets of this process. A bucket that nobody has used for long is full, and a full one need not be kept. */
export class Purses {
  readonly #budgets: Budgets;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(budgets: Budgets, now: () => number = () => performance.now()) {
    this.#budgets = budgets;
    this.#now = now;
  }

  throttle(viewer: Viewer): Throttle {
    const purse = this.#purseOf(viewer);
    const sum = (of: (bucket: Bucket) => number) => purse.reduce((all, bucket) => all + of(bucket), 0);
    return {
      maximum: sum((b) => b.budget.maximum),
      available: Math.max(0, Math.floor(sum((b) => Math.max(0, b.holds())))),
      restorePerSecond: sum((b) => b.budget.restorePerSecond),
    };
  }

  /** Spends points, or answers in how many seconds they can be spent. */
  spend(viewer: Viewer, points: number): { spent: (number | undefined)[] } | { retryAfterSeconds: number } {
    const retryAfterSeconds = this.secondsUntil(viewer, points);
    return retryAfterSeconds > 0 ? { retryAfterSeconds } : { spent: this.#take(this.#purseOf(viewer), points) };
  }

  /** In how many seconds points can be spent; 0: now. */
  secondsUntil(viewer: Viewer, points: number): number {
    const purse = this.#purseOf(viewer);
    const inSeconds = (t: number) => purse.reduce((all, bucket) => all + Math.max(0, bucket.holds(t)), 0);
    let wait = 0;
    while (wait < LONGEST_SECONDS && inSeconds(wait) < points) wait += 1;
    return wait;
  }

  /** Gives back what an operation did not cost after all, to what is shared first. */
  giveBack(viewer: Viewer, spent: readonly (number | undefined)[], points: number): void {
    const purse = this.#purseOf(viewer);
    let left = points;
    for (let i = purse.length - 1; i >= 0; i -= 1) {
      const back = Math.min(left, spent[i] ?? 0);
      if (back > 0) purse[i]?.take(-back);
      left -= back;
    }
  }

  /** Charges what has been sent already: a subscription's message is never held back, it is owed. */
  owe(viewer: Viewer, points: number): void {
    this.#take(this.#purseOf(viewer), points, true);
  }

  #take(purse: Purse, points: number, mayOwe = false): number[] {
    let left = points;
    return purse.map((bucket, i) => {
      const last = i === purse.length - 1;
      const taken = last && mayOwe ? left : Math.min(left, Math.max(0, bucket.holds()));
      bucket.take(taken);
      left -= taken;
      return taken;
    });
  }

  #purseOf(viewer: Viewer): Purse {
    const { reserve, pool, source, person } = this.#budgets;
    if (viewer.kind === "PARTNER")
      return [this.#bucket(`key ${viewer.id}`, reserve), this.#bucket(`partner ${viewer.partnerId}`, pool)];
    return [this.#bucket(`key ${viewer.id}`, viewer.kind === "MONITORING" ? source : person)];
  }

  #bucket(name: string, budget: Budget): Bucket {
    const known = this.#buckets.get(name);
    if (known) return known;
    if (this.#buckets.size >= MOST_KEPT)
      for (const [other, bucket] of this.#buckets) if (bucket.isFull) this.#buckets.delete(other);
    const made = new Bucket(budget, this.#now);
    this.#buckets.set(name, made);
    return made;
  }
}
