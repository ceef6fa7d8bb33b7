import { leftByTickets } from "./left-by-tickets.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/**
 * Nobody stays connected for a ticket with which nothing more is to be done. While it is only resolved, whoever is connected may
 * be showing so.
 */
export const sessionsOfEndedTickets = leftByTickets(
  {
    name: "sessions-of-ended-tickets",
    entity: RemoteSession,
    table: "remote_session",
    where: "r.ended_at is null and t.status in ('CLOSED', 'CANCELLED', 'MERGED')",
  },
  (desk, session: RemoteSession) => finish(desk, session, desk.now, "TICKET_ENDED"),
);
