import type { Mailbox } from "../platform/setting-readers.ts";
import { type CalendarEntry, calendarFile } from "../sessions/calendar-file.ts";
import { asHtml, asText, type Block, oneLine } from "./blocks.ts";
import type { About, AgreedTime, LetterFacts, Links } from "./letter-facts.ts";
import { acknowledgement } from "./texts/acknowledgement.ts";
import { appointment, appointmentCancelled, appointmentMissed, reminder } from "./texts/appointments.ts";
import { coverageChanged } from "./texts/coverage-changed.ts";
import { dueChanged } from "./texts/due-changed.ts";
import { bookingLink, reply, resolved } from "./texts/messages.ts";
import { passwordLink } from "./texts/password-link.ts";
import { signInLink } from "./texts/sign-in-link.ts";

export type Calendar = { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
/** `automatic`: nobody wrote it, in the words of RFC 3834; null: somebody did. */
export type Written = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly automatic: "auto-replied" | "auto-generated" | null;
  readonly calendar: Calendar | null;
};

/** Writes a letter. Equal facts and links, equal letter. */
export function writeLetter(facts: LetterFacts, links: Links, from: Mailbox, to: Mailbox): Written {
  const blocks = bodyOf(facts, links);
  return {
    subject: subjectOf(facts),
    text: asText(blocks),
    html: asHtml(blocks),
    automatic: automatic(facts),
    calendar: calendarOf(facts, from, to),
  };
}

/** One subject for all letters of a ticket, so that they are one thread to programs that go by it. */
function subjectOf(facts: LetterFacts): string {
  if (facts.kind === "SIGN_IN_LINK") return "Your link to sign in";
  if (facts.kind === "SET_PASSWORD_LINK")
    return facts.invited ? "You are invited to the desk" : "Your link to set a password";
  const subject = oneLine(`[#${facts.about.number}] ${facts.about.subject}`);
  return facts.kind === "ACKNOWLEDGEMENT" ? subject : `Re: ${subject}`;
}

function bodyOf(facts: LetterFacts, links: Links): Block[] {
  switch (facts.kind) {
    case "ACKNOWLEDGEMENT":
      return acknowledgement(facts, links);
    case "REPLY":
      return reply(facts, links);
    case "BOOKING_LINK":
      return bookingLink(facts, links);
    case "RESOLVED":
      return resolved(facts, links);
    case "DUE_CHANGED":
      return dueChanged(facts, links);
    case "COVERAGE_CHANGED":
      return coverageChanged(facts, links);
    case "APPOINTMENT":
      return appointment(facts, links);
    case "APPOINTMENT_CANCELLED":
      return appointmentCancelled(facts, links);
    case "APPOINTMENT_MISSED":
      return appointmentMissed(facts, links);
    case "REMINDER":
      return reminder(facts, links);
    case "SIGN_IN_LINK":
      return signInLink(facts, links);
    case "SET_PASSWORD_LINK":
      return passwordLink(facts, links);
    default:
      return facts satisfies never;
  }
}

function automatic(facts: LetterFacts): Written["automatic"] {
  if (facts.kind === "ACKNOWLEDGEMENT") return "auto-replied";
  const byPerson =
    facts.kind === "REPLY" || facts.kind === "BOOKING_LINK" || (facts.kind === "RESOLVED" && facts.body !== null);
  return byPerson ? null : "auto-generated";
}

function calendarOf(facts: LetterFacts, organizer: Mailbox, attendee: Mailbox): Calendar | null {
  if (facts.kind !== "APPOINTMENT" && facts.kind !== "APPOINTMENT_CANCELLED") return null;
  const cancelled = facts.kind === "APPOINTMENT_CANCELLED";
  const content = calendarFile({ ...entryOf(facts.about, facts.time), cancelled, parties: { organizer, attendee } });
  return { method: cancelled ? "CANCEL" : "REQUEST", content };
}

const entryOf = ({ number, subject }: About, time: AgreedTime): Omit<CalendarEntry, "cancelled"> => ({
  ...{ id: time.appointmentId, from: time.from, until: time.until, createdAt: time.at, sequence: time.sequence },
  ...{ number, subject: oneLine(subject), technicianName: oneLine(time.technician) },
});
