import { findClient } from "../clients/find-contract.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import { GRACE, usedOn } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";
import { reportUse } from "../coverage/fair-use.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { changeTicket, type TicketRef, type Work } from "../tickets/change-ticket.ts";
import { type Changed, type Refusal, refuse } from "../tickets/refusal.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { sessionsAround } from "./sessions-around.ts";

/** Connects to the requester's machine. One technician has one session on a ticket at a time. */
export async function startSession(
  desk: Desk,
  input: TicketRef,
): Promise<(Changed & { session: RemoteSession }) | Refusal> {
  let session: RemoteSession | null = null;
  const outcome = await changeTicket(desk, input, "startSession", {}, async (ticket, to): Promise<Work | Refusal> => {
    const me = desk.viewer.technicianId;
    if (!me) return refuse("STAFF_ONLY", null, "Only a technician can start a remote session.", ticket);
    const running = await desk.em.findOne(RemoteSession, { ticketId: ticket.id, technicianId: me, endedAt: null });
    if (running) return refuse("ALREADY_EXISTS", "ticketId", "Your session on this ticket is running.", ticket);
    const from = ticket.status;
    ticket.status = to;
    session = desk.em.create(RemoteSession, {
      id: uuidv7(),
      partnerId: ticket.partnerId,
      clientId: ticket.clientId,
      ticketId: ticket.id,
      technicianId: me,
      technicianName: desk.viewer.name,
      startedAt: desk.now,
      lastHeartbeatAt: desk.now,
      endedAt: null,
      endedBy: null,
    });
    audit(desk, { action: "SESSION_STARTED", about: { type: "Ticket", id: ticket.id, name: `#${ticket.number}` } });
    return {
      events: [
        {
          type: "SessionStarted",
          ticketId: ticket.id,
          payload: { sessionId: session.id, technician: { id: me, name: desk.viewer.name }, status: { from, to } },
        },
      ],
      entries: [{ kind: "SESSION", change: "Remote session started" }],
    };
  });
  return outcome.kind === "refused" ? outcome : { ...outcome, session: session as unknown as RemoteSession };
}

export type SessionRefusal = {
  kind: "refused";
  code: "NOT_FOUND" | "SESSION_ENDED" | "NOT_YOURS";
  field: string;
  message: string;
};
type SessionChange = { kind: "session"; session: RemoteSession };

/** Says that the session is alive. Without it, the session ends at the last heartbeat plus a grace. */
export async function heartbeat(desk: Desk, sessionId: string): Promise<SessionChange | SessionRefusal> {
  const session = await runningSession(desk, sessionId);
  if ("kind" in session) return session;
  if (session.technicianId !== desk.viewer.technicianId) return notYours(session);
  session.lastHeartbeatAt = desk.now;
  await meter(desk, session);
  return { kind: "session", session };
}

/** Ends a session, one's own or as a manager; its seconds are on the client's meter from then on. */
export async function endSession(desk: Desk, sessionId: string): Promise<SessionChange | SessionRefusal> {
  const session = await runningSession(desk, sessionId);
  if ("kind" in session) return session;
  if (session.technicianId !== desk.viewer.technicianId && desk.viewer.kind !== "MANAGER") return notYours(session);
  await finish(desk, session, desk.now, "TECHNICIAN");
  return { kind: "session", session };
}

/** The end of a session, by whomever. */
export async function finish(
  desk: Desk,
  session: RemoteSession,
  at: Instant,
  by: NonNullable<RemoteSession["endedBy"]>,
): Promise<void> {
  session.endedAt = at;
  session.endedBy = by;
  await meter(desk, session);
  const seconds = at - session.startedAt;
  const lasted = `Remote session ended after ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const change = by === "VANISHED" ? `${lasted}: ${session.technicianName} was heard of no more` : lasted;
  appendTimeline(desk, { id: session.ticketId, partnerId: session.partnerId }, [{ kind: "SESSION", change }]);
  audit(desk, {
    action: "SESSION_ENDED",
    about: { type: "RemoteSession", id: session.id, name: session.technicianName },
    detail: { seconds, endedBy: by },
  });
  desk.record({
    type: "SessionEnded",
    ticketId: session.ticketId,
    partnerId: session.partnerId,
    payload: {
      sessionId: session.id,
      technician: { id: session.technicianId, name: session.technicianName },
      seconds: seconds as never,
      endedBy: by,
    },
  });
}

async function runningSession(desk: Desk, id: string): Promise<RemoteSession | SessionRefusal> {
  const [row] = await desk.em.execute<Record<string, never>[]>("select * from remote_session where id = ? for update", [
    id,
  ]);
  const session = row ? desk.em.map(RemoteSession, row) : null;
  const unknown = {
    kind: "refused",
    code: "NOT_FOUND",
    field: "sessionId",
    message: "There is no such session.",
  } as const;
  if (!session || (desk.viewer.kind !== "TECHNICIAN" && desk.viewer.kind !== "MANAGER")) return unknown;
  // silent for longer than the grace: it has ended, whether or not the timer has said so yet
  const graceOver = (session.lastHeartbeatAt + GRACE) as Instant;
  if (session.endedAt === null && desk.now > graceOver) await finish(desk, session, graceOver, "VANISHED");
  if (session.endedAt !== null)
    return { kind: "refused", code: "SESSION_ENDED", field: "sessionId", message: "The session has ended." };
  return session;
}

const notYours = ({ technicianName }: RemoteSession): SessionRefusal => ({
  kind: "refused",
  code: "NOT_YOURS",
  field: "sessionId",
  message: `It is ${technicianName}'s session.`,
});

/** Reports the days a session touches to the client's fair-use meter. */
async function meter(desk: Desk, session: RemoteSession): Promise<void> {
  await desk.em.flush();
  const client = await findClient(desk.em, session.clientId);
  if (!client) return;
  const until = (session.endedAt ?? desk.now) as Instant;
  const days = new Set([localDate(client.timeZone, session.startedAt), localDate(client.timeZone, until)]);
  const sessions = await sessionsAround(desk.em, client, session.startedAt, until);
  for (const date of days)
    await reportUse(desk.em, {
      partnerId: client.partnerId,
      clientId: client.id,
      date,
      used: usedOn(date, client.timeZone, sessions, desk.now),
    });
}
