import type { EntityName } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "./desk.ts";
import type { Batch, DueRows } from "./due-rows.ts";

/** Where a timer stands: a column of a table's rows, of those alone that a condition names. */
type Timer<E> = {
  readonly name: string;
  readonly entity: EntityName<E>;
  readonly table: string;
  readonly column: string;
  readonly where?: string;
};

/** A source whose rows are acted on one by one, as the desk, when the instant in their column has come. */
export function dueEach<E extends object>(
  { name, entity, table, column, where = "true" }: Timer<E>,
  act: (desk: Desk, row: E) => Promise<void> | void,
): DueRows {
  return {
    name,
    earliest: `(select min(${column}) from ${table} where ${column} is not null and ${where})`,
    due: `${table} where ${column} <= (select desk_now()) and ${where}`,
    async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
      const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
        `select *, extract(epoch from desk_now())::float8 as desk_now from ${table}
          where ${column} <= least((select desk_now()), to_timestamp(?)) and ${where}
          order by ${column}, id limit ? offset ? for update skip locked`,
        [upTo, limit, offset],
      );
      for (const { desk_now, ...row } of rows)
        await actAsDesk(tx, Number(desk_now) as Instant, async (desk) => act(desk, tx.map(entity, row as never) as E));
      return rows.length;
    },
  };
}
