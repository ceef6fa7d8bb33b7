import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/** Of a ticket with which nothing more is to be done. While it is only resolved, whoever is connected may be showing so. */
const LEFT = `remote_session s join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id
         where s.ended_at is null and t.status in ('CLOSED', 'CANCELLED', 'MERGED')`;

/** Nobody stays connected for a ticket that has come to an end. */
export const sessionsOfEndedTickets: DueRows = {
  name: "sessions-of-ended-tickets",
  earliest: `(select min(t.updated_at) from ${LEFT})`,
  due: LEFT,
  async fire(tx: SqlEntityManager, { limit, offset }: Batch): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select s.*, extract(epoch from desk_now())::float8 as desk_now from ${LEFT}
        order by t.updated_at, s.id limit ? offset ? for update of s skip locked`,
      [limit, offset],
    );
    for (const { desk_now, ...row } of rows)
      await actAsDesk(tx, Number(desk_now) as Instant, async (desk) =>
        finish(desk, tx.map(RemoteSession, row as never), desk.now, "TICKET_ENDED"),
      );
    return rows.length;
  },
};
