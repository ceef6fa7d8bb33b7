import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/** Ends sessions on which the desk closes: nobody is to be on a machine whose owner has gone home. */
export const sessionsAtClosing: DueRows = {
  name: "sessions-at-closing",
  earliest: "(select min(closes_at) from remote_session where closes_at is not null and ended_at is null)",
  due: "remote_session where closes_at <= (select desk_now()) and ended_at is null",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select *, extract(epoch from desk_now())::float8 as desk_now from remote_session
        where ended_at is null and closes_at <= least((select desk_now()), to_timestamp(?))
        order by closes_at, id limit ? offset ? for update skip locked`,
      [upTo, limit, offset],
    );
    for (const { desk_now, ...row } of rows)
      await actAsDesk(tx, Number(desk_now) as Instant, async (desk) => {
        const session = tx.map(RemoteSession, row as never);
        await finish(desk, session, session.closesAt as Instant, "DESK_CLOSED");
      });
    return rows.length;
  },
};
