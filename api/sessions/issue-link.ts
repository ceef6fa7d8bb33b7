import { issueCredential } from "../people/issue-credential.ts";
import type { Desk } from "../platform/desk.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { BookingLink } from "./appointment.entity.ts";

/** How long a link is good: long enough for a holiday. */
export const LINK_SECONDS = 14 * 86_400;

type Terms = Pick<BookingLink, "technicianId" | "lengthSeconds" | "createdBy" | "expiresAt">;

/** A link and its secret, of which only the hash is kept. */
export async function issueLink(desk: Desk, ticket: Ticket, terms: Terms): Promise<{ id: string; path: string }> {
  const [person] = ticket.requesterId
    ? await desk.em.execute<{ name: string }[]>("select name from contact where id = ?", [ticket.requesterId])
    : [];
  const { token, row } = issueCredential(
    desk.em,
    {
      ...{ kind: "BOOKING", name: person?.name ?? "Whoever has the booking link", partnerId: ticket.partnerId },
      ...{ clientId: ticket.clientId, contactId: ticket.requesterId, ticketId: ticket.id, createdBy: terms.createdBy },
    },
    desk.now,
  );
  desk.em.create(BookingLink, {
    ...{ id: row.id, partnerId: ticket.partnerId, ticketId: ticket.id, ...terms },
    ...{ createdAt: desk.now, replacedAt: null, answeredAt: null },
  });
  return { id: row.id, path: `/book#${token}` };
}
