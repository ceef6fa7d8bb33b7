import { passwordLinkForLetter } from "../people/letter-to-staff.ts";
import { LINK_SECONDS, makeLink } from "../people/one-time-links.ts";
import type { MailSettings } from "../platform/config.ts";
import type { Desk } from "../platform/desk.ts";
import type { Leased } from "../platform/mail/outbox.sql.ts";
import type { OutgoingLetter } from "../platform/mail/smtp.ts";
import { linkForAppointment, linkForLetter } from "../sessions/link-for-letter.ts";
import { oneLine } from "./blocks.ts";
import type { LetterFacts, Links } from "./letter-facts.ts";
import { writeLetter } from "./write-letter.ts";

/** Where a requester reads and answers a ticket. */
const pageOf = (number: number) => `/portal/t/${number}`;

/**
 * A letter as it leaves. Links that let somebody in are made here, for this try alone: what was said before is no secret, and what
 * is said now is kept nowhere but as a hash. Null: what it would say is true no longer.
 */
export async function takeLetter(desk: Desk, letter: Leased, settings: MailSettings): Promise<OutgoingLetter | null> {
  const facts = letter.facts as LetterFacts;
  if (await isOver(desk, letter, facts)) return null;
  const own = await ownLink(desk, letter, facts);
  if (facts.kind === "SET_PASSWORD_LINK" && own === null) return null;
  const ticket = "about" in facts ? `${settings.origin}${pageOf(facts.about.number)}` : null;
  const links: Links = { ticket, own: own && `${settings.origin}${own}` };
  return addressed(letter, facts, links, settings);
}

/** A link to sign in by that comes too late is of no use; a reminder of what was moved, or to book again what was, would mislead. */
async function isOver(desk: Desk, { createdAt }: Leased, facts: LetterFacts): Promise<boolean> {
  if (facts.kind === "SIGN_IN_LINK") return createdAt + LINK_SECONDS.SIGN_IN <= desk.now;
  if (facts.kind === "APPOINTMENT_MISSED") {
    const again = await desk.em.execute<unknown[]>(
      `select 1 from appointment a join appointment b on b.partner_id = a.partner_id and b.ticket_id = a.ticket_id
        where a.id = ? and b.status = 'BOOKED'`,
      [facts.time.appointmentId],
    );
    return again.length > 0;
  }
  if (facts.kind !== "REMINDER") return false;
  const { appointmentId, from } = facts.time;
  const rows = await desk.em.execute<unknown[]>(
    "select 1 from appointment where id = ? and status = 'BOOKED' and from_at = to_timestamp(?)",
    [appointmentId, from],
  );
  return rows.length === 0 || from <= desk.now;
}

async function ownLink(desk: Desk, { contactId }: Leased, facts: LetterFacts): Promise<string | null> {
  switch (facts.kind) {
    case "SIGN_IN_LINK":
      return contactId && (await makeLink(desk, { purpose: "SIGN_IN", contactId })).path;
    case "SET_PASSWORD_LINK":
      return passwordLinkForLetter(desk, facts.linkId);
    case "BOOKING_LINK":
      return linkForLetter(desk, facts.linkId);
    case "APPOINTMENT":
    case "REMINDER":
      return linkForAppointment(desk, facts.time.appointmentId, "BOOKED");
    case "APPOINTMENT_MISSED":
      return linkForAppointment(desk, facts.time.appointmentId, "MISSED");
    default:
      return null;
  }
}

function addressed(letter: Leased, facts: LetterFacts, links: Links, settings: MailSettings): OutgoingLetter {
  const { messageId, rootMessageId, replySecret, recipient } = letter;
  const { from, replyDomain } = settings;
  const to = { name: oneLine(letter.recipientName), address: recipient };
  const { subject, text, html, automatic, calendar } = writeLetter(facts, links, from, to);
  const answers =
    replyDomain && replySecret && "about" in facts ? `reply+${facts.about.number}-${replySecret}@${replyDomain}` : null;
  return {
    ...{ from, to, subject, text, html, messageId },
    ...(answers && { replyTo: { name: from.name, address: answers } }),
    ...(rootMessageId && { inReplyTo: rootMessageId, references: rootMessageId }),
    headers: automatic ? { "Auto-Submitted": automatic, "X-Auto-Response-Suppress": "All" } : {},
    ...(calendar && { icalEvent: { ...calendar, filename: "appointment.ics" } }),
  };
}
