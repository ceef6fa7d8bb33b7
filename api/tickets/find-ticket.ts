import type { Desk } from "../platform/desk.ts";
import type { Viewer } from "../platform/viewer.ts";
import { Ticket } from "./ticket.entity.ts";

/** Whether a viewer may see a ticket. A stranger's ticket is answered exactly as an unknown one. */
export function maySee(viewer: Viewer, ticket: Pick<Ticket, "id" | "partnerId" | "clientId" | "requesterId">): boolean {
  switch (viewer.kind) {
    case "TECHNICIAN":
    case "MANAGER":
      return true;
    case "PARTNER":
      return ticket.partnerId === viewer.partnerId;
    case "REQUESTER":
      return ticket.clientId === viewer.clientId && (viewer.lead === true || ticket.requesterId === viewer.contactId);
    case "MONITORING":
      return ticket.clientId === viewer.clientId;
    case "BOOKING":
      return ticket.id === viewer.ticketId;
    case "WALL":
      return false;
    default:
      return viewer.kind satisfies never;
  }
}

/**
 * The ticket with its row locked, or null when it is unknown or not this viewer's. The lock leaves foreign keys alone
 * (`no key update`), so that a worker announcing a breach beside us never waits for us while we wait for it.
 */
export async function lockTicket(desk: Desk, id: string): Promise<Ticket | null> {
  const [row] = await desk.em.execute<Record<string, never>[]>("select * from ticket where id = ? for no key update", [
    id,
  ]);
  if (!row) return null;
  const ticket = desk.em.map(Ticket, row);
  return maySee(desk.viewer, ticket) ? ticket : null;
}
