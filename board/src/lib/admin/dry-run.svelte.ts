import { query } from "../gql.ts";
import { DryRun, type DryRunInput, type DryRunShown, type MoveShown } from "./documents.ts";
import { type Fault, faultOf } from "./faults.ts";

const REST = 350;
/** Clocks run on while somebody thinks: the same edit is tried again from time to time. */
const AGAIN = 30_000;
const FIRST = 50;
const PAGE = 1_000;

/** What an edit as it stands on the form would do to open clocks, asked for when the writing rests. */
export class DryRunAhead {
  /** The last one that could be made; while `settled` is false it speaks of what was typed before. */
  shown: DryRunShown | null = $state.raw(null);
  faults: readonly Fault[] = $state.raw([]);
  trouble: string | null = $state(null);
  /** What is typed has not been tried yet. */
  busy = $state(false);
  #asked: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #input: DryRunInput | null = null;
  #want = FIRST;

  /** Whether what is shown is what would happen to the edit as it stands. */
  get settled(): boolean {
    return !this.busy && this.trouble === null && this.faults.length === 0;
  }

  get hasMore(): boolean {
    return this.shown !== null && this.shown.moves.length < this.shown.moved;
  }

  /** Asks after a rest, then from time to time; the returned function stops, and drops what is under way. */
  ask(input: DryRunInput): () => void {
    this.busy = true;
    this.#want = FIRST;
    this.#input = input;
    this.#later(REST);
    return () => {
      clearTimeout(this.#timer);
      this.#asked?.abort();
    };
  }

  /** Lists more of the moves, in the end all; of one snapshot, so that none is listed twice. */
  async more(): Promise<void> {
    this.#want = this.#want === FIRST ? PAGE : this.#want + PAGE;
    clearTimeout(this.#timer);
    await this.#read();
  }

  /** Tries it now: after something was changed elsewhere. */
  again(): void {
    if (this.#input) this.#later(0);
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), wait);
  }

  async #read(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const input = this.#input;
    if (!input) return;
    try {
      const told = await readUpTo(input, this.#want, asked.signal);
      if (asked.signal.aborted) return;
      this.faults = told.faults;
      this.shown = told.dryRun ?? this.shown;
      this.trouble = null;
    } catch (error) {
      if (!asked.signal.aborted) this.trouble = (error as Error).message;
    }
    if (asked.signal.aborted) return;
    this.busy = false;
    this.#later(AGAIN);
  }
}

type Told = { readonly dryRun: DryRunShown | null; readonly faults: readonly Fault[] };

async function readUpTo(input: DryRunInput, want: number, signal: AbortSignal): Promise<Told> {
  const edit = Object.keys(input).find((key) => input[key as keyof DryRunInput]) ?? "";
  let first: DryRunShown | null = null;
  const moves = new Map<string, MoveShown>();
  do {
    const page = Math.min(PAGE, want - moves.size);
    const { policyDryRun } = await query(DryRun, { input, first: page, skip: moves.size }, signal);
    const { dryRun, userErrors } = policyDryRun;
    if (!dryRun) return { dryRun: null, faults: userErrors.map((fault) => faultOf(fault, edit)) };
    // something happened between two pages: they are of two snapshots, so begin again
    if (first && first.position !== dryRun.position) moves.clear();
    else for (const move of dryRun.moves) moves.set(`${move.ticketId} ${move.metric} ${move.cycle}`, move);
    first = dryRun;
    // desk time alone may have moved some out of the list
    if (dryRun.moves.length < page) break;
  } while (moves.size < Math.min(want, first.moved));
  return { dryRun: { ...first, moves: [...moves.values()] }, faults: [] };
}
