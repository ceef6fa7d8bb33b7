import { DeskError } from "../desk-error.ts";
import type { Doc } from "../document.ts";
import { mutate } from "../gql.ts";
import { type Fault, faultOf } from "./faults.ts";

type Answer = { readonly userErrors: readonly (Fault & { readonly code: string })[] };

/** The one act of an editor: whether it is under way, and everything that it was refused for. */
export class Publishing {
  busy = $state(false);
  faults: readonly Fault[] = $state.raw([]);
  trouble: string | null = $state(null);

  /** Null when it was refused or the desk did not answer; nothing was changed then. */
  async run<A extends Answer, I>(document: Doc<{ answer: A }, { input: I }>, input: I): Promise<A | null> {
    if (this.busy) return null;
    this.busy = true;
    this.forget();
    try {
      const { answer } = await mutate(document, { input });
      if (answer.userErrors.length === 0) return answer;
      this.faults = answer.userErrors.map((fault) => faultOf(fault));
    } catch (error) {
      this.trouble = error instanceof DeskError ? error.message : "Something went wrong; nothing was changed.";
    } finally {
      this.busy = false;
    }
    return null;
  }

  /** What was refused is no longer what is typed. */
  forget(): void {
    this.faults = [];
    this.trouble = null;
  }
}
