import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";

export type TimelineRow = {
  id: string;
  kind: string;
  at: Instant;
  actor: string;
  public: boolean;
  body: string | null;
  change: string | null;
  step: string | null;
};

/**
 * A ticket's own lines, and beside them what its clocks announced in the event log.
 * Uses timeline_entry (partner_id, ticket_id, id) and event (partner_id, ticket_id, position).
 */
export function timelinePage(viewer: Viewer, ticketId: string, page: PageRequest) {
  const { limit } = pageSize(page);
  const values: unknown[] = [ticketId];
  const staff = viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER" || viewer.kind === "PARTNER";
  let where = staff ? "true" : "line.public";
  if (page.after != null) {
    const [at, id] = readCursor(page.after, "instant", "id");
    where += ` and (line.at, line.id) > ($${values.push(instantText(at))}::timestamptz, $${values.push(id)}::uuid)`;
  }
  const text = `select * from (
      select id, kind, at, actor_name as actor, public, body, change, step from timeline_entry
       where partner_id = (select partner_id from ticket where id = $1) and ticket_id = $1
      union all
      select id, 'CLOCK', at, 'Desk', false, null,
             case type when 'SlaBreached' then 'Breached: ' when 'SlaAtRisk' then 'At risk: ' else 'Breach withdrawn: ' end
               || lower(replace(payload->>'metric', '_', ' ')), null
        from event
         where partner_id = (select partner_id from ticket where id = $1) and ticket_id = $1 and type in ('SlaBreached', 'SlaAtRisk', 'SlaBreachWithdrawn')
    ) line where ${where} order by line.at, line.id limit $${values.push(limit + 1)}`;
  return { text, values };
}
