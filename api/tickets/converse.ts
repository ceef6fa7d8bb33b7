import { heard } from "../core/sla-clock/heard.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { instantText } from "../platform/scalars.ts";
import type { NewClockFact } from "../sla/record-facts.ts";
import { attach, toldWith } from "./attachments/attach.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { isMailed } from "./is-mailed.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";

type Files = { attachmentIds?: readonly string[] | null | undefined };
const isStaff = ({ viewer }: Desk) => viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER";

/**
 * A public message. A technician's is the response that clocks wait for; a requester's starts the next-response clock
 * and takes the ticket out of waiting for them. `change`: what it is beside a message, for the story.
 */
export const reply = (
  desk: Desk,
  input: TicketRef & Files & { body: string; sentAt?: Instant | null | undefined; change?: string },
): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "reply", {}, async (ticket, to): Promise<Work | Refusal> => {
    const body = input.body.trim();
    if (body === "") return refuse("INVALID", "body", "An empty reply says nothing: write a message.", ticket);
    const sentAt = input.sentAt ?? desk.now;
    const fault = sentFault(desk, ticket, sentAt);
    if (fault) return refuse("INVALID", "sentAt", fault, ticket);
    const messageId = uuidv7();
    const line = { ticket, entryId: messageId, public: true, current: ticket };
    const attached = await attach(desk, input.attachmentIds, line);
    if (attached.kind === "refused") return attached;
    const from = ticket.status;
    const staff = isStaff(desk);
    const resumes = !staff && from === "WAITING" && ticket.waitingOn === "REQUESTER";
    if (resumes) {
      ticket.status = "OPEN";
      ticket.waitingOn = null;
      ticket.waitingUntil = null;
    }
    const mailed = staff && sentAt === desk.now && (await isMailed(desk, ticket));
    return {
      facts: [...heardFacts(staff, messageId, mailed), ...(resumes ? [{ kind: "RESUMED" as const }] : [])],
      // a waiting cannot be over before it began
      happenedAt: resumes ? (Math.max(sentAt, ticket.updatedAt) as Instant) : sentAt,
      events: [
        {
          type: "TicketReplied",
          ticketId: ticket.id,
          payload: {
            messageId,
            from: staff ? "STAFF" : "REQUESTER",
            byPerson: true,
            status: { from, to: resumes ? "OPEN" : to },
            ...(sentAt < desk.now && { sentAt }),
            ...toldWith(attached),
          },
        },
      ],
      entries: [
        {
          id: messageId,
          kind: staff ? "REPLY" : "REQUESTER_MESSAGE",
          public: true,
          body,
          ...(input.change !== undefined && { change: input.change }),
          ...(sentAt < desk.now && { change: `Sent at ${instantText(sentAt)}` }),
        },
      ],
    };
  });

/** What clocks hear of it. */
function heardFacts(staff: boolean, message: string, mailed: boolean): NewClockFact[] {
  const fact = heard({ from: staff ? "STAFF" : "REQUESTER", public: true, byPerson: true });
  if (fact === "PUBLIC_REPLY") return [{ kind: fact, message, ...(mailed && { mailed }) }];
  return fact ? [{ kind: fact }] : [];
}

/** Why a message cannot have been sent then; null: it can. */
function sentFault(desk: Desk, ticket: Ticket, sentAt: Instant): string | null {
  if (sentAt === desk.now) return null;
  if (desk.viewer.kind === "REQUESTER") return "You write it now: leave out when it was sent.";
  if (sentAt > desk.now) return `It is ${instantText(desk.now)} on this desk: nothing was sent later than that.`;
  if (sentAt < ticket.createdAt)
    return `The ticket was opened at ${instantText(ticket.createdAt)}: nobody answered it before.`;
  return null;
}

/** An internal note: nobody outside reads it, and no clock hears it. */
export const addNote = (desk: Desk, input: TicketRef & Files & { body: string }): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "note", {}, async (ticket): Promise<Work | Refusal> => {
    const body = input.body.trim();
    if (body === "") return refuse("INVALID", "body", "An empty note says nothing: write something.", ticket);
    const noteId = uuidv7();
    const line = { ticket, entryId: noteId, public: false, current: ticket };
    const attached = await attach(desk, input.attachmentIds, line);
    if (attached.kind === "refused") return attached;
    return {
      events: [{ type: "NoteAdded", ticketId: ticket.id, payload: { noteId, ...toldWith(attached) } }],
      entries: [{ id: noteId, kind: "NOTE", body }],
    };
  });
