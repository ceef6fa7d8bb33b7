import type { Instant } from "../core/time.ts";
import type { Query } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";
import { visible } from "../tickets/ticket.sql.ts";

export type BacklogRow = { readonly priority: string; readonly open: number; readonly unresolved: number };

/** Open tickets at an instant, by the priority they had then, from the versions that verbs write. */
export function countBacklog(viewer: Viewer, asOf: Instant): Query {
  const values: unknown[] = [instantText(asOf)];
  const text = `select v.priority, count(*)::int as open, count(*) filter (where v.status <> 'RESOLVED')::int as unresolved
      from ticket_version v join ticket t on t.partner_id = v.partner_id and t.id = v.ticket_id
     where v.from_at <= $1::timestamptz and (v.until_at is null or v.until_at > $1::timestamptz)
       and v.status not in ('CLOSED', 'CANCELLED', 'MERGED') and ${visible(viewer, values)}
     group by v.priority
     order by min(t.priority_rank) filter (where t.priority = v.priority) nulls last, v.priority`;
  return { text, values };
}
