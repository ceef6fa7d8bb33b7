import type { Context } from "../platform/context.ts";
import { visible } from "../tickets/ticket.sql.ts";
import type { RemoteSession } from "./remote-session.entity.ts";

const columns = `s.id, s.ticket_id as "ticketId", s.technician_id as "technicianId", s.started_at as "startedAt",
  s.last_heartbeat_at as "lastHeartbeatAt", s.ended_at as "endedAt", s.ended_by as "endedBy",
  s.consent_how as "consentHow", s.consent_by as "consentBy", s.summary`;
const from = "remote_session s join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id";

/** The sessions of several tickets, oldest first. */
export const sessionsOfTickets = (context: Context, ids: readonly string[]): Promise<RemoteSession[]> =>
  context.read<RemoteSession>({
    name: "sessions-of-tickets",
    text: `select ${columns} from ${from} where t.id = any($1) order by s.started_at, s.id limit 2000`,
    values: [ids],
  });

/** What a technician is connected for now, oldest first. Uses remote_session_running_index. */
export const runningSessionsOf = (context: Context, technicianId: string): Promise<RemoteSession[]> =>
  context.read<RemoteSession>({
    name: "running-sessions-of-technician",
    text: `select ${columns} from ${from}
            where s.ended_at is null and s.technician_id = $1 order by s.started_at, s.id limit 100`,
    values: [technicianId],
  });

/** The sessions with these ids on tickets that the viewer may see. */
export function sessionsById(context: Context, ids: readonly string[]): Promise<RemoteSession[]> {
  const values: unknown[] = [ids];
  const text = `select ${columns} from ${from} where s.id = any($1) and ${visible(context.viewer, values)}`;
  return context.read<RemoteSession>({ text, values });
}
