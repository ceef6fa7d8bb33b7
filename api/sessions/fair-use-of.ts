import { localDate } from "../core/business-calendar/zone.ts";
import { type FairUse, fairUse, localDay, type MeteredSession } from "../core/fair-use-meter.ts";
import type { Instant, Seconds } from "../core/time.ts";
import type { Context } from "../platform/context.ts";

type Client = { id: string; timeZone: string };

/** A client's fair use on one of its local days (today without one), as things stand at the request's instant. */
export async function fairUseOf(
  context: Pick<Context, "read">,
  client: Client,
  allowance: Seconds,
  at: Instant,
  date: string = localDate(client.timeZone, at),
): Promise<FairUse & { running: number }> {
  const day = localDay(date, client.timeZone);
  const sessions = await context.read<MeteredSession>({
    name: "sessions-of-a-day",
    text: `select client_id as "clientId", ticket_id as "ticketId", started_at as "startedAt", ended_at as "endedAt",
                  last_heartbeat_at as "lastHeartbeatAt"
             from remote_session
            where client_id = $1 and started_at < to_timestamp($2) and coalesce(ended_at, last_heartbeat_at) >= to_timestamp($3) - interval '1 minute'`,
    values: [client.id, day.until, day.from],
  });
  return {
    ...fairUse(client, date, allowance, sessions, at),
    running: sessions.filter((s) => s.endedAt === null).length,
  };
}
