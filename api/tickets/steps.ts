import type { DomainEvent } from "../core/events.ts";
import type { Step } from "../core/ticket-lifecycle.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";
import type { Entry } from "./ticket-history.ts";

export type StepNoteInput = { step: Step; note: string };

/** Only notes with something written in them document a step. */
export const written = (steps: readonly StepNoteInput[] | null | undefined): StepNoteInput[] =>
  (steps ?? []).filter((s) => s.note.trim() !== "").map((s) => ({ step: s.step, note: s.note.trim() }));

/** Adds step notes to a ticket, in whichever act they were given. */
export function noteSteps(
  desk: Desk,
  ticket: Ticket,
  notes: StepNoteInput[],
): { events: DomainEvent[]; entries: Entry[] } {
  const kept = ticket.steps.filter((s) => s.cycle !== ticket.cycle || !notes.some((n) => n.step === s.step));
  const added = notes.map(({ step, note }) => ({
    step,
    note,
    by: desk.viewer.name,
    at: desk.now,
    cycle: ticket.cycle,
  }));
  if (added.length > 0) ticket.steps = [...kept, ...added];
  return {
    events: notes.map(({ step, note }) => ({
      type: "StepCompleted" as const,
      ticketId: ticket.id,
      payload: { step, note, cycle: ticket.cycle },
    })),
    entries: notes.map(({ step, note }) => ({ kind: "STEP" as const, body: note, step })),
  };
}

/** Documents one of the four steps; a second note for the same step in the same cycle replaces the first. */
export const completeStep = (desk: Desk, input: TicketRef & StepNoteInput): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "completeStep", {}, (ticket): Work | Refusal => {
    const notes = written([input]);
    if (notes.length === 0)
      return refuse("INVALID", "note", "A step is documented by a note: write what was done.", ticket);
    return noteSteps(desk, ticket, notes);
  });
