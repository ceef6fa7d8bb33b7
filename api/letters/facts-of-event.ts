import type { EventPayloads, EventType } from "../core/events.ts";
import type { LogRow } from "../platform/event-log.ts";
import { coverageChanged } from "./coverage-changed.ts";
import type { About, AgreedTime, LetterFacts } from "./letter-facts.ts";
import type { Addressee, DecisionSaid } from "./letter-sources.sql.ts";

/** What an event is told with. */
export type Beside = {
  readonly to: Addressee;
  readonly message: (id: string) => { readonly body: string; readonly actor: string } | null;
  readonly appointment: (id: string) => Pick<AgreedTime, "technician" | "from" | "until" | "sequence"> | null;
  readonly decision: (id: string) => DecisionSaid | null;
};

/** Events of which a requester hears by mail. */
export const TOLD = [
  "TicketCreated",
  "TicketReplied",
  "SlaDueChanged",
  "CoverageDecided",
  "BookingLinkSent",
  "TicketScheduled",
  "AppointmentCancelled",
  "AppointmentDrawsNear",
  "AppointmentPassed",
  "TicketResolved",
] as const satisfies readonly EventType[];
type Told = {
  [T in (typeof TOLD)[number]]: { readonly type: T; readonly payload: EventPayloads[T] };
}[(typeof TOLD)[number]];

/** A letter of an event; `entryId`: the line of the ticket's story that it carries. */
export type FactsOfEvent = { readonly facts: LetterFacts; readonly entryId: string | null };

/** The letter that an event gives rise to; null: none, or another event of the same act does. */
export function factsOfEvent(row: LogRow, beside: Beside): FactsOfEvent | null {
  const { to } = beside;
  const about: About = { number: to.number, subject: to.subject, name: to.name, zone: to.zone };
  const plain = (facts: LetterFacts): FactsOfEvent => ({ facts, entryId: null });
  const event = { type: row.type, payload: row.payload } as unknown as Told;
  switch (event.type) {
    case "TicketCreated":
      return plain({ ...acknowledged(about, to), ...filesOf(event.payload) });
    case "TicketReplied":
      return replied(about, event.payload, beside);
    case "SlaDueChanged": {
      const { dueAt, metric, cause, commitment } = event.payload;
      if (commitment !== "CONTRACTUAL" || dueAt.to === null || dueAt.to === dueAt.from) return null;
      return plain({ kind: "DUE_CHANGED", about, metric, before: dueAt.from, after: dueAt.to, cause });
    }
    case "CoverageDecided": {
      const said = beside.decision(event.payload.decisionId);
      const facts = coverageChanged(about, row, event.payload, to, said);
      return facts && plain(facts);
    }
    case "BookingLinkSent": {
      const { linkId, messageId, expiresAt } = event.payload;
      const said = beside.message(messageId);
      if (!said) return null;
      const facts = { kind: "BOOKING_LINK", about, from: said.actor, body: said.body, linkId, expiresAt } as const;
      return { facts, entryId: messageId };
    }
    case "TicketScheduled": {
      const { before, technician } = event.payload;
      const had = before?.technician;
      const insteadOf = had && had.id !== technician.id ? had.name : null;
      const time = timeOf(row, event.payload);
      return plain({ kind: "APPOINTMENT", about, time, before: before?.from ?? null, insteadOf });
    }
    case "AppointmentCancelled": {
      const { by, reason } = event.payload;
      return plain({ kind: "APPOINTMENT_CANCELLED", about, time: timeOf(row, event.payload), by, reason });
    }
    case "AppointmentDrawsNear": {
      const { appointmentId, from } = event.payload;
      const agreed = beside.appointment(appointmentId);
      return agreed && plain({ kind: "REMINDER", about, time: { ...agreed, appointmentId, from, at: row.at } });
    }
    case "AppointmentPassed": {
      const { appointmentId, outcome } = event.payload;
      const agreed = outcome === "MISSED" ? beside.appointment(appointmentId) : null;
      return agreed && plain({ kind: "APPOINTMENT_MISSED", about, time: { ...agreed, appointmentId, at: row.at } });
    }
    case "TicketResolved": {
      const { messageId } = event.payload;
      const said = messageId ? beside.message(messageId) : null;
      const facts = { kind: "RESOLVED", about, from: said?.actor ?? row.actor.name, body: said?.body ?? null } as const;
      return { facts, entryId: said ? messageId : null };
    }
    default:
      return event satisfies never;
  }
}

const filesOf = ({ attachments }: { readonly attachments?: readonly unknown[] }) =>
  attachments?.length ? { files: attachments.length } : {};

function acknowledged(about: About, to: Addressee): LetterFacts {
  const { channel, outcome, clauseCode, clauseTitle, promisedAt, asks } = to;
  const clause = clauseCode && clauseTitle ? { code: clauseCode, title: clauseTitle } : null;
  const said = { kind: "ACKNOWLEDGEMENT", about, outcome, clause, dueAt: promisedAt } as const;
  return { ...said, ...(asks !== null && { asks }), mailed: channel === "EMAIL" };
}

/** What a person of the desk wrote, and has not sent by other means already. */
function replied(about: About, payload: EventPayloads["TicketReplied"], { message }: Beside): FactsOfEvent | null {
  if (payload.from !== "STAFF" || !payload.byPerson || payload.along || payload.sentAt !== undefined) return null;
  const said = message(payload.messageId);
  if (!said) return null;
  const facts = { kind: "REPLY", about, from: said.actor, body: said.body, ...filesOf(payload) } as const;
  return { facts, entryId: payload.messageId };
}

const timeOf = (
  { at }: LogRow,
  { appointmentId, technician, from, until, sequence }: EventPayloads["TicketScheduled" | "AppointmentCancelled"],
): AgreedTime => ({ appointmentId, technician: technician.name, from, until, sequence, at });
