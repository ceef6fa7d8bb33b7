import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { changeTicket, type TicketRef, type Work } from "../tickets/change-ticket.ts";
import { findStaff } from "../tickets/find-staff.ts";
import { isMailed } from "../tickets/is-mailed.ts";
import { type Changed, type Refusal, refuse } from "../tickets/refusal.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment, BookingLink } from "./appointment.entity.ts";
import { STANDARD_LENGTH } from "./find-booking.ts";
import { issueLink, LINK_SECONDS } from "./issue-link.ts";

export type LinkTerms = TicketRef & {
  /** Whose time is offered; null: that of everybody who can do it. */
  technicianId: string | null;
  lengthSeconds: number | null;
  body: string | null;
};
export type SentLink = { readonly path: string; readonly expiresAt: Instant };

const SHORTEST = 900;
const LONGEST = 4 * 3_600;
const STEP = 900;
const STANDS = "Should the time that we agreed on not suit you any more: here you move it, or call it off.";

/**
 * Sends the requester a link by which they choose a time. It is a public reply by a person, so clocks that wait for a
 * response hear it; the ticket waits for the requester meanwhile, or goes on waiting for the appointment that stands: by the link
 * it is moved or called off. A link sent before works no more.
 */
export async function sendBookingLink(desk: Desk, input: LinkTerms): Promise<(Changed & { link: SentLink }) | Refusal> {
  let link: SentLink | null = null;
  const stands = await standsFor(desk, input.ticketId);
  const outcome = await changeTicket(
    desk,
    input,
    stands ? "reply" : "wait",
    {},
    async (ticket, to): Promise<Work | Refusal> => {
      const fault = lengthFault(input.lengthSeconds);
      if (fault) return refuse("INVALID", "lengthSeconds", fault, ticket);
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
      if (!stands) Object.assign(ticket, { status: to, waitingOn: "REQUESTER", waitingUntil: null });
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
      ];
      if (!stands)
        events.push({
          type: "TicketWaiting",
          ticketId: ticket.id,
          payload: { status, waitingOn, resumesAt: null, reason: null },
        });
      const body =
        input.body?.trim() || (stands ? STANDS : "Please choose a time at which we connect to your machine.");
      return {
        facts: [
          { kind: "PUBLIC_REPLY", message: messageId, ...(mailed && { mailed }) },
          ...(paused && !stands ? [{ kind: "RESUMED" as const }] : []),
          ...(stands ? [] : [{ kind: "PAUSED" as const, reason: "REQUESTER" as const }]),
        ],
        events,
        entries: [{ id: messageId, kind: "REPLY", public: true, body, change: "With a link to choose a time by" }],
      };
    },
  );
  return outcome.kind === "refused" ? outcome : { ...outcome, link: link as unknown as SentLink };
}

/** Why an appointment cannot be of such a length; null: it can. */
export const lengthFault = (seconds: number | null): string | null =>
  seconds !== null && (seconds < SHORTEST || seconds > LONGEST || seconds % STEP !== 0)
    ? "An appointment takes 15 minutes to 4 hours, in quarters of an hour."
    : null;

/** Whether an appointment is ahead. The ticket is locked first, so that none is agreed on meanwhile. */
async function standsFor(desk: Desk, ticketId: string): Promise<boolean> {
  await desk.em.execute("select id from ticket where id = ? for no key update", [ticketId]);
  return (await desk.em.count(Appointment, { ticketId, status: "BOOKED", fromAt: { $gt: desk.now } })) > 0;
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
