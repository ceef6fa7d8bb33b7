import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { Mail } from "../platform/mail/mail.entity.ts";
import { OneTimeLink } from "./credentials.entity.ts";
import { makeLink } from "./one-time-links.ts";
import type { Technician } from "./people.entity.ts";

type About = {
  readonly technician: Pick<Technician, "id" | "name">;
  readonly email: string;
  /** The link that the manager is shown: as long as it is good, the letter is true. */
  readonly linkId: string;
  /** Somebody new, rather than somebody who forgot. */
  readonly invited: boolean;
};

/**
 * Writes to somebody who works here that they may set a password. It waits in the outbox without a link: that is made when the
 * letter leaves. Such a letter is the provider's own.
 */
export async function writeToStaff(desk: Desk, { technician, email, linkId, invited }: About): Promise<void> {
  const id = uuidv7();
  const [house] = await desk.em.execute<[{ id: string }]>("select id from partner where house");
  const { name } = technician;
  const facts = { kind: "SET_PASSWORD_LINK", name, by: desk.viewer.name, invited, linkId };
  desk.em.create(Mail, {
    ...{ id, partnerId: house.id, kind: facts.kind, facts, recipient: email, recipientName: name },
    ...{ contactId: null, technicianId: technician.id, rootId: id, state: "QUEUED", tries: 0, ticketId: null },
    ...{ eventId: null, entryId: null, messageId: null, nextAt: null, leasedUntil: null, error: null },
    ...{ readyAt: desk.now, createdAt: desk.now, stateAt: desk.now },
  });
}

/**
 * Another link beside the one that a manager was shown, for the letter that is about to leave. Null where that one works no more: it
 * was used, is over, a newer one was made, or they were shut out.
 */
export async function passwordLinkForLetter(desk: Desk, linkId: string): Promise<string | null> {
  const shown = await desk.em.findOne(OneTimeLink, { id: linkId, usedAt: null, expiresAt: { $gt: desk.now } });
  if (!shown?.technicianId) return null;
  const whose = { purpose: "SET_PASSWORD", technicianId: shown.technicianId } as const;
  return (await makeLink(desk, whose, { beside: true })).path;
}
