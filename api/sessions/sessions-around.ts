import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { MeteredSession } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";

const DAY = 86_400;

/** A client's sessions that may touch the local days of `[from, until]`, with a day's margin for any zone. */
export const sessionsAround = (
  em: SqlEntityManager,
  client: { id: string; partnerId: string },
  from: Instant,
  until: Instant,
): Promise<MeteredSession[]> =>
  em.execute<MeteredSession[]>(
    `select client_id as "clientId", ticket_id as "ticketId", extract(epoch from started_at)::float8 as "startedAt",
            extract(epoch from last_heartbeat_at)::float8 as "lastHeartbeatAt",
            extract(epoch from ended_at)::float8 as "endedAt"
       from remote_session
      where partner_id = ? and client_id = ? and started_at < to_timestamp(?)
        and coalesce(ended_at, last_heartbeat_at) >= to_timestamp(?)`,
    [client.partnerId, client.id, until + 2 * DAY, from - 2 * DAY],
  );
