import { planVersion } from "../clients/agreements.ts";
import { findClient } from "../clients/find-contract.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import { type FairUseMark, passedMark, usedOn } from "../core/fair-use-meter.ts";
import type { Instant, Seconds } from "../core/time.ts";
import { reportUse, standingOf } from "../coverage/fair-use.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket } from "../tickets/change-ticket.ts";
import { decideAgain } from "../tickets/state-facts.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import type { RemoteSession } from "./remote-session.entity.ts";
import { sessionsAround } from "./sessions-around.ts";

/**
 * Reports the days a session touches to the client's fair-use meter. Five minutes before today's are used up the
 * technician is told on the ticket; when they are, its coverage is decided again. Nobody is cut off.
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
  if (mark) await tell(desk, session, mark, allowance);
}

async function tell(desk: Desk, { ticketId, partnerId }: RemoteSession, mark: FairUseMark, allowance: Seconds) {
  const of = Math.floor(allowance / 60);
  const change =
    mark === "SOON"
      ? `Five of the client's ${of} remote minutes of today are left`
      : `The client's ${of} remote minutes of today are used up`;
  appendTimeline(desk, { id: ticketId, partnerId }, [{ kind: "SESSION", change }]);
  if (mark === "USED_UP") await changeTicket(desk, { ticketId }, "note", {}, (ticket) => decideAgain(desk, ticket));
}
