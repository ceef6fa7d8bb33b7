import { localDate } from "../core/business-calendar/zone.ts";
import { countingTickets, type FairUse, fairUse, localDay, type MeteredSession } from "../core/fair-use-meter.ts";
import type { Instant, Period, Seconds } from "../core/time.ts";
import type { Context } from "../platform/context.ts";

type Client = { id: string; timeZone: string };
type SessionsOn = (day: Period) => Promise<readonly MeteredSession[] | null>;

/** A client's fair use on one of its local days (today without one), as things stand at the request's instant. */
export async function fairUseOf(
  sessionsOn: SessionsOn,
  client: Client,
  allowance: Seconds,
  at: Instant,
  date: string = localDate(client.timeZone, at),
): Promise<FairUse & { running: number; runningTickets: number }> {
  const day = localDay(date, client.timeZone);
  const sessions = (await sessionsOn(day)) ?? [];
  return {
    ...fairUse(client, date, allowance, sessions, at),
    running: sessions.filter((s) => s.endedAt === null).length,
    runningTickets: day.from <= at && at < day.until ? countingTickets(sessions, at) : 0,
  };
}

/** Several clients' sessions that may have gone on within a day. Uses remote_session (partner_id, client_id, started_at). */
export const sessionsWithin = (context: Pick<Context, "read">, clientIds: readonly string[], day: Period) =>
  context.read<MeteredSession>({
    name: "sessions-within",
    text: `select client_id as "clientId", ticket_id as "ticketId", started_at as "startedAt", ended_at as "endedAt",
                  last_heartbeat_at as "lastHeartbeatAt"
             from remote_session
            where client_id = any($1) and started_at < to_timestamp($2)
              and coalesce(ended_at, last_heartbeat_at) >= to_timestamp($3) - interval '1 minute'`,
    values: [clientIds, day.until, day.from],
  });
