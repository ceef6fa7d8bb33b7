import type { Status, WaitingOn } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { theDesk } from "../platform/viewer.ts";
import type { NewClockFact } from "../sla/record-facts.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";

export type Waiting = TicketRef & { on: WaitingOn; until?: Instant | null | undefined };

const isPaused = (ticket: Ticket) => ticket.status === "WAITING" || ticket.status === "SCHEDULED";

/** Lays a ticket aside until somebody else has acted. Which clocks stand still meanwhile is the plan's matter. */
export const waitOn = (desk: Desk, input: Waiting): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "wait", {}, (ticket, to): Work | Refusal => {
    if (input.until != null && input.until <= desk.now)
      return refuse("INVALID", "until", "That instant has passed: name one to come, or none.", ticket);
    const [from, before] = [ticket.status, ticket.waitingOn];
    const facts: NewClockFact[] = isPaused(ticket) ? [{ kind: "RESUMED" }] : [];
    facts.push({ kind: "PAUSED", reason: input.on, ...(input.until != null && { resumesAt: input.until }) });
    ticket.status = to;
    ticket.waitingOn = input.on;
    ticket.waitingUntil = input.until ?? null;
    return {
      facts,
      events: [
        {
          type: "TicketWaiting",
          ticketId: ticket.id,
          payload: {
            status: { from, to },
            waitingOn: { from: before, to: input.on },
            resumesAt: input.until ?? null,
            reason: null,
          },
        },
      ],
      entries: [{ kind: "STATUS", change: `Waiting for ${input.on.toLowerCase()}` }],
    };
  });

const words = (from: Status) => (from === "NEW" ? "Work began" : "Taken up again");

/** Takes a ticket up again. One that waited until an instant that has passed did so at that instant, whoever says it when. */
export const resume = (desk: Desk, input: TicketRef): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "resume", {}, (ticket, to): Work => {
    const [from, before] = [ticket.status, ticket.waitingOn];
    const facts: NewClockFact[] = isPaused(ticket) ? [{ kind: "RESUMED" }] : [];
    const happenedAt = Math.min(desk.now, ticket.waitingUntil ?? desk.now) as Instant;
    ticket.status = to;
    ticket.waitingOn = null;
    ticket.waitingUntil = null;
    return {
      facts,
      happenedAt,
      events: [
        {
          type: "TicketResumed",
          ticketId: ticket.id,
          payload: { status: { from, to }, waitingOn: { from: before, to: null } },
        },
      ],
      entries: [{ kind: "STATUS", change: desk.viewer === theDesk ? "The time to wait is over" : words(from) }],
    };
  });
