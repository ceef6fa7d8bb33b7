import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";

/** Tickets on which the desk acts by itself when the instant in a column has come. They are locked as verbs lock them. */
export const dueTickets = (
  name: string,
  column: string,
  act: (desk: Desk, ticketId: string) => Promise<void>,
): DueRows => ({
  name,
  earliest: `(select min(${column}) from ticket where ${column} is not null)`,
  due: `ticket where ${column} <= (select desk_now())`,
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<{ id: string; now: number }[]>(
      `select id, extract(epoch from desk_now())::float8 as now from ticket
        where ${column} <= least((select desk_now()), to_timestamp(?)) order by ${column}, id limit ? offset ? for no key update skip locked`,
      [upTo, limit, offset],
    );
    for (const { id, now } of rows) await actAsDesk(tx, Number(now) as Instant, (desk) => act(desk, id));
    return rows.length;
  },
});
