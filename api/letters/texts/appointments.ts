import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello, period, seeTicket, ticketNamed, when } from "./phrases.ts";

type Facts<K extends LetterFacts["kind"]> = Extract<LetterFacts, { kind: K }>;
const MOVE = "To move it or call it off, use the link by which it was booked, or tell us:";

export function appointment({ about, time, before }: Facts<"APPOINTMENT">, links: Links): Block[] {
  const at = period(about, time.from, time.until);
  return [
    hello(about.name),
    before === null
      ? `the appointment for ${ticketNamed(about)} is agreed: ${at}.`
      : `the appointment for ${ticketNamed(about)} was moved. It is ${at}, instead of ${when(about, before)}.`,
    `${oneLine(time.technician)} connects to your machine at that time. The file beside this letter puts it into your calendar.`,
    ...seeTicket(links, MOVE),
  ];
}

export function appointmentCancelled(facts: Facts<"APPOINTMENT_CANCELLED">, links: Links): Block[] {
  const { about, time, by, reason } = facts;
  const why =
    by === "TICKET_ENDED"
      ? "The ticket has ended, so there is nothing left to meet for."
      : reason
        ? `Why: ${oneLine(reason)}`
        : null;
  return [
    hello(about.name),
    `the appointment for ${ticketNamed(about)}, ${period(about, time.from, time.until)}, was called off${by === "REQUESTER" ? " as you wished" : ""}.`,
    ...(why ? [why] : []),
    ...seeTicket(links),
  ];
}

export const reminder = ({ about, time }: Facts<"REMINDER">, links: Links): Block[] => [
  hello(about.name),
  `your appointment for ${ticketNamed(about)} comes soon: ${period(about, time.from, time.until)}.`,
  `${oneLine(time.technician)} connects to your machine then. Please have it switched on and online.`,
  ...seeTicket(links, MOVE),
];
