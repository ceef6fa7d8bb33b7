import type pg from "pg";
import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";
import { deskNow, travelTo } from "./server-documents.ts";

/** Once everything that can go now has gone: each endpoint stands at the end of the feed, and nothing is ready. */
export const allSent = (client: pg.Client, withinMs = 20_000) =>
  eventually(
    async () =>
      (
        await client.query(
          `select (select count(*) from webhook_endpoint e join event_counter c using (partner_id)
                    where e.status = 'ENABLED' and e.quiet_until is null and e.position < c.last)
                + (select count(*) from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                    where d.ready_at is not null and e.status = 'ENABLED' and e.quiet_until is null)
                + (select count(*) from event_inbox) as n`,
        )
      ).rows[0].n,
    (n) => n === "0",
    withinMs,
  );

/** Lets desk time pass from one timer of a webhook to the next until none is left. */
export async function untilNothingWaits(desk: TestDesk, client: pg.Client, withinMs = 60_000): Promise<void> {
  for (;;) {
    await allSent(client, withinMs);
    const { rows } = await client.query<{ at: number | null }>(
      `select extract(epoch from max(at))::float8 * 1000 as at from (select next_at as at from webhook_delivery where next_at is not null
         union all select quiet_until from webhook_endpoint where quiet_until is not null) t`,
    );
    const at = rows[0]?.at ?? null;
    if (at === null) return;
    await travelTo(desk, Math.max(Number(at), await deskNow(desk)));
  }
}
