import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { changeTicket } from "./change-ticket.ts";
import { decideIfOther } from "./decide-again.ts";

/** A decision that rests on the minutes of a day says nothing of the next: at the client's midnight the rules are asked again. */
export const coverageOfANewDay: DueRows = {
  name: "coverage-of-a-new-day",
  earliest: "(select min(coverage_look_at) from ticket where coverage_look_at is not null)",
  due: "ticket where coverage_look_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<{ id: string; now: number }[]>(
      `select id, extract(epoch from desk_now())::float8 as now from ticket
        where coverage_look_at <= least((select desk_now()), to_timestamp(?))
        order by coverage_look_at, id limit ? offset ? for no key update skip locked`,
      [upTo, limit, offset],
    );
    for (const { id, now } of rows)
      await actAsDesk(tx, Number(now) as Instant, async (desk) => {
        const outcome = await changeTicket(desk, { ticketId: id }, "stateFacts", {}, (one) => decideIfOther(desk, one));
        // one that has ended keeps the answer that it had
        if (outcome.kind === "refused")
          await tx.execute("update ticket set coverage_look_at = null where id = ?", [id]);
      });
    return rows.length;
  },
};
