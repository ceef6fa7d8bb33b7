import pg from "pg";
import { demoManager } from "./demo/clients.ts";

/** What a database holds: nothing yet; the invented desk that `npm start` shows; or somebody's desk. */
export type Kind = "NOTHING" | "DEMO" | "DESK";

/** Looks without changing anything, at a database that may not even exist. */
export async function kindOf(url: string): Promise<Kind> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ made: boolean }>("select to_regclass('public.partner') is not null as made");
    if (!rows[0]?.made) return "NOTHING";
    const found = await client.query<{ used: boolean; demo: boolean }>(
      `select exists (select 1 from partner) as used,
              exists (select 1 from technician where name = $1 and role = 'MANAGER') as demo`,
      [demoManager],
    );
    const { used, demo } = found.rows[0] as { used: boolean; demo: boolean };
    return demo ? "DEMO" : used ? "DESK" : "NOTHING";
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return "NOTHING"; // no such database
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
