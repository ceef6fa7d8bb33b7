import type pg from "pg";
import type { Instant } from "../core/time.ts";

/** Makes a desk that was never used a sandbox; a real desk stays what it is, and the answer is false. */
export async function makeSandbox(client: pg.Client, used: boolean): Promise<boolean> {
  const { rows } = await client.query<{ sandbox: boolean }>("select sandbox from desk_clock");
  if (rows[0]?.sandbox) return true;
  if (used) return false;
  await client.query("update desk_clock set sandbox = true, now = clock_timestamp(), anchored_at = clock_timestamp()");
  return true;
}

/** Sets a sandbox's clock and its rate; a null leaves that one as it is. */
export const setDeskTime = (client: Pick<pg.Client, "query">, to: Instant | null, rate: number | null) =>
  client.query({
    name: "set-desk-time",
    text: `update desk_clock set now = coalesce(to_timestamp($1), now + (clock_timestamp() - anchored_at) * rate),
                  rate = coalesce($2, rate), anchored_at = clock_timestamp() where sandbox`,
    values: [to, rate],
  });
