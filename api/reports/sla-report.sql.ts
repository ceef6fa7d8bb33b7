import { startOfDay } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import type { Query } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";
import { visible } from "../tickets/ticket.sql.ts";

/** What a report speaks of. One metric, one commitment; ids are uuids here. */
export type ReportFilter = {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
  readonly metric: "FIRST_RESPONSE" | "NEXT_RESPONSE" | "RESOLUTION";
  readonly commitment: "CONTRACTUAL" | "INTERNAL";
  readonly clientId: string | null;
  readonly priority: string | null;
};

/** Clocks of one client, month and priority, counted by how they ended. */
export type Cell = {
  readonly clientId: string;
  readonly clientName: string;
  readonly month: string;
  readonly priority: string;
  readonly priorityName: string | null;
  readonly priorityRank: number | null;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly leftOut: number;
};

const from = `from ticket t
    join sla_clock c on c.partner_id = t.partner_id and c.ticket_id = t.id
    join client k on k.partner_id = t.partner_id and k.id = t.client_id`;

/** Days begin by the core's time-zone data, so that a report and the clocks it counts agree on midnight. */
function conditions(viewer: Viewer, filter: ReportFilter, values: unknown[]): string {
  const param = (value: unknown) => `$${values.push(value)}`;
  const day = (date: string) => `${param(instantText(startOfDay(filter.timeZone, date)))}::timestamptz`;
  const all = [
    `t.created_at >= ${day(filter.from)} and t.created_at < ${day(filter.until)}`,
    `c.metric = ${param(filter.metric)} and c.commitment = ${param(filter.commitment)}`,
    visible(viewer, values),
  ];
  if (filter.clientId !== null) all.push(`t.client_id = ${param(filter.clientId)}`);
  if (filter.priority !== null) all.push(`c.priority = ${param(filter.priority)}`);
  return all.join("\n     and ");
}

/** All figures of a report in one statement. Uses ticket (created_at, id) and sla_clock's key by ticket. */
export function countClocks(viewer: Viewer, filter: ReportFilter): Query {
  const values: unknown[] = [filter.timeZone];
  // a priority's name and rank stand on the ticket; a clock that ended under another priority is shown by its code
  const text = `select t.client_id as "clientId", k.name as "clientName",
         to_char(t.created_at at time zone $1, 'YYYY-MM') as month, c.priority,
         max(t.priority_name) filter (where t.priority = c.priority) as "priorityName",
         min(t.priority_rank) filter (where t.priority = c.priority) as "priorityRank",
         count(*) filter (where c.verdict = 'MET')::int as met,
         count(*) filter (where c.verdict = 'MISSED')::int as missed,
         count(*) filter (where c.verdict is null and c.ended_at is null)::int as open,
         count(*) filter (where c.verdict in ('CANCELLED', 'MERGED') or (c.verdict is null and c.ended_at is not null))::int
           as "leftOut"
    ${from}
   where ${conditions(viewer, filter, values)}
   group by 1, 2, 3, 4
   order by 2, 1, 3, 4`;
  return { text, values };
}

/** A clock that was late, as stored; what is counted up to now is read from its facts. */
export type BreachRow = {
  readonly id: string;
  readonly ticketId: string;
  readonly planId: string;
  readonly number: number;
  readonly subject: string;
  readonly client: string;
  readonly priority: string;
  readonly metric: string;
  readonly cycle: number;
  readonly dueAt: Instant;
  readonly satisfiedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly lateSeconds: number | null;
  readonly verdict: string | null;
  readonly holderAtBreach: string | null;
};

/** One page of the breach list, by due instant, read one row further than wanted. */
export function listBreaches(viewer: Viewer, filter: ReportFilter, page: PageRequest): Query {
  const { limit } = pageSize(page);
  const values: unknown[] = [];
  let where = `${conditions(viewer, filter, values)}\n     and c.breached_at is not null and c.due_at is not null`;
  if (page.after != null) {
    const [dueAt, id] = readCursor(page.after, "instant", "id");
    where += ` and (c.due_at, c.id) > ($${values.push(instantText(dueAt))}::timestamptz, $${values.push(id)}::uuid)`;
  }
  const text = `select c.id, t.id as "ticketId", t.plan_id as "planId", t.number, t.subject, k.name as client, c.priority, c.metric, c.cycle,
         c.due_at as "dueAt", c.satisfied_at as "satisfiedAt", c.ended_at as "endedAt", c.late_seconds as "lateSeconds",
         c.verdict,
         (select v.assignee_id from ticket_version v
           where v.partner_id = c.partner_id and v.ticket_id = c.ticket_id
             and v.from_at <= c.breached_at and (v.until_at is null or v.until_at > c.breached_at)
           order by v.version desc limit 1) as "holderAtBreach"
    ${from}
   where ${where}
   order by c.due_at, c.id limit $${values.push(limit + 1)}`;
  return { text, values };
}

/** The columns of the exported file, each instant in UTC and beside it as a clock on the wall of the report's zone shows it. */
const instants = ["created", "due", "satisfied", "ended"] as const;
export const CSV_COLUMNS = [
  ...["number", "subject", "client", "client_code", "priority", "metric", "commitment", "cycle"],
  ...instants.flatMap((name) => [`${name}_at`, `${name}_local`]),
  ...["verdict", "breached", "late_seconds"],
];
/** A file longer than this is refused, never cut. */
export const MOST_LINES = 100_000;

/** Every clock of a report, one row each, its cells as text in the order of CSV_COLUMNS. */
export function exportClocks(viewer: Viewer, filter: ReportFilter): Query {
  const values: unknown[] = [filter.timeZone];
  const both = (column: string) =>
    `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), to_char(${column} at time zone $1, 'YYYY-MM-DD HH24:MI:SS')`;
  const text = `select array[t.number::text, t.subject, k.name, k.code, c.priority, c.metric, c.commitment, c.cycle::text,
         ${both("t.created_at")}, ${both("c.due_at")},
         ${both("c.satisfied_at")}, ${both("c.ended_at")},
         c.verdict, case when c.breached_at is null then 'no' else 'yes' end, c.late_seconds::text] as cells
    ${from}
   where ${conditions(viewer, filter, values)}
   order by t.number, c.cycle limit ${MOST_LINES + 1}`;
  return { text, values };
}
