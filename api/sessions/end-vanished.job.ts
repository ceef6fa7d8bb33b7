import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { GRACE } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";
import { actAsDesk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/** Ends sessions whose heartbeats stopped: at the last one plus the grace, and says so. */
export const vanishedSessions: DueRows = {
  name: "vanished-sessions",
  earliest: `(select min(last_heartbeat_at) + interval '${GRACE} seconds' from remote_session where ended_at is null)`,
  due: `remote_session where ended_at is null and last_heartbeat_at <= (select desk_now()) - interval '${GRACE} seconds'`,
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select *, extract(epoch from desk_now())::float8 as desk_now from remote_session
        where ended_at is null and last_heartbeat_at <= least((select desk_now()), to_timestamp(?)) - interval '${GRACE} seconds'
        order by last_heartbeat_at, id limit ? offset ? for update skip locked`,
      [upTo, limit, offset],
    );
    for (const { desk_now, ...row } of rows)
      await actAsDesk(tx, Number(desk_now) as Instant, async (desk) => {
        const session = tx.map(RemoteSession, row as never);
        await finish(desk, session, (session.lastHeartbeatAt + GRACE) as Instant, "VANISHED");
      });
    return rows.length;
  },
};
