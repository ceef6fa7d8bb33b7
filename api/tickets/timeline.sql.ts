import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { instantText } from "../platform/scalars.ts";
import { isStaff, type Viewer } from "../platform/viewer.ts";
import { visible } from "./ticket.sql.ts";

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

const entry = "e.id, e.kind, e.at, e.actor_name as actor, e.public, e.body, e.change, e.step";
const announced = `e.id, 'CLOCK', e.at, 'Desk', false, null,
  case e.type when 'SlaBreached' then 'Breached: ' when 'SlaAtRisk' then 'At risk: '
              when 'SlaDueChanged' then 'Due moved: ' else 'Breach withdrawn: ' end
    || lower(replace(e.payload->>'metric', '_', ' ')) || coalesce(' (' || (e.payload->>'cause') || ')', ''), null`;

/** Which events are lines of the story; what the desk promised itself is its own affair. */
const ofClocks = (viewer: Viewer) =>
  `(e.type in ('SlaBreached', 'SlaAtRisk', 'SlaBreachWithdrawn') or e.type = 'SlaDueChanged' and e.payload ? 'applicationId')${
    isStaff(viewer)
      ? ""
      : ` and exists (select 1 from sla_clock c where c.partner_id = e.partner_id
                         and c.id = (e.payload->>'clockId')::uuid and c.commitment = 'CONTRACTUAL')`
  }`;
/** Lines by their ids, whatever ticket they are of; within what the reader's scope sees. */
export const timelineEntries = (ids: readonly string[]) => ({
  name: "timeline-entries",
  text: `select id, kind, at, actor_name as actor, public, body, change, step from timeline_entry where id = any($1)`,
  values: [ids],
});

/**
 * The same page of several tickets' stories: their own lines, and beside them what their clocks announced in the event
 * log. Uses timeline_entry (partner_id, ticket_id, id) and event (partner_id, ticket_id, position).
 */
export function timelinePages(viewer: Viewer, ticketIds: readonly string[], page: PageRequest) {
  const internal = readsInternal(viewer);
  const values: unknown[] = [ticketIds, pageSize(page).limit + 1];
  let where = internal ? "true" : "line.public";
  if (page.after != null) {
    const [at, id] = readCursor(page.after, "instant", "id");
    where += ` and (line.at, line.id) > ($${values.push(instantText(at))}::timestamptz, $${values.push(id)}::uuid)`;
  }
  const text = `select t.id as "ticketId", line.* from ticket t cross join lateral (
      select * from (
        select ${entry} from timeline_entry e where e.partner_id = t.partner_id and e.ticket_id = t.id
        union all
        select ${announced} from event e
         where e.partner_id = t.partner_id and e.ticket_id = t.id and ${ofClocks(viewer)}
      ) line where ${where} order by line.at, line.id limit $2) line
    where t.id = any($1) order by t.id, line.at, line.id`;
  // one text for each kind of reader, with a cursor and without
  const name = `timelines ${isStaff(viewer)} ${internal} ${page.after != null}`;
  return { name, text, values };
}

/** The lines with these ids of tickets that the viewer may see. */
export function timelineById(context: Context, ids: readonly string[]): Promise<TimelineRow[]> {
  const { viewer } = context;
  const values: unknown[] = [ids];
  const on = `join ticket t on t.partner_id = e.partner_id and t.id = e.ticket_id
              where e.id = any($1) and ${visible(viewer, values)}`;
  const text = `select * from (
      select ${entry} from timeline_entry e ${on}
      union all
      select ${announced} from event e ${on} and ${ofClocks(viewer)}
    ) line where ${readsInternal(viewer) ? "true" : "line.public"}`;
  return context.read<TimelineRow>({ text, values });
}
