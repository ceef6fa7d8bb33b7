import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello, seeTicket, ticketNamed } from "./phrases.ts";

/** Whether it is covered was decided anew: what holds now, by which clause, and what comes next. Never why within the desk. */
export function coverageChanged(facts: Extract<LetterFacts, { kind: "COVERAGE_CHANGED" }>, links: Links): Block[] {
  const { about, before, outcome, clause, nextStep } = facts;
  const why = clause ? `: ${oneLine(clause.title)} (${clause.code})` : "";
  const way = oneLine(nextStep.label);
  return [
    hello(about.name),
    `whether ${ticketNamed(about)}, is covered by your contract was decided anew.`,
    `It is ${wordOf(outcome)} now${why}. Until now it was ${wordOf(before)}.`,
    ...(outcome === "COVERED" ? [] : nextStep.url ? [{ says: way, link: nextStep.url }] : [way]),
    ...(outcome === "NEEDS_INFORMATION" ? seeTicket(links, "You can say it on your ticket:") : seeTicket(links)),
  ];
}

const words: { readonly [outcome: string]: string } = {
  ...{ COVERED: "covered", LIMITED: "covered in part", EXCLUDED: "not covered", NEEDS_INFORMATION: "not yet known" },
};
const wordOf = (outcome: string): string => words[outcome] ?? outcome.toLowerCase();
