import type { DomainEvent } from "../core/events.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { NewClockFact } from "../sla/record-facts.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { isMailed } from "./is-mailed.ts";
import type { Changed, Refusal } from "./refusal.ts";
import { noteSteps, type StepNoteInput, written } from "./steps.ts";
import type { Ticket } from "./ticket.entity.ts";
import type { Entry } from "./ticket-history.ts";

const stopWaiting = (ticket: Ticket) => {
  ticket.waitingOn = null;
  ticket.waitingUntil = null;
};

export type Resolving = TicketRef & {
  steps?: StepNoteInput[] | null | undefined;
  message?: string | null | undefined;
};

/** The problem is solved. Missing step notes may come in the same act; a message to the requester is a public reply. */
export const resolve = (desk: Desk, input: Resolving): Promise<Changed | Refusal> => {
  const notes = written(input.steps);
  const message = input.message?.trim();
  return changeTicket(
    desk,
    input,
    "resolve",
    { steps: notes.map((n) => n.step) },
    async (ticket, to): Promise<Work> => {
      const from = ticket.status;
      const messageId = message ? uuidv7() : null;
      const mailed = messageId !== null && (await isMailed(desk, ticket));
      const noted = noteSteps(desk, ticket, notes);
      ticket.status = to;
      ticket.resolvedAt = desk.now;
      stopWaiting(ticket);
      const said: Entry[] = messageId ? [{ id: messageId, kind: "REPLY", public: true, body: message ?? null }] : [];
      const facts: NewClockFact[] = messageId
        ? [{ kind: "PUBLIC_REPLY", message: messageId, ...(mailed && { mailed }) }]
        : [];
      const status = { from, to };
      const replied: DomainEvent[] = messageId
        ? [
            {
              type: "TicketReplied",
              ticketId: ticket.id,
              payload: { messageId, from: "STAFF", byPerson: true, status: { from, to: from }, along: "RESOLUTION" },
            },
          ]
        : [];
      return {
        facts: [...facts, { kind: "RESOLVED" }],
        events: [
          ...noted.events,
          ...replied,
          { type: "TicketResolved", ticketId: ticket.id, payload: { status, messageId } },
        ],
        entries: [...noted.entries, ...said, { kind: "STATUS", public: true, change: "Resolved" }],
      };
    },
  );
};

export type Closing = TicketRef & {
  steps?: StepNoteInput[] | null | undefined;
  reason?: string | null | undefined;
  /** The requester no longer wants it. */
  withdrawn?: boolean | null | undefined;
};

/** All steps are documented and nobody waits for anything; an excluded or withdrawn ticket closes with a reason instead. */
export const close = (desk: Desk, input: Closing): Promise<Changed | Refusal> => {
  const notes = written(input.steps);
  const act = {
    steps: notes.map((n) => n.step),
    reason: input.reason ?? null,
    withdrawn: input.withdrawn === true,
  };
  return changeTicket(desk, input, "close", act, (ticket, to, _plan, withoutSteps): Work => {
    const from = ticket.status;
    const noted = noteSteps(desk, ticket, notes);
    const reason = input.reason?.trim() || null;
    ticket.status = to;
    ticket.closedAt = desk.now;
    ticket.closeReason = reason;
    stopWaiting(ticket);
    return {
      facts: [{ kind: "CLOSED" }],
      events: [
        ...noted.events,
        {
          type: "TicketClosed",
          ticketId: ticket.id,
          payload: { status: { from, to }, reason, withoutSteps },
        },
      ],
      entries: [...noted.entries, { kind: "STATUS", public: true, change: reason ? `Closed: ${reason}` : "Closed" }],
    };
  });
};

/** It is no longer wanted, or never should have been a ticket. Final. */
export const cancel = (desk: Desk, input: TicketRef & { reason: string }): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "cancel", { reason: input.reason }, (ticket, to): Work => {
    const from = ticket.status;
    ticket.status = to;
    ticket.closedAt = desk.now;
    ticket.closeReason = input.reason.trim();
    stopWaiting(ticket);
    return {
      facts: [{ kind: "CANCELLED" }],
      events: [
        {
          type: "TicketCancelled",
          ticketId: ticket.id,
          payload: { status: { from, to }, reason: input.reason.trim() },
        },
      ],
      entries: [{ kind: "STATUS", public: true, change: `Cancelled: ${input.reason.trim()}` }],
    };
  });

/** It was not done after all. The step notes so far are kept; the next resolution asks for new ones. */
export const reopen = (
  desk: Desk,
  input: TicketRef & { reason?: string | null | undefined },
): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "reopen", { reason: input.reason ?? null }, (ticket, to): Work => {
    const from = ticket.status;
    const reason = input.reason?.trim() || null;
    ticket.status = to;
    ticket.resolvedAt = null;
    ticket.closedAt = null;
    ticket.closeReason = null;
    ticket.cycle += 1;
    return {
      facts: [{ kind: "REOPENED" }],
      events: [
        {
          type: "TicketReopened",
          ticketId: ticket.id,
          payload: { status: { from, to }, reason, cycle: ticket.cycle },
        },
      ],
      entries: [{ kind: "STATUS", public: true, change: reason ? `Reopened: ${reason}` : "Reopened" }],
    };
  });
