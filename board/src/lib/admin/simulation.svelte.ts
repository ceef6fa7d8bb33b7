import { query } from "../gql.ts";
import { type Fault, faultOf } from "./faults.ts";
import { type SimulationInput, type SimulationShown, WhenDue } from "./simulation-documents.ts";

const REST = 250;

export type Question = { readonly input: SimulationInput; readonly published: SimulationInput | null };

/** When an imagined ticket would be due, asked for when the writing rests. */
export class Simulation {
  shown: SimulationShown | null = $state.raw(null);
  /** By what is published, where drafts are tried; null where nothing is published yet. */
  before: SimulationShown | null = $state.raw(null);
  /** What could not be imagined, by field; the answer shown is then an earlier one. */
  faults: readonly Fault[] = $state.raw([]);
  trouble: string | null = $state(null);
  busy = $state(false);

  /** Asks after a rest; the returned function forgets what was not yet asked, or not yet answered. */
  ask(question: Question): () => void {
    const own = new AbortController();
    this.busy = true;
    const timer = setTimeout(() => void this.#read(question, own.signal), REST);
    return () => {
      clearTimeout(timer);
      own.abort();
    };
  }

  async #read({ input, published }: Question, signal: AbortSignal): Promise<void> {
    try {
      const variables = { input, published: published ?? input, compare: published !== null };
      const answer = await query(WhenDue, variables, signal);
      if (signal.aborted) return;
      this.faults = answer.dueSimulation.userErrors.map((fault) => faultOf(fault));
      this.trouble = null;
      if (answer.dueSimulation.simulation) {
        this.shown = answer.dueSimulation.simulation;
        this.before = answer.published?.simulation ?? null;
      }
    } catch (error) {
      if (!signal.aborted) this.trouble = (error as Error).message;
    }
    if (!signal.aborted) this.busy = false;
  }
}
