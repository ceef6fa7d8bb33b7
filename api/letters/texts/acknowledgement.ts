import { type Block, oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { attached, hello, seeTicket, ticketNamed, when } from "./phrases.ts";

type Facts = Extract<LetterFacts, { kind: "ACKNOWLEDGEMENT" }>;

/** We have it; whether it is covered; by when we answer. */
export function acknowledgement(facts: Facts, links: Links): Block[] {
  const { about, dueAt, mailed, asks } = facts;
  const files = attached(facts.files);
  const urgent =
    "An e-mail never makes a ticket urgent. If nobody can work and there is no way around it, say so on your ticket, and it will be:";
  return [
    hello(about.name),
    `we have your request. It is ${ticketNamed(about)}.${files === null ? "" : ` ${files}.`}`,
    covered(facts) + (asks && mailed && links.ticket ? " You can do so on your ticket." : ""),
    ...(dueAt === null ? [] : [`You hear from us by ${when(about, dueAt)}.`]),
    ...seeTicket(links, mailed ? urgent : asks ? "You can do so on your ticket:" : undefined),
  ];
}

function covered({ outcome, clause, asks }: Facts): string {
  const why = clause ? `: ${clause.title} (${clause.code})` : "";
  switch (outcome) {
    case "COVERED":
      return "It is covered by your contract.";
    case "LIMITED":
      return `Your contract covers it in part${why}. We tell you what we can do.`;
    case "EXCLUDED":
      return `Your contract does not cover it${why}. We answer all the same, and tell you what can be done.`;
    default:
      return `Whether your contract covers it, we can say once we know a little more.${asks ? ` ${oneLine(asks)}` : ""}`;
  }
}
