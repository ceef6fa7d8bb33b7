import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { attached, hello, seeTicket, ticketNamed, toTheMinute } from "./phrases.ts";

type Facts<K extends LetterFacts["kind"]> = Extract<LetterFacts, { kind: K }>;
const signed = (from: string): Block => oneLine(from);

/** What somebody wrote, as they wrote it. */
export function reply({ from, body, files }: Facts<"REPLY">, links: Links): Block[] {
  const came = attached(files);
  const where = came === null ? seeTicket(links) : seeTicket(links, `${came}, on your ticket:`);
  return [{ written: body }, signed(from), ...(came !== null && where.length === 0 ? [`${came}.`] : where)];
}

export const bookingLink = ({ about, from, body, expiresAt }: Facts<"BOOKING_LINK">, links: Links): Block[] => [
  { written: body },
  links.own
    ? { says: `Choose a time here, until ${toTheMinute(about, expiresAt)}:`, link: links.own }
    : "The link to choose a time by was replaced by a newer one, or is over.",
  signed(from),
  ...seeTicket(links),
];

export const resolved = ({ about, from, body }: Facts<"RESOLVED">, links: Links): Block[] => [
  ...(body === null
    ? [hello(about.name), `we have resolved ${ticketNamed(about)}.`]
    : [{ written: body }, signed(from), `With this, ${ticketNamed(about)} is resolved.`]),
  ...seeTicket(links, "If it is not solved, or comes back, reopen it here:"),
];
