import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Seconds } from "../core/time.ts";
import { newestEdition } from "./manufacturer-data.ts";

/** What the desk looks up for a decision, beside the agreement. */
export type Standing = {
  /** Seconds of remote service the client has used on its day, as sessions last reported them. */
  readonly used: Seconds;
  /** The newest edition of the manufacturer data. */
  readonly edition: string | null;
};

export async function standingOf(
  em: SqlEntityManager,
  partnerId: string,
  clientId: string,
  date: string,
): Promise<Standing> {
  const [row] = await em.execute<[{ used: Seconds | null; edition: string | null }]>(
    `select (select used_seconds from fair_use_day where partner_id = ? and client_id = ? and date = ?) as used, ${newestEdition} as edition`,
    [partnerId, clientId, date],
  );
  return { used: row.used ?? (0 as Seconds), edition: row.edition };
}

/** Sessions report a client's day here; the last report is the truth. */
export async function reportUse(
  em: SqlEntityManager,
  day: { partnerId: string; clientId: string; date: string; used: Seconds },
): Promise<void> {
  await em.execute(
    `insert into fair_use_day (partner_id, client_id, date, used_seconds) values (?, ?, ?, ?)
     on conflict (partner_id, client_id, date) do update set used_seconds = excluded.used_seconds`,
    [day.partnerId, day.clientId, day.date, day.used],
  );
}
