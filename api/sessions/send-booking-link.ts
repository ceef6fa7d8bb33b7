import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import { issueCredential } from "../people/issue-credential.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { changeTicket, type TicketRef, type Work } from "../tickets/change-ticket.ts";
import { findStaff } from "../tickets/find-staff.ts";
import { isMailed } from "../tickets/is-mailed.ts";
import { type Changed, type Refusal, refuse } from "../tickets/refusal.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment, BookingLink } from "./appointment.entity.ts";
import { STANDARD_LENGTH } from "./find-booking.ts";

export type LinkTerms = TicketRef & {
  /** Whose time is offered; null: that of everybody who can do it. */
  technicianId: string | null;
  lengthSeconds: number | null;
  body: string | null;
};
export type SentLink = { readonly path: string; readonly expiresAt: Instant };

/** How long a link is good: long enough for a holiday. */
export const LINK_SECONDS = 14 * 86_400;
const SHORTEST = 900;
const LONGEST = 4 * 3_600;
const STEP = 900;

/**
 * Sends the requester a link by which they choose a time. It is a public reply by a person, so clocks that wait for a
 * response hear it; the ticket waits for the requester meanwhile. A link sent before works no more.
 */
export async function sendBookingLink(desk: Desk, input: LinkTerms): Promise<(Changed & { link: SentLink }) | Refusal> {
  let link: SentLink | null = null;
  const outcome = await changeTicket(desk, input, "wait", {}, async (ticket, to): Promise<Work | Refusal> => {
    const fault = await linkFaults(desk, ticket, input);
    if (fault) return fault;
    const technician = input.technicianId === null ? null : await findStaff(desk.em, input.technicianId);
    if (input.technicianId !== null && !technician)
      return refuse("NOT_FOUND", "technicianId", "There is no such technician.", ticket);
    const made = await makeLink(desk, ticket, input);
    link = made;
    const messageId = uuidv7();
    const mailed = await isMailed(desk, ticket);
    const [status, waitingOn] = [
      { from: ticket.status, to },
      { from: ticket.waitingOn, to: "REQUESTER" as const },
    ];
    const paused = ticket.status === "WAITING";
    Object.assign(ticket, { status: to, waitingOn: "REQUESTER", waitingUntil: null });
    const events: DomainEvent[] = [
      {
        type: "TicketReplied",
        ticketId: ticket.id,
        payload: {
          ...{ messageId, from: "STAFF", byPerson: true, status: { from: status.from, to: status.from } },
          along: "BOOKING_LINK",
        },
      },
      {
        type: "BookingLinkSent",
        ticketId: ticket.id,
        payload: { linkId: made.id, messageId, technician, expiresAt: made.expiresAt },
      },
      { type: "TicketWaiting", ticketId: ticket.id, payload: { status, waitingOn, resumesAt: null, reason: null } },
    ];
    const body = input.body?.trim() || "Please choose a time at which we connect to your machine.";
    return {
      facts: [
        { kind: "PUBLIC_REPLY", message: messageId, ...(mailed && { mailed }) },
        ...(paused ? [{ kind: "RESUMED" as const }] : []),
        { kind: "PAUSED", reason: "REQUESTER" },
      ],
      events,
      entries: [{ id: messageId, kind: "REPLY", public: true, body, change: "With a link to choose a time by" }],
    };
  });
  return outcome.kind === "refused" ? outcome : { ...outcome, link: link as unknown as SentLink };
}

/** Why an appointment cannot be of such a length; null: it can. */
export const lengthFault = (seconds: number | null): string | null =>
  seconds !== null && (seconds < SHORTEST || seconds > LONGEST || seconds % STEP !== 0)
    ? "An appointment takes 15 minutes to 4 hours, in quarters of an hour."
    : null;

async function linkFaults(desk: Desk, ticket: Ticket, { lengthSeconds }: LinkTerms): Promise<Refusal | null> {
  const length = lengthFault(lengthSeconds);
  if (length) return refuse("INVALID", "lengthSeconds", length, ticket);
  const booked = await desk.em.count(Appointment, {
    partnerId: ticket.partnerId,
    ticketId: ticket.id,
    status: "BOOKED",
    fromAt: { $gt: desk.now },
  });
  if (booked > 0)
    return refuse("ALREADY_EXISTS", null, "An appointment stands already: move it, or cancel it first.", ticket);
  return null;
}

/** Only the hash of its secret is kept; the older links of the ticket say from now on that there is a newer one. */
async function makeLink(desk: Desk, ticket: Ticket, { technicianId, lengthSeconds }: LinkTerms) {
  await desk.em.nativeUpdate(
    BookingLink,
    { partnerId: ticket.partnerId, ticketId: ticket.id, replacedAt: null },
    { replacedAt: desk.now },
  );
  const expiresAt = (desk.now + LINK_SECONDS) as Instant;
  const terms = {
    technicianId,
    lengthSeconds: lengthSeconds ?? STANDARD_LENGTH,
    createdBy: desk.viewer.name,
    expiresAt,
  };
  return { ...(await issueLink(desk, ticket, terms)), expiresAt };
}

type Terms = Pick<BookingLink, "technicianId" | "lengthSeconds" | "createdBy" | "expiresAt">;

async function issueLink(desk: Desk, ticket: Ticket, terms: Terms): Promise<{ id: string; path: string }> {
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

/**
 * Another secret for a link that was sent, on its terms, for the letter that is about to leave: whoever sent the link got its
 * secret once, and nobody can read it again. Null for a link that was replaced, or is over.
 */
export async function linkForLetter(desk: Desk, linkId: string): Promise<string | null> {
  const link = await desk.em.findOne(BookingLink, { id: linkId });
  const ticket = link && (await desk.em.findOne(Ticket, { id: link.ticketId }));
  if (!link || !ticket || link.replacedAt !== null || link.expiresAt <= desk.now) return null;
  const { technicianId, lengthSeconds, createdBy, expiresAt } = link;
  return (await issueLink(desk, ticket, { technicianId, lengthSeconds, createdBy, expiresAt })).path;
}
