import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import { OutgoingMail } from "../people/credentials.entity.ts";
import { LINK_SECONDS, makeLink, useLink } from "../people/one-time-links.ts";
import { beginSession, type Session } from "../people/sessions.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { Contact } from "./clients.entity.ts";

const aboutContact = ({ id, name }: Contact) => ({ type: "Contact", id, name });
/** One person may be known at several clients: each gets a link of its own. */
const MOST_CONTACTS = 5;

/** A requester asks for a link. Whoever is known by this address gets a letter; the caller is never told which. */
export async function requestSignInLink(desk: Desk, email: string, address: string): Promise<void> {
  const found = await desk.em.execute<{ id: string; name: string }[]>(
    "select id, name from contact where lower(email) = lower(?) order by id limit ?",
    [email.trim(), MOST_CONTACTS],
  );
  for (const contact of found) {
    desk.em.create(OutgoingMail, {
      id: uuidv7(),
      kind: "SIGN_IN_LINK",
      contactId: contact.id,
      createdAt: desk.now,
      takenAt: null,
    });
    const actor = { kind: "REQUESTER", ...contact };
    audit(desk, { action: "LINK_REQUESTED", actor, address });
  }
}

export type Letter = { readonly to: string; readonly name: string; readonly path: string; readonly expiresAt: Instant };

/**
 * The seam for whoever delivers mail: takes the next letter that is to go out. Its link is made here, for this letter alone,
 * so that no secret waits in the database. A letter that nobody took in time is passed over: its asker has given up.
 */
export async function takeLetter(desk: Desk): Promise<Letter | null> {
  const [next] = await desk.em.execute<{ contactId: string }[]>(
    `update outgoing_mail set taken_at = to_timestamp(?) where id = (
       select id from outgoing_mail where taken_at is null and kind = 'SIGN_IN_LINK' and created_at > to_timestamp(?)
        order by id limit 1 for update skip locked) returning contact_id as "contactId"`,
    [desk.now, desk.now - LINK_SECONDS.SIGN_IN],
  );
  const contact = next && (await desk.em.findOne(Contact, { id: next.contactId }));
  if (!contact?.email) return null;
  const link = await makeLink(desk, { purpose: "SIGN_IN", contactId: contact.id });
  return { to: contact.email, name: contact.name, ...link };
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
  return { kind: "linked", ...(await makeLink(desk, { purpose: "SIGN_IN", contactId })) };
}

/** Signs the requester of a link in; null for a link that was used, is over, is for something else, or never was. */
export async function signInByLink(desk: Desk, secret: string, address: string): Promise<Session | null> {
  const link = await useLink(desk, secret, "SIGN_IN");
  const contact = link && (await desk.em.findOne(Contact, { id: link.contactId as string }));
  if (!contact) return null;
  const { id: contactId, name, partnerId, clientId, lead } = contact;
  return beginSession(desk, { kind: "REQUESTER", name, contactId, partnerId, clientId, lead }, "LINK", address);
}
