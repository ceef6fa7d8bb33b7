import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Seconds } from "../core/time.ts";

/** Seconds of remote service a client has used on one day of its own calendar, as sessions last reported them. */
export async function usedToday(
  em: SqlEntityManager,
  partnerId: string,
  clientId: string,
  date: string,
): Promise<Seconds> {
  const [row] = await em.execute<{ used: number }[]>(
    "select used_seconds as used from fair_use_day where partner_id = ? and client_id = ? and date = ?",
    [partnerId, clientId, date],
  );
  return (row?.used ?? 0) as Seconds;
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
