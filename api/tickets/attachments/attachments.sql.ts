import type { Instant } from "../../core/time.ts";
import type { Context } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import { visible } from "../ticket.sql.ts";
import { readsInternal } from "../timeline.sql.ts";

export type AttachmentRow = {
  id: string;
  name: string;
  size: number;
  contentType: string;
  createdAt: Instant;
  by: string;
};

const columns = `a.id, a.name, a.size, a.content_type as "contentType", a.created_at as "createdAt", a.actor_name as by`;

/** Files of tickets, in the order of their lines. Uses attachment (partner_id, ticket_id). */
export async function attachmentsOfTickets(context: Context, ticketIds: readonly string[]) {
  const internal = readsInternal(context.viewer);
  const rows = await context.read<AttachmentRow & { ticketId: string }>({
    name: `attachments-of-tickets ${internal}`,
    text: `select a.ticket_id as "ticketId", ${columns}
             from ticket t join attachment a on a.partner_id = t.partner_id and a.ticket_id = t.id
            where t.id = any($1) ${internal ? "" : "and a.public"} order by a.entry_id, a.place`,
    values: [ticketIds],
  });
  return groupBy(rows, (row) => row.ticketId);
}

/** Files of lines that the viewer reads anyway. Uses attachment (partner_id, entry_id). */
export async function attachmentsOfEntries(context: Context, entryIds: readonly string[]) {
  const rows = await context.read<AttachmentRow & { entryId: string }>({
    name: "attachments-of-entries",
    text: `select a.entry_id as "entryId", ${columns}
             from timeline_entry e join attachment a on a.partner_id = e.partner_id and a.entry_id = e.id
            where e.id = any($1) order by a.entry_id, a.place`,
    values: [entryIds],
  });
  return groupBy(rows, (row) => row.entryId);
}

/** The files with these ids of tickets that the viewer may see. What is not attached yet is nobody's to look up. */
export async function attachmentsById(context: Context, ids: readonly string[]) {
  const values: unknown[] = [ids];
  const text = `select ${columns} from attachment a join ticket t on t.partner_id = a.partner_id and t.id = a.ticket_id
    where a.id = any($1) and ${visible(context.viewer, values)} ${readsInternal(context.viewer) ? "" : "and a.public"}`;
  const rows = await context.read<AttachmentRow>({ text, values });
  return new Map(rows.map((row) => [row.id, row]));
}
