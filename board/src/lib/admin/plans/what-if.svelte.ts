import { query } from "../../gql.ts";
import type { DryRunInput } from "../documents.ts";
import { CoverageWhatIf, type WhatIfShown } from "./documents.ts";

const REST = 500;
const FIRST = 20;
const MOST = 100;
export const periods = { 30: "the last 30 days", 90: "the last 90 days", 366: "the last year" } as const;
export type Days = keyof typeof periods;

/** How a draft would have decided what was decided before, asked for when the writing rests. */
export class WhatIf {
  shown: WhatIfShown | null = $state.raw(null);
  trouble: string | null = $state(null);
  busy = $state(false);
  /** The desk would refuse the draft as it stands. */
  waits = $state(false);
  #first = FIRST;
  #stop: (() => void) | null = null;

  /** Asks after a rest; the returned function drops what is under way. */
  ask(input: DryRunInput, days: Days, now: number): () => void {
    this.#first = FIRST;
    return this.#later(input, days, now, REST);
  }

  get hasMore(): boolean {
    return this.shown !== null && this.shown.tickets.length < Math.min(this.shown.differ, MOST);
  }

  /** Lists as many as can be listed. */
  more(input: DryRunInput, days: Days, now: number): void {
    this.#first = MOST;
    this.#later(input, days, now, 0);
  }

  #later(input: DryRunInput, days: Days, now: number, rest: number): () => void {
    this.#stop?.();
    this.busy = true;
    const asked = new AbortController();
    const timer = setTimeout(() => void this.#read(input, days, now, asked.signal), rest);
    this.#stop = () => {
      clearTimeout(timer);
      asked.abort();
    };
    return this.#stop;
  }

  async #read(input: DryRunInput, days: Days, now: number, signal: AbortSignal): Promise<void> {
    const from = new Date((now - (days - 1) * 86_400) * 1_000).toISOString();
    try {
      const { policyDryRun } = await query(CoverageWhatIf, { input, from, first: this.#first }, signal);
      if (signal.aborted) return;
      // what the desk would refuse is told at its field, by the other dry run
      this.shown = policyDryRun.dryRun?.coverage ?? this.shown;
      this.waits = policyDryRun.dryRun === null;
      this.trouble = null;
    } catch (error) {
      if (signal.aborted) return;
      this.trouble = (error as Error).message;
    }
    this.busy = false;
  }
}
