import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";

const isStaff = ({ viewer }: Desk) => viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER";

/**
 * A public message. A technician's is the response that clocks wait for; a requester's starts the next-response clock
 * and takes the ticket out of waiting for them.
 */
export const reply = (desk: Desk, input: TicketRef & { body: string }): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "reply", {}, (ticket, to): Work | Refusal => {
    const body = input.body.trim();
    if (body === "") return refuse("INVALID", "body", "An empty reply says nothing: write a message.", ticket);
    const from = ticket.status;
    const staff = isStaff(desk);
    const resumes = !staff && from === "WAITING" && ticket.waitingOn === "REQUESTER";
    if (resumes) {
      ticket.status = "OPEN";
      ticket.waitingOn = null;
      ticket.waitingUntil = null;
    }
    const said = staff ? ({ kind: "PUBLIC_REPLY" } as const) : ({ kind: "REQUESTER_MESSAGE" } as const);
    return {
      facts: resumes ? [said, { kind: "RESUMED" }] : [said],
      events: [
        {
          type: "TicketReplied",
          ticketId: ticket.id,
          payload: {
            messageId: uuidv7(),
            from: staff ? "STAFF" : "REQUESTER",
            byPerson: true,
            status: { from, to: resumes ? "OPEN" : to },
          },
        },
      ],
      entries: [{ kind: staff ? "REPLY" : "REQUESTER_MESSAGE", public: true, body }],
    };
  });

/** An internal note: nobody outside reads it, and no clock hears it. */
export const addNote = (desk: Desk, input: TicketRef & { body: string }): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "note", {}, (ticket): Work | Refusal => {
    const body = input.body.trim();
    if (body === "") return refuse("INVALID", "body", "An empty note says nothing: write something.", ticket);
    return {
      events: [{ type: "NoteAdded", ticketId: ticket.id, payload: { noteId: uuidv7() } }],
      entries: [{ kind: "NOTE", body }],
    };
  });
