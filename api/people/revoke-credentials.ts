import type { Desk } from "../platform/desk.ts";
import { CHANGED } from "./good-credential.sql.ts";

/** By what the credentials that end are chosen: one, or all of somebody. */
type Whose = Partial<{ id: string; technicianId: string; contactId: string; deviceId: string; carrier: "COOKIE" }>;
const columns: { readonly [by in keyof Whose]-?: string } = {
  id: "id",
  technicianId: "technician_id",
  contactId: "contact_id",
  deviceId: "device_id",
  carrier: "carrier",
};

/**
 * Ends credentials at once: with the commit every process forgets what it knew of them and closes the sockets that they
 * opened. Answers which ones they were.
 */
export async function revokeCredentials(desk: Desk, whose: Whose): Promise<string[]> {
  const by = Object.entries(whose) as [keyof Whose, string][];
  if (by.length === 0) throw new Error("whose credentials?");
  await desk.em.flush();
  const rows = await desk.em.execute<{ id: string }[]>(
    `with gone as (update access_token set revoked_at = to_timestamp(?) where revoked_at is null
        and ${by.map(([column]) => `${columns[column]} = ?`).join(" and ")} returning id)
     select id, pg_notify('${CHANGED}', id::text) from gone`,
    [desk.now, ...by.map(([, value]) => value)],
  );
  return rows.map((row) => row.id);
}

/** Says that credentials are no longer what they were, though they are not revoked. */
export const tellChanged = (desk: Desk, id: string): Promise<unknown> =>
  desk.em.execute(`select pg_notify('${CHANGED}', ?)`, [id]);
