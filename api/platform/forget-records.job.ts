import type { DueRows } from "./due-rows.ts";

type Forgotten = { readonly name: string; readonly table: string; readonly key: string; readonly until: string };

/**
 * Forgets records whose time is over. By the hour, because nothing waits for it: a record that is over is none for whoever
 * asks, and a clock that is set a day ahead would stop at each of them.
 */
export const forgottenByTheHour = ({ name, table, key, until }: Forgotten): DueRows => ({
  name,
  earliest: `(select date_trunc('hour', min(${until}), 'UTC') + interval '1 hour' from ${table})`,
  due: `${table} where ${until} < date_trunc('hour', (select desk_now()), 'UTC')`,
  fire: async (tx, { limit, offset, upTo }) => {
    const gone = await tx.execute<object[]>(
      `delete from ${table} where (${key}) in (
         select ${key} from ${table}
          where ${until} < date_trunc('hour', least((select desk_now()), to_timestamp(?)), 'UTC')
          order by ${until} offset ? limit ? for update skip locked) returning 1`,
      [upTo, offset, limit],
    );
    return gone.length;
  },
});

/** Effects that clients named by idempotency keys. */
export const idempotencyRecords = forgottenByTheHour({
  name: "idempotency-records",
  table: "idempotency_record",
  key: "partner_id, viewer_id, key, slot",
  until: "kept_until",
});
