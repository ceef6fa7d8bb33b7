import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import type { NewClockFact } from "../sla/record-facts.ts";
import { changeTicket, type Work } from "./change-ticket.ts";
import type { Ticket } from "./ticket.entity.ts";
import { appendTimeline } from "./ticket-history.ts";

/** A letter to the requester of a ticket. `messageId`: the message that it carried; null: the desk wrote it by itself. */
export type LetterRef = {
  readonly letterId: string;
  readonly letter: string;
  readonly partnerId: string;
  readonly ticketId: string;
  readonly messageId: string | null;
  readonly address: string;
};

/** What the news says of every letter. */
const named = ({ letterId, letter, messageId }: LetterRef) => ({ letterId, letter, messageId });

/** A mail server took a message: whoever looks at the ticket sees it. */
export function messageSent(desk: Desk, ref: LetterRef): void {
  const { ticketId, partnerId } = ref;
  desk.record({ type: "MailSent", ticketId, partnerId, payload: named(ref) });
}

/** No server took a letter for two days. Nobody withdraws anything: it may be read in the portal. */
export function letterFailed(desk: Desk, ref: LetterRef, reason: string): void {
  const { ticketId, partnerId, address } = ref;
  const change = `A letter to ${address} could not be sent for two days: ${reason}`;
  appendTimeline(desk, { id: ticketId, partnerId }, [{ kind: "MAIL", change }]);
  desk.record({ type: "MailFailed", ticketId, partnerId, payload: { ...named(ref), reason } });
}

/**
 * A server refused a letter for good. A message in it was no response, unless its clock was sealed before: then that is only
 * shown beside the verdict. A ticket that waited for the answer to it is taken up again.
 */
export async function letterBounced(desk: Desk, ref: LetterRef, reason: string): Promise<void> {
  const { ticketId, messageId } = ref;
  const fact = messageId === null ? null : await withdrawalOf(desk, ref, messageId);
  const takenUp = messageId !== null && (await waitsForAnswerTo(desk, ref, messageId));
  let mergedIntoId: string | null = null;
  const done = await changeTicket(desk, { ticketId }, takenUp ? "resume" : "note", {}, (ticket, to): Work => {
    mergedIntoId = ticket.mergedIntoId;
    return bounce(ref, reason, fact, ticket, takenUp ? to : null);
  });
  if (done.kind === "refused") throw new Error(`a letter came back, and its ticket would not hear it: ${done.message}`);
  // what a duplicate was answered, the ticket that took it in has as its own
  if (fact && mergedIntoId !== null)
    await changeTicket(desk, { ticketId: mergedIntoId }, "note", {}, () => ({
      facts: [fact],
      events: [],
      entries: [],
    }));
}

function bounce(
  ref: LetterRef,
  reason: string,
  fact: NewClockFact | null,
  ticket: Ticket,
  takenUpAs: Ticket["status"] | null,
): Work {
  const status = { from: ticket.status, to: takenUpAs ?? ticket.status };
  const waitingOn = { from: ticket.waitingOn, to: takenUpAs ? null : ticket.waitingOn };
  if (takenUpAs) Object.assign(ticket, { status: takenUpAs, waitingOn: null, waitingUntil: null });
  const bounced: DomainEvent = {
    type: "MailBounced",
    ticketId: ticket.id,
    payload: { ...named(ref), reason, withdrawn: fact !== null, status, waitingOn },
  };
  const what = ref.messageId === null ? "A letter" : "What was written";
  return {
    facts: [...(fact ? [fact] : []), ...(takenUpAs ? [{ kind: "RESUMED" as const }] : [])],
    events: [bounced],
    entries: [{ kind: "MAIL", change: `${what} to ${ref.address} came back undelivered: ${reason}` }],
  };
}

/** The fact that takes a response back; null where the message was none. */
async function withdrawalOf(
  desk: Desk,
  { partnerId, ticketId }: LetterRef,
  message: string,
): Promise<NewClockFact | null> {
  const [said] = await desk.em.execute<{ at: Instant }[]>(
    `select extract(epoch from happened_at)::float8 as at from clock_fact
      where partner_id = ? and ticket_id = ? and kind = 'PUBLIC_REPLY' and detail->>'message' = ? limit 1`,
    [partnerId, ticketId, message],
  );
  return said ? { kind: "RESPONSE_WITHDRAWN", message, said: said.at } : null;
}

/** Whether the ticket waits for the requester, and nothing was said to them since. */
async function waitsForAnswerTo(desk: Desk, { partnerId, ticketId }: LetterRef, messageId: string): Promise<boolean> {
  const rows = await desk.em.execute<unknown[]>(
    `select 1 from ticket t where t.partner_id = ? and t.id = ? and t.status = 'WAITING' and t.waiting_on = 'REQUESTER'
        and not exists (select 1 from timeline_entry e where e.partner_id = t.partner_id and e.ticket_id = t.id
                           and e.kind = 'REPLY' and e.public and e.id > ?)`,
    [partnerId, ticketId, messageId],
  );
  return rows.length === 1;
}
