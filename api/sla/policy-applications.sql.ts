import type { Instant } from "../core/time.ts";
import type { Query } from "../platform/read.ts";

export type ApplicationRow = {
  readonly id: string;
  readonly kind: string;
  readonly cause: string;
  readonly appliedAt: Instant;
  readonly appliedBy: string;
  readonly ticketsTotal: number;
  readonly ticketsDone: number;
  readonly clocksMoved: number;
  readonly clocksBreached: number;
  readonly finishedAt: Instant | null;
};

const columns = `id, kind, cause, applied_at as "appliedAt", applied_by as "appliedBy", tickets_total as "ticketsTotal",
  tickets_done as "ticketsDone", clocks_moved as "clocksMoved", clocks_breached as "clocksBreached", finished_at as "finishedAt"`;

/** The newest applications. */
export const applications = (limit: number): Query => ({
  name: "policy-applications",
  text: `select ${columns} from policy_application order by applied_at desc, id desc limit $1`,
  values: [limit],
});

/** Applications by their ids. */
export const applicationsById = (ids: readonly string[]): Query => ({
  name: "policy-applications-by-id",
  text: `select ${columns} from policy_application where id = any($1)`,
  values: [ids],
});

/**
 * Tickets that an application concerned and in which something happened after a dry run and before it was done, each
 * with the first such event. More are named rather than fewer: also a ticket whose page was done when it happened.
 */
export const disturbed = (id: string, since: string, limit: number): Query => ({
  name: "disturbed-tickets",
  text: `select distinct on (t.number) t.id as "ticketId", t.number, e.type as event, e.at
           from policy_application a
           join event e on e.position > $2::bigint and e.position <= coalesce(a.end_position, 9223372036854775807)
                       and e.ticket_id is not null and coalesce(e.payload->>'applicationId', '') <> a.id::text
           join ticket t on t.partner_id = e.partner_id and t.id = e.ticket_id
          where a.id = $1
            and case a.kind when 'PLAN' then t.plan_id in (select p.id from plan p join plan q on q.code = p.code where q.id = a.version_id)
                            when 'CALENDAR' then t.calendar_id in (select k.id from calendar k join calendar q on q.code = k.code where q.id = a.version_id)
                            else t.contract_id = a.contract_id end
          order by t.number, e.position limit $3`,
  values: [id, since, limit],
});
