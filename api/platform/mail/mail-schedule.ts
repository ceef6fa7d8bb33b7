const [MINUTE, HOUR] = [60, 3_600];
/** Seconds from one try to the next, in desk time: fourteen tries over two days. */
const RESTS = [
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR, 8 * HOUR, 8 * HOUR, 8 * HOUR],
] as const;

/**
 * However often its senders died over it, or failed to write down what became of it: from here on a letter is not sent again, so that
 * a fault of ours fills nobody's mailbox.
 */
export const MOST_TRIES = RESTS.length + 7;

/** How a try went: a server took the letter; refused it for good; or it can be tried again. */
export type SendOutcome =
  | { readonly kind: "SENT" }
  | { readonly kind: "REFUSED"; readonly error: string }
  | { readonly kind: "NOT_NOW"; readonly error: string };

/** What becomes of a letter: its state, and in how many seconds it is tried again. */
export type NextTry = { readonly state: "SENT" | "BOUNCED" | "FAILED" | "QUEUED"; readonly rest: number | null };

/**
 * Decides by how a try went and how many there have been, this one included. `chance` is between 0 and 1: rests vary by a
 * fifth, so that what a server refused together does not come back together.
 */
export function afterSending(outcome: SendOutcome, tries: number, chance: number): NextTry {
  if (outcome.kind === "SENT") return { state: "SENT", rest: null };
  if (outcome.kind === "REFUSED") return { state: "BOUNCED", rest: null };
  const rest = RESTS[tries - 1];
  if (rest === undefined) return { state: "FAILED", rest: null };
  return { state: "QUEUED", rest: Math.round(rest * (0.8 + 0.4 * chance)) };
}
