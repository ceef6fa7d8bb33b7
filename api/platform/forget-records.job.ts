import type { DueRows } from "./due-rows.ts";

/**
 * Forgets effects whose time is over. By the hour, because nothing waits for it: a record that is over is none for whoever
 * asks, and a clock that is set a day ahead would stop at each of them.
 */
export const idempotencyRecords: DueRows = {
  name: "idempotency-records",
  earliest: "(select date_trunc('hour', min(kept_until), 'UTC') + interval '1 hour' from idempotency_record)",
  due: "idempotency_record where kept_until < date_trunc('hour', (select desk_now()), 'UTC')",
  fire: async (tx, { limit, offset, upTo }) => {
    const gone = await tx.execute<object[]>(
      `delete from idempotency_record where (partner_id, viewer_id, key, slot) in (
         select partner_id, viewer_id, key, slot from idempotency_record
          where kept_until < date_trunc('hour', least((select desk_now()), to_timestamp(?)), 'UTC')
          order by kept_until offset ? limit ? for update skip locked) returning 1`,
      [upTo, offset, limit],
    );
    return gone.length;
  },
};
