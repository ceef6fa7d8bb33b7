import type { Block } from "../blocks.ts";
import { oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello, period, seeTicket, ticketNamed, when } from "./phrases.ts";

type Facts<K extends LetterFacts["kind"]> = Extract<LetterFacts, { kind: K }>;

/** Where it is moved or called off: by its own link, or on the ticket where there is none. */
const toMove = ({ own, ticket }: Links): Block[] =>
  own
    ? [{ says: "To move it or call it off:", link: own }, ...seeTicket({ own, ticket })]
    : seeTicket({ own, ticket }, "To move it or call it off, tell us on your ticket:");

export function appointment({ about, time, before, insteadOf }: Facts<"APPOINTMENT">, links: Links): Block[] {
  const at = period(about, time.from, time.until);
  return [
    hello(about.name),
    before === null
      ? `the appointment for ${ticketNamed(about)} is agreed: ${at}.`
      : `the appointment for ${ticketNamed(about)} was moved. It is ${at}, instead of ${when(about, before)}.`,
    `${oneLine(time.technician)} connects to your machine at that time${insteadOf ? `; ${oneLine(insteadOf)}, with whom it was, has no time then` : ""}. The file beside this letter puts it into your calendar.`,
    ...toMove(links),
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
  ...toMove(links),
];

/** Nobody says whose fault it was: what counts is that it can be had again. */
export const appointmentMissed = ({ about, time }: Facts<"APPOINTMENT_MISSED">, { own, ticket }: Links): Block[] => [
  hello(about.name),
  `we did not meet for ${ticketNamed(about)}: nobody was connected at the time that was agreed, ${period(about, time.from, time.until)}.`,
  "The ticket stays with us. If you still need us to connect, please choose another time.",
  ...(own ? [{ says: "Choose another time here:", link: own }] : []),
  ...seeTicket({ own, ticket }, own ? "Your ticket:" : "Tell us on your ticket when it suits you:"),
];
