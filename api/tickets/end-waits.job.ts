import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { resume } from "./wait-on.ts";

/** Takes up again what was laid aside until an instant, when that instant comes and nobody was earlier. */
export const overdueWaits: DueRows = {
  name: "overdue-waits",
  earliest: "(select min(waiting_until) from ticket where waiting_until is not null)",
  due: "ticket where waiting_until <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<{ id: string; now: number }[]>(
      `select id, extract(epoch from desk_now())::float8 as now from ticket
        where waiting_until <= least((select desk_now()), to_timestamp(?)) order by waiting_until, id limit ? offset ? for no key update skip locked`,
      [upTo, limit, offset],
    );
    for (const { id, now } of rows)
      await actAsDesk(tx, Number(now) as Instant, async (desk) => {
        const outcome = await resume(desk, { ticketId: id });
        if (outcome.kind === "refused")
          throw new Error(`ticket ${id} waits, and cannot be resumed: ${outcome.message}`);
      });
    return rows.length;
  },
};
