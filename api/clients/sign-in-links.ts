import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import { makeLink, useLink } from "../people/one-time-links.ts";
import { beginSession, type Session } from "../people/sessions.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { Mail } from "../platform/mail/mail.entity.ts";
import { Contact } from "./clients.entity.ts";

const aboutContact = ({ id, name }: Contact) => ({ type: "Contact", id, name });
/** One person may be known at several clients: each gets a link of its own. */
const MOST_CONTACTS = 5;

/** A requester asks for a link. Whoever is known by this address gets a letter; the caller is never told which. */
export async function requestSignInLink(desk: Desk, email: string, address: string): Promise<void> {
  const found = await desk.em.execute<{ id: string; name: string; email: string; partnerId: string }[]>(
    `select id, name, email, partner_id as "partnerId" from contact where lower(email) = lower(?) order by id limit ?`,
    [email.trim(), MOST_CONTACTS],
  );
  for (const contact of found) {
    letterWithLink(desk, contact);
    const actor = { kind: "REQUESTER", id: contact.id, name: contact.name };
    audit(desk, { action: "LINK_REQUESTED", actor, address });
  }
}

/** It waits in the outbox without a link: that is made when the letter leaves. */
function letterWithLink(desk: Desk, to: { id: string; name: string; email: string; partnerId: string }): void {
  const id = uuidv7();
  desk.em.create(Mail, {
    ...{ id, partnerId: to.partnerId, kind: "SIGN_IN_LINK", facts: { kind: "SIGN_IN_LINK", name: to.name } },
    ...{
      recipient: to.email,
      recipientName: to.name,
      contactId: to.id,
      technicianId: null,
      rootId: id,
      state: "QUEUED",
      tries: 0,
    },
    ...{ ticketId: null, eventId: null, entryId: null, messageId: null, nextAt: null, leasedUntil: null, error: null },
    ...{ readyAt: desk.now, createdAt: desk.now, stateAt: desk.now },
  });
}

export type LinkFault = { kind: "refused"; code: "NOT_FOUND"; field: string; message: string };

/** A manager makes a link for a requester, to be handed on. */
export async function createSignInLink(
  desk: Desk,
  contactId: string,
): Promise<{ kind: "linked"; path: string; expiresAt: Instant } | LinkFault> {
  const contact = await desk.em.findOne(Contact, { id: contactId });
  if (!contact) return { kind: "refused", code: "NOT_FOUND", field: "contactId", message: "There is no such contact." };
  audit(desk, { action: "LINK_CREATED", about: aboutContact(contact), detail: { purpose: "SIGN_IN" } });
  const { path, expiresAt } = await makeLink(desk, { purpose: "SIGN_IN", contactId });
  return { kind: "linked", path, expiresAt };
}

/** Signs the requester of a link in; null for a link that was used, is over, is for something else, or never was. */
export async function signInByLink(desk: Desk, secret: string, address: string): Promise<Session | null> {
  const link = await useLink(desk, secret, "SIGN_IN");
  const contact = link && (await desk.em.findOne(Contact, { id: link.contactId as string }));
  if (!contact) return null;
  const { id: contactId, name, partnerId, clientId, lead } = contact;
  return beginSession(desk, { kind: "REQUESTER", name, contactId, partnerId, clientId, lead }, "LINK", address);
}
