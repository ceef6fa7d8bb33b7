import { planVersion } from "../clients/agreements.ts";
import { findClient } from "../clients/find-contract.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import type { DomainEvent } from "../core/events.ts";
import { type FairUseMark, passedMark, usedOn } from "../core/fair-use-meter.ts";
import { acceptedIn } from "../core/ticket-lifecycle.ts";
import type { Instant, Seconds } from "../core/time.ts";
import { reportUse, standingOf } from "../coverage/fair-use.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type Work } from "../tickets/change-ticket.ts";
import { decideIfOther } from "../tickets/decide-again.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import type { RemoteSession } from "./remote-session.entity.ts";
import { sessionsAround } from "./sessions-around.ts";

/**
 * Reports the days a session touches to the client's fair-use meter. Five minutes before today's are used up the
 * tickets say so for which somebody is connected; when they are, the coverage of those is decided again. Nobody is cut off.
 */
export async function meter(desk: Desk, session: RemoteSession): Promise<void> {
  await desk.em.flush();
  const client = await findClient(desk.em, session.clientId);
  if (!client) return;
  const { id: clientId, partnerId, timeZone } = client;
  const until = (session.endedAt ?? desk.now) as Instant;
  const today = localDate(timeZone, until);
  const sessions = await sessionsAround(desk.em, client, session.startedAt, until);
  const { used: before } = await standingOf(desk.em, partnerId, clientId, today);
  for (const date of new Set([localDate(timeZone, session.startedAt), today]))
    await reportUse(desk.em, { partnerId, clientId, date, used: usedOn(date, timeZone, sessions, desk.now) });
  const used = usedOn(today, timeZone, sessions, desk.now);
  const ticket = await desk.em.findOne(Ticket, { id: session.ticketId });
  if (!ticket) return;
  const allowance = (await planVersion(desk.em, ticket.planId)).terms.coverage.fairUseSecondsPerDay as Seconds;
  const mark = passedMark(before, used, allowance);
  if (mark) for (const ticketId of await atWork(desk, session)) await tell(desk, ticketId, mark, allowance);
}

/** The tickets for which somebody is connected at this client; in one order, so that nobody waits for anybody in a circle. */
async function atWork(desk: Desk, { partnerId, clientId, ticketId }: RemoteSession): Promise<string[]> {
  const rows = await desk.em.execute<{ ticketId: string }[]>(
    `select distinct ticket_id as "ticketId" from remote_session where partner_id = ? and client_id = ? and ended_at is null`,
    [partnerId, clientId],
  );
  return [...new Set([ticketId, ...rows.map((row) => row.ticketId)])].toSorted();
}

const inMidSession = (event: DomainEvent): DomainEvent =>
  event.type === "CoverageDecided" ? { ...event, payload: { ...event.payload, midSession: true } } : event;

async function tell(desk: Desk, ticketId: string, mark: FairUseMark, allowance: Seconds): Promise<void> {
  const of = Math.floor(allowance / 60);
  const change =
    mark === "SOON"
      ? `Five of the client's ${of} remote minutes of today are left`
      : `The client's ${of} remote minutes of today are used up`;
  const entry = { kind: "SESSION" as const, change };
  const outcome = await changeTicket(desk, { ticketId }, "note", {}, async (ticket): Promise<Work> => {
    const again = mark === "USED_UP" && acceptedIn(ticket.status).includes("stateFacts");
    const decided = again ? await decideIfOther(desk, ticket) : { events: [], entries: [] };
    return { ...decided, events: decided.events.map(inMidSession), entries: [entry, ...decided.entries] };
  });
  if (outcome.kind === "refused")
    throw new Error(`the meter of ticket ${ticketId} could not be told: ${outcome.message}`);
}
