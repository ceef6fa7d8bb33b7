import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello, seeTicket, ticketNamed, toTheMinute } from "./phrases.ts";

type Facts<K extends LetterFacts["kind"]> = Extract<LetterFacts, { kind: K }>;
const signed = (from: string): Block => oneLine(from);

/** What somebody wrote, as they wrote it. */
export const reply = ({ from, body }: Facts<"REPLY">, links: Links): Block[] => [
  { written: body },
  signed(from),
  ...seeTicket(links),
];

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
