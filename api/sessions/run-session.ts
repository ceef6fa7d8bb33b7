import { GRACE } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { isStaff } from "../platform/viewer.ts";
import { maySee } from "../tickets/find-ticket.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { appendTimeline } from "../tickets/ticket-history.ts";
import { tellOfLink } from "./ask-for-link.ts";
import { meter } from "./meter.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import type { SessionRefusal } from "./session-refusal.ts";

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

/**
 * Ends a session: one's own, any as a manager, or as the requester on whose machine it is. Its seconds are on the client's
 * meter from then on. `summary`: what was done, as the technician writes it.
 */
export async function endSession(
  desk: Desk,
  sessionId: string,
  summary: string | null = null,
): Promise<SessionChange | SessionRefusal> {
  const session = await runningSession(desk, sessionId);
  if ("kind" in session) return session;
  const staff = isStaff(desk.viewer);
  if (staff && session.technicianId !== desk.viewer.technicianId && desk.viewer.kind !== "MANAGER")
    return notYours(session);
  session.summary = staff ? summary?.trim() || null : null;
  await finish(desk, session, desk.now, staff ? "TECHNICIAN" : "REQUESTER");
  return { kind: "session", session };
}

/** What was done in a session that has ended, by whoever had it; written again, the last word counts. */
export async function summariseSession(
  desk: Desk,
  sessionId: string,
  summary: string,
): Promise<SessionChange | SessionRefusal> {
  const session = await desk.em.findOne(RemoteSession, { id: sessionId });
  if (!session || !isStaff(desk.viewer)) return unknown;
  if (session.technicianId !== desk.viewer.technicianId && desk.viewer.kind !== "MANAGER") return notYours(session);
  const text = summary.trim();
  if (text === "")
    return { kind: "refused", code: "INVALID", field: "summary", message: "Write in a sentence what was done." };
  session.summary = text;
  appendTimeline(desk, { id: session.ticketId, partnerId: session.partnerId }, [
    { kind: "SESSION", change: "What was done in the remote session", body: text },
  ]);
  desk.record({
    type: "SessionSummarised",
    ticketId: session.ticketId,
    partnerId: session.partnerId,
    payload: { sessionId: session.id, technician: { id: session.technicianId, name: session.technicianName } },
  });
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
  await tellOfLink(desk);
  const seconds = at - session.startedAt;
  const lasted = `Remote session ended after ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const why = {
    ...{ VANISHED: `: ${session.technicianName} was heard of no more`, DESK_CLOSED: ": the desk closed" },
    ...{ REQUESTER: ": the requester ended it", TECHNICIAN: "" },
    ...{ TICKET_ENDED: ": the ticket came to an end" },
  } as const;
  const change = `${lasted}${why[by]}`;
  appendTimeline(desk, { id: session.ticketId, partnerId: session.partnerId }, [
    { kind: "SESSION", change, body: session.summary },
  ]);
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
  if (!session || !(isStaff(desk.viewer) || (await isTheirs(desk, session)))) return unknown;
  // silent for longer than the grace: it has ended, whether or not the timer has said so yet
  const graceOver = (session.lastHeartbeatAt + GRACE) as Instant;
  if (session.endedAt === null && desk.now > graceOver) await finish(desk, session, graceOver, "VANISHED");
  if (session.endedAt !== null)
    return { kind: "refused", code: "SESSION_ENDED", field: "sessionId", message: "The session has ended." };
  return session;
}

const unknown: SessionRefusal = {
  kind: "refused",
  ...{ code: "NOT_FOUND", field: "sessionId", message: "There is no such session." },
};

/** On the machine of whoever asks: a session on a ticket that they see. */
async function isTheirs({ em, viewer }: Desk, { ticketId }: RemoteSession): Promise<boolean> {
  const ticket = await em.findOne(Ticket, { id: ticketId });
  return ticket !== null && (viewer.kind === "REQUESTER" || viewer.kind === "BOOKING") && maySee(viewer, ticket);
}

const notYours = ({ technicianName }: RemoteSession): SessionRefusal => ({
  kind: "refused",
  code: "NOT_YOURS",
  field: "sessionId",
  message: `It is ${technicianName}'s session.`,
});
