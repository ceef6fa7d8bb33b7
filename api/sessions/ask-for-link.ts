import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { JoinLink } from "./join-link.entity.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import type { SessionRefusal } from "./session-refusal.ts";

/** Said in the transaction that starts or ends a session: its link is to be made, or withdrawn. */
export const JOIN_LINK_NEWS = "join_link";

/** Told if, and only if, the session's start or end is committed; a look every second stands behind it. */
export const tellOfLink = (desk: Desk) => desk.em.execute(`select pg_notify('${JOIN_LINK_NEWS}', '')`);

const AT_ONCE = 0 as Instant;
const asked = { state: "PREPARING", url: null, ref: null, note: null, tries: 0, nextAt: AT_ONCE } as const;

/** A worker is to make the address by which the technician connects. */
export async function askForLink(desk: Desk, sessionId: string): Promise<void> {
  desk.em.create(JoinLink, { sessionId, ...asked, leasedUntil: null, withdrawnAt: null });
  await tellOfLink(desk);
}

/**
 * Asks for it again: somebody has done what was in the way, or has said that the tool calls the machine otherwise. One that was
 * ready is good no longer, and is withdrawn where it was made.
 */
export async function retryLink(
  desk: Desk,
  sessionId: string,
): Promise<{ kind: "session"; session: RemoteSession } | SessionRefusal> {
  const refused = (code: SessionRefusal["code"], message: string): SessionRefusal => ({
    kind: "refused",
    ...{ code, field: "sessionId", message },
  });
  const session = await desk.em.findOne(RemoteSession, { id: sessionId });
  if (!session) return refused("NOT_FOUND", "There is no such session.");
  if (session.endedAt !== null) return refused("SESSION_ENDED", "The session has ended.");
  if (session.technicianId !== desk.viewer.technicianId)
    return refused("NOT_YOURS", `It is ${session.technicianName}'s session.`);
  const link = await desk.em.findOne(JoinLink, { sessionId });
  if (link) Object.assign(link, { state: "PREPARING", url: null, note: null, tries: 0, nextAt: AT_ONCE });
  await tellOfLink(desk);
  return { kind: "session", session };
}
