import type { DomainEvent } from "../core/events.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { changeTicket, type TicketRef, type Work } from "../tickets/change-ticket.ts";
import { decideIfOther } from "../tickets/decide-again.ts";
import { type Changed, type Refusal, refuse } from "../tickets/refusal.ts";
import { take } from "../tickets/take-ticket.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import type { Entry } from "../tickets/ticket-history.ts";
import { askForLink } from "./ask-for-link.ts";
import { type Grounds, groundsToConnect } from "./may-connect.ts";
import { RemoteSession } from "./remote-session.entity.ts";

export type SessionStart = TicketRef & {
  /** Who at the client agreed, when they were asked; null: they agreed by confirming the appointment. */
  consentBy: string | null;
  /** Whether a remote tool is to give an address by which to connect. */
  withLink: boolean;
};
type Consent = { readonly how: "SPOKEN" | "ONLINE"; readonly by: string };

/**
 * Connects to the requester's machine: at the ticket's appointment, or at once with the add-on, and with somebody's consent.
 * One technician has one session on a ticket at a time. A ticket that nobody holds is theirs from then on.
 */
export async function startSession(
  desk: Desk,
  input: SessionStart,
): Promise<(Changed & { session: RemoteSession }) | Refusal> {
  let session: RemoteSession | null = null;
  const outcome = await changeTicket(desk, input, "startSession", {}, async (ticket, to): Promise<Work | Refusal> => {
    const me = desk.viewer.technicianId;
    if (!me) return refuse("STAFF_ONLY", null, "Only a technician can start a remote session.", ticket);
    const running = await desk.em.findOne(RemoteSession, { ticketId: ticket.id, technicianId: me, endedAt: null });
    if (running) return refuse("ALREADY_EXISTS", "ticketId", "Your session on this ticket is running.", ticket);
    const grounds = await groundsToConnect(desk, ticket);
    if (!grounds)
      return refuse(
        "APPOINTMENT_NEEDED",
        null,
        "Connecting is by appointment, and none is now. Send a booking link; connecting at once is an add-on of the contract.",
        ticket,
      );
    const consent = consentTo(grounds, input.consentBy);
    if (!consent)
      return refuse("CONSENT_MISSING", "consentBy", "Ask whether you may connect, and say here who agreed.", ticket);
    const took = ticket.assigneeId === null ? take(desk, ticket, to) : null;
    const from = ticket.status;
    ticket.status = to;
    // what was decided on another day says nothing of today's minutes
    const decided = await decideIfOther(desk, ticket);
    session = begin(desk, ticket, grounds, consent);
    if (input.withLink) await askForLink(desk, session.id);
    audit(desk, {
      action: "SESSION_STARTED",
      about: { type: "Ticket", id: ticket.id, name: `#${ticket.number}` },
      detail: { consentBy: consent.by, consent: consent.how },
    });
    const technician = { id: me, name: desk.viewer.name };
    const payload = { sessionId: session.id, technician, status: { from, to }, grounds: grounds.kind, consent };
    const agreed = consent.how === "ONLINE" ? "agreed when booking it" : "agreed";
    const started: DomainEvent = { type: "SessionStarted", ticketId: ticket.id, payload };
    const entry: Entry = { kind: "SESSION", change: `Remote session started; ${consent.by} ${agreed}` };
    return {
      events: [...(took?.events ?? []), started, ...decided.events],
      entries: [...(took?.entries ?? []), entry, ...decided.entries],
    };
  });
  return outcome.kind === "refused" ? outcome : { ...outcome, session: session as unknown as RemoteSession };
}

function consentTo({ appointment }: Grounds, spokenBy: string | null): Consent | null {
  const by = spokenBy?.trim();
  if (by) return { how: "SPOKEN", by };
  return appointment?.consentBy ? { how: "ONLINE", by: appointment.consentBy } : null;
}

const begin = (desk: Desk, ticket: Ticket, { appointment, closesAt }: Grounds, consent: Consent): RemoteSession =>
  desk.em.create(RemoteSession, {
    ...{ id: uuidv7(), partnerId: ticket.partnerId, clientId: ticket.clientId, ticketId: ticket.id },
    ...{ technicianId: desk.viewer.technicianId as string, technicianName: desk.viewer.name },
    ...{ startedAt: desk.now, lastHeartbeatAt: desk.now, endedAt: null, endedBy: null, summary: null, closesAt },
    ...{ appointmentId: appointment?.id ?? null, consentHow: consent.how, consentBy: consent.by },
  });
