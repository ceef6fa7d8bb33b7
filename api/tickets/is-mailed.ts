import type { Desk } from "../platform/desk.ts";
import type { Ticket } from "./ticket.entity.ts";

/** Whether what is said to the requester goes out by mail too, and so may come back. */
export async function isMailed({ em }: Desk, { partnerId, requesterId }: Ticket): Promise<boolean> {
  if (requesterId === null) return false;
  const rows = await em.execute<unknown[]>(
    "select 1 from contact where partner_id = ? and id = ? and email is not null",
    [partnerId, requesterId],
  );
  return rows.length === 1;
}
