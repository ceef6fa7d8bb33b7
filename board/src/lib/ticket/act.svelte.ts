import { DeskError } from "../desk-error.ts";
import type { Doc } from "../document.ts";
import { mutate } from "../gql.ts";
import type { Step, Verb } from "./documents.ts";
import { listVerbs } from "./words.ts";

type UserError = { readonly code: string; readonly field: string | null; readonly message: string };
type Answer = {
  readonly userErrors: readonly UserError[];
  readonly accepts?: readonly Verb[];
  readonly missingSteps?: readonly Step[];
};
export type Refusal = {
  readonly field: string | null;
  readonly message: string;
  /** What the ticket would accept instead; empty when the refusal says enough. */
  readonly instead: string;
  readonly missingSteps: readonly Step[];
};

/** One thing that a person does: whether it is under way, and why it was refused. */
export class Act {
  busy = $state(false);
  refusal: Refusal | null = $state.raw(null);

  /** Null when it was refused or the desk did not answer; the reason is then in `refusal`. */
  async run<A extends Answer, I>(document: Doc<{ answer: A }, { input: I }>, input: I): Promise<A | null> {
    if (this.busy) return null;
    this.busy = true;
    this.refusal = null;
    try {
      const { answer } = await mutate(document, { input });
      const [first] = answer.userErrors;
      if (!first) return answer;
      this.refusal = refusalOf(first, answer);
    } catch (error) {
      const message = error instanceof DeskError ? error.message : "Something went wrong; nothing was changed.";
      this.refusal = { field: null, message, instead: "", missingSteps: [] };
    } finally {
      this.busy = false;
    }
    return null;
  }

  /** The refusal's words at this field; those without a field are told once for the whole. */
  at(field: string | null): string | null {
    return this.refusal && this.refusal.field === field ? this.refusal.message : null;
  }

  forget(): void {
    this.refusal = null;
  }
}

const aboutStatus = new Set(["NOT_ALLOWED_NOW", "NOT_IN_THIS_STATUS", "FINAL_STATUS"]);

export const refusalOf = ({ code, field, message }: UserError, { accepts, missingSteps }: Answer): Refusal => ({
  ...{ field, message, missingSteps: missingSteps ?? [] },
  instead: aboutStatus.has(code) && accepts ? `Possible now: ${listVerbs(accepts)}.` : "",
});
