import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { GRACE } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";
import type { Desk, Recorded } from "../platform/desk.ts";
import type { DueRows } from "../platform/due-rows.ts";
import { type Append, logEvents } from "../platform/event-log.ts";
import { actorOf, theDesk } from "../platform/viewer.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/** Ends sessions whose heartbeats stopped: at the last one plus the grace, and says so. */
export const vanishedSessions: DueRows = {
  name: "vanished-sessions",
  earliest: `(select min(last_heartbeat_at) + interval '${GRACE} seconds' from remote_session where ended_at is null)`,
  async fire(tx: SqlEntityManager, limit: number): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select *, extract(epoch from desk_now())::float8 as desk_now from remote_session
        where ended_at is null and last_heartbeat_at + interval '${GRACE} seconds' <= desk_now()
        order by last_heartbeat_at, id limit ? for update skip locked`,
      [limit],
    );
    const events: Recorded[] = [];
    const appends: Append[] = [];
    let now = 0 as Instant;
    for (const { desk_now, ...row } of rows) {
      now = Number(desk_now) as Instant;
      const desk: Desk = {
        em: tx,
        now,
        viewer: theDesk,
        record: (event) => void events.push(event),
        append: (text, values) => void appends.push({ text, values }),
      };
      const session = tx.map(RemoteSession, row as never);
      await finish(desk, session, (session.lastHeartbeatAt + GRACE) as Instant, "VANISHED");
    }
    await tx.flush();
    if (events.length > 0)
      await logEvents(
        tx,
        events.map((e) => ({ ...e, actor: actorOf(theDesk), origin: null, at: now })),
        appends,
      );
    return rows.length;
  },
};
