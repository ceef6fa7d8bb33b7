import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello, seeTicket, ticketNamed, when } from "./phrases.ts";

/** What we promised has moved, and why. */
export function dueChanged(facts: Extract<LetterFacts, { kind: "DUE_CHANGED" }>, links: Links): Block[] {
  const { about, metric, before, after } = facts;
  const promise = metric === "RESOLUTION" ? "It is to be solved" : "You hear from us";
  const moved = before === null ? "" : ` instead of ${when(about, before)}`;
  return [
    hello(about.name),
    `what we promised you for ${ticketNamed(about)} has changed.`,
    `${promise} by ${when(about, after)}${moved}.`,
    `Why: ${becauseOf(facts.cause)}.`,
    ...seeTicket(links),
  ];
}

/** A cause as the log has it, in words for whoever does not know the desk. */
function becauseOf(cause: string): string {
  const [, from, to] = /^priority (.+) → (.+)$/.exec(cause) ?? [];
  if (from && to) return `its priority changed from ${from.toLowerCase()} to ${to.toLowerCase()}`;
  if (cause === "pause") return "it waited meanwhile";
  if (cause === "reopened") return "it was reopened";
  return oneLine(cause).replace(/\.$/, "");
}
