import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { instantText } from "../platform/scalars.ts";
import { isStaff, type Viewer } from "../platform/viewer.ts";

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

/** Whether a viewer reads what is written within the desk: partners do, their requesters do not. */
export const readsInternal = (viewer: Viewer): boolean => isStaff(viewer) || viewer.kind === "PARTNER";

/** Lines by their ids, whatever ticket they are of; within what the reader's scope sees. */
export const timelineEntries = (ids: readonly string[]) => ({
  name: "timeline-entries",
  text: `select id, kind, at, actor_name as actor, public, body, change, step from timeline_entry where id = any($1)`,
  values: [ids],
});

/**
 * A ticket's own lines, and beside them what its clocks announced in the event log.
 * Uses timeline_entry (partner_id, ticket_id, id) and event (partner_id, ticket_id, position).
 */
export function timelinePage(viewer: Viewer, ticketId: string, page: PageRequest) {
  const { limit } = pageSize(page);
  const values: unknown[] = [ticketId];
  let where = readsInternal(viewer) ? "true" : "line.public";
  // what the desk promised itself is its own affair
  const clocks = isStaff(viewer)
    ? "true"
    : `exists (select 1 from sla_clock c where c.partner_id = event.partner_id and c.id = (event.payload->>'clockId')::uuid
                 and c.commitment = 'CONTRACTUAL')`;
  if (page.after != null) {
    const [at, id] = readCursor(page.after, "instant", "id");
    where += ` and (line.at, line.id) > ($${values.push(instantText(at))}::timestamptz, $${values.push(id)}::uuid)`;
  }
  const text = `select * from (
      select id, kind, at, actor_name as actor, public, body, change, step from timeline_entry
       where partner_id = (select partner_id from ticket where id = $1) and ticket_id = $1
      union all
      select id, 'CLOCK', at, 'Desk', false, null,
             case type when 'SlaBreached' then 'Breached: ' when 'SlaAtRisk' then 'At risk: '
                       when 'SlaDueChanged' then 'Due moved: ' else 'Breach withdrawn: ' end
               || lower(replace(payload->>'metric', '_', ' ')) || coalesce(' (' || (payload->>'cause') || ')', ''), null
        from event
         where partner_id = (select partner_id from ticket where id = $1) and ticket_id = $1 and (type in ('SlaBreached', 'SlaAtRisk', 'SlaBreachWithdrawn') or type = 'SlaDueChanged' and payload ? 'applicationId')
           and ${clocks}
    ) line where ${where} order by line.at, line.id limit $${values.push(limit + 1)}`;
  return { text, values };
}
