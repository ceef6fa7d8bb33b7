import type { Act } from "./act.svelte.ts";
import type { TicketShown, Verb } from "./documents.ts";

/** What every form of a verb is given: it asks for what the verb needs, acts, and says when it is done. */
export type VerbForm = {
  readonly verb: Verb;
  readonly ticket: TicketShown;
  readonly act: Act;
  readonly done: () => void;
};

/** Verbs shown as buttons, in this order; the others have their own place on the page. */
export const buttons: readonly Verb[] = [
  ...(["TAKE", "RESUME", "RESOLVE", "CLOSE", "REOPEN", "ASSIGN", "WAIT"] as const),
  ...(["STATE_FACTS", "SET_PRIORITY", "MERGE", "CANCEL"] as const),
];

/** Verbs that a key asks for, the same as in lists. */
export const keyOfVerb: { readonly [verb in Verb]?: string } = {
  TAKE: "t",
  ASSIGN: "a",
  WAIT: "p",
  RESUME: "u",
  RESOLVE: "d",
};
