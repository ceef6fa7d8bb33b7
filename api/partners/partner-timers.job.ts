import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Batch, DueRows } from "../platform/due-rows.ts";

/** Moves rows past their instant by one statement; nothing is sent here, so that no receiver holds up a promise. */
const mark =
  (table: string, timer: string, set: string) =>
  async (tx: SqlEntityManager, { limit, offset, upTo }: Batch) => {
    const rows = await tx.execute<{ id: string }[]>(
      `with due as (select id from ${table} where ${timer} <= least((select desk_now()), to_timestamp(?))
                     order by ${timer}, id limit ? offset ? for update skip locked)
       update ${table} t set ${set} from due where t.id = due.id returning t.id`,
      [upTo, limit, offset],
    );
    return rows.length;
  };

/** Deliveries whose next try has come: a sender takes them from here. */
export const webhookRetries: DueRows = {
  name: "webhook-retries",
  earliest: "(select min(next_at) from webhook_delivery where next_at is not null)",
  due: "webhook_delivery where next_at <= (select desk_now())",
  fire: mark("webhook_delivery", "next_at", "state = 'READY', ready_at = t.next_at, next_at = null"),
};

/** Endpoints whose quiet is over. */
export const webhookQuiet: DueRows = {
  name: "webhook-quiet",
  earliest: "(select min(quiet_until) from webhook_endpoint where quiet_until is not null)",
  due: "webhook_endpoint where quiet_until <= (select desk_now())",
  fire: mark("webhook_endpoint", "quiet_until", "quiet_until = null"),
};

/** Exports whose files are to go. */
export const exportExpiry: DueRows = {
  name: "export-expiry",
  earliest: "(select min(next_at) from bulk_export where next_at is not null)",
  due: "bulk_export where next_at <= (select desk_now())",
  fire: mark("bulk_export", "next_at", "state = 'EXPIRED', ready_at = t.next_at, next_at = null"),
};
