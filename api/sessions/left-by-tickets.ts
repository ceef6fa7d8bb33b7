import type { EntityName } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";

/** What stands (`r`) though its ticket (`t`) does not any more; `where` says both. */
type Left<E> = {
  readonly name: string;
  readonly entity: EntityName<E>;
  readonly table: string;
  readonly where: string;
};

/** A source of what tickets leave behind as they come to an end, acted on one by one, as the desk. */
export function leftByTickets<E extends object>(
  { name, entity, table, where }: Left<E>,
  act: (desk: Desk, row: E) => Promise<void>,
): DueRows {
  const left = `${table} r join ticket t on t.partner_id = r.partner_id and t.id = r.ticket_id where ${where}`;
  return {
    name,
    earliest: `(select min(t.updated_at) from ${left})`,
    due: left,
    async fire(tx: SqlEntityManager, { limit, offset }: Batch): Promise<number> {
      const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
        `select r.*, extract(epoch from desk_now())::float8 as desk_now from ${left}
          order by t.updated_at, r.id limit ? offset ? for update of r skip locked`,
        [limit, offset],
      );
      for (const { desk_now, ...row } of rows)
        await actAsDesk(tx, Number(desk_now) as Instant, (desk) => act(desk, tx.map(entity, row as never) as E));
      return rows.length;
    },
  };
}
