import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Batch, DueRows } from "../due-rows.ts";

/** Letters whose next try has come: marked here, and sent beside the timers, so that no mail server holds up a promise. */
export const mailRetries: DueRows = {
  name: "mail-retries",
  earliest: "(select min(next_at) from mail where next_at is not null)",
  due: "mail where next_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<unknown[]>(
      `with due as (select id from mail where next_at <= least((select desk_now()), to_timestamp(?))
                     order by next_at, id limit ? offset ? for update skip locked)
       update mail m set ready_at = m.next_at, next_at = null from due where m.id = due.id returning 1`,
      [upTo, limit, offset],
    );
    return rows.length;
  },
};
