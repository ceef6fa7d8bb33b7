import type { Instant } from "../core/time.ts";
import type { Query } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";
import { visible } from "../tickets/ticket.sql.ts";

/** A ticket that was open at a past instant, as its version of that time says; names are those of today. */
export type PastTicket = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly planId: string;
  readonly clientId: string;
  readonly client: string;
  readonly clientCode: string;
  readonly subject: string;
  readonly status: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly affected: string | null;
  readonly priority: string;
  readonly couldBeUrgent: boolean;
  readonly coverage: string;
  readonly coverageClause: string | null;
  readonly createdAt: Instant;
};

/** Uses ticket_version (from_at, until_at). A ticket of which nothing was decided by then has the decision it has now. */
export function ticketsOpenAt(viewer: Viewer, at: Instant): Query {
  const values: unknown[] = [instantText(at)];
  const text = `select t.id, t.number, v.version, t.plan_id as "planId", t.client_id as "clientId", k.name as client,
         k.code as "clientCode", t.subject, v.status, v.assignee_id as "assigneeId", v.team_id as "teamId", v.affected,
         v.priority, t.could_be_urgent and v.until_at is null as "couldBeUrgent",
         coalesce(d.outcome, t.coverage_outcome) as coverage,
         case when d.outcome is null then t.coverage_clause else d.clause end as "coverageClause",
         t.created_at as "createdAt"
    from ticket_version v
    join ticket t on t.partner_id = v.partner_id and t.id = v.ticket_id
    join client k on k.partner_id = t.partner_id and k.id = t.client_id
    left join lateral (select outcome, clause from coverage_decision d
                        where d.partner_id = t.partner_id and d.ticket_id = t.id and d.decided_at <= $1::timestamptz and d.in_force
                        order by d.decided_at desc, d.id desc limit 1) d on true
   where v.from_at <= $1::timestamptz and (v.until_at is null or v.until_at > $1::timestamptz)
     and v.status not in ('CLOSED', 'CANCELLED', 'MERGED') and ${visible(viewer, values)}`;
  return { text, values };
}
