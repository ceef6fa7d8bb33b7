import type { Budget } from "../../platform/throttle.ts";

/** A token bucket. What is given back, and what flows in, ends at its brim; it may be owed more than it holds. */
export class Bucket {
  readonly budget: Budget;
  readonly #now: () => number;
  #points: number;
  #at: number;

  constructor(budget: Budget, now: () => number) {
    this.budget = budget;
    this.#now = now;
    this.#points = budget.maximum;
    this.#at = now();
  }

  /** What it holds now, or will hold in some seconds; below zero when it is owed. */
  holds(inSeconds = 0): number {
    const passed = (this.#now() - this.#at) / 1000 + inSeconds;
    return Math.min(this.budget.maximum, this.#points + passed * this.budget.restorePerSecond);
  }

  get isFull(): boolean {
    return this.holds() >= this.budget.maximum;
  }

  take(points: number): void {
    this.#points = Math.min(this.budget.maximum, this.holds() - points);
    this.#at = this.#now();
  }
}
