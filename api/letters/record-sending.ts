import type { Desk } from "../platform/desk.ts";
import type { NextTry } from "../platform/mail/mail-schedule.ts";
import { type Leased, recordTry } from "../platform/mail/outbox.sql.ts";
import { type LetterRef, letterBounced, letterFailed, messageSent } from "../tickets/letters-came-back.ts";

type Result = { readonly state: NextTry["state"] | "DROPPED"; readonly rest: number | null };

/** Writes down how a letter fared, and what follows for its ticket, once. */
export async function recordSending(desk: Desk, letter: Leased, result: Result, error: string | null): Promise<void> {
  const { id, ticketId, partnerId, kind, entryId, recipient } = letter;
  // the ticket first, as every verb does: who waits for it while holding the letter could wait for ever
  if (ticketId !== null) await desk.em.execute("select 1 from ticket where id = ? for no key update", [ticketId]);
  if (!(await recordTry(desk.em, { id }, result.state, result.rest, error)) || ticketId === null) return;
  const ref: LetterRef = {
    ...{ letterId: id, letter: kind, partnerId, ticketId, messageId: entryId, address: recipient },
  };
  if (result.state === "SENT" && entryId !== null) messageSent(desk, ref);
  if (result.state === "FAILED") letterFailed(desk, ref, error ?? "");
  if (result.state === "BOUNCED") await letterBounced(desk, ref, error ?? "");
}
