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
  /** As the desk stood at this instant, as recorded by then; null: now. */
  readonly asOf: Instant | null;
};

/** Clocks of one client, month and priority, counted by how they ended. */
export type Cell = {
  readonly clientId: string;
  readonly clientName: string;
  /** Creation of its newest ticket: where a client was renamed meanwhile, the last name stands for the group. */
  readonly newest: Instant;
  readonly month: string;
  readonly priority: string;
  readonly priorityName: string | null;
  readonly priorityRank: number | null;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly leftOut: number;
};

// A ticket's own creation is its first fact: the one that stands on it moves back when an older duplicate is merged in,
// and that must not carry sealed verdicts into another month.
const from = `from ticket t
    join clock_fact b on b.partner_id = t.partner_id and b.ticket_id = t.id and b.seq = 1
    join sla_clock c on c.partner_id = t.partner_id and c.ticket_id = t.id
    join client k on k.partner_id = t.partner_id and k.id = t.client_id`;

/** A sealed clock is shown under the names of its time. */
const named = {
  client: `coalesce(c.sealed_names->>'client', k.name)`,
  clientCode: `coalesce(c.sealed_names->>'clientCode', k.code)`,
  subject: `coalesce(c.sealed_names->>'subject', t.subject)`,
  // a priority's name and rank stand on the ticket; an open clock under another priority is shown by its code
  priority: `coalesce(c.sealed_names->>'priority', case when t.priority = c.priority then t.priority_name end)`,
  rank: `coalesce((c.sealed_names->>'priorityRank')::int, case when t.priority = c.priority then t.priority_rank end)`,
};

/** Days begin by the core's time-zone data, so that a report and the clocks it counts agree on midnight. */
function conditions(viewer: Viewer, filter: ReportFilter, values: unknown[]): string {
  const param = (value: unknown) => `$${values.push(value)}`;
  const day = (date: string) => `${param(instantText(startOfDay(filter.timeZone, date)))}::timestamptz`;
  const [first, end] = [day(filter.from), day(filter.until)];
  const all = [
    `b.happened_at >= ${first} and b.happened_at < ${end} and t.created_at < ${end}`,
    `c.metric = ${param(filter.metric)} and c.commitment = ${param(filter.commitment)}`,
    visible(viewer, values),
  ];
  if (filter.clientId !== null) all.push(`t.client_id = ${param(filter.clientId)}`);
  // as of an instant, the priority of a clock is known only once it is read
  if (filter.priority !== null && filter.asOf === null) all.push(`c.priority = ${param(filter.priority)}`);
  if (filter.asOf !== null) all.push(`b.happened_at <= ${param(instantText(filter.asOf))}::timestamptz`);
  return all.join("\n     and ");
}

/** All figures of a report in one statement. Uses ticket (created_at, id), and the keys of clock_fact and sla_clock by ticket. */
export function countClocks(viewer: Viewer, filter: ReportFilter): Query {
  const values: unknown[] = [filter.timeZone];
  const text = `select t.client_id as "clientId", ${named.client} as "clientName", max(b.happened_at) as newest,
         to_char(b.happened_at at time zone $1, 'YYYY-MM') as month, c.priority,
         max(${named.priority}) as "priorityName", min(${named.rank}) as "priorityRank",
         count(*) filter (where c.verdict = 'MET')::int as met,
         count(*) filter (where c.verdict = 'MISSED')::int as missed,
         count(*) filter (where c.verdict is null and c.ended_at is null)::int as open,
         count(*) filter (where c.verdict in ('CANCELLED', 'MERGED') or (c.verdict is null and c.ended_at is not null))::int
           as "leftOut"
    ${from}
   where ${conditions(viewer, filter, values)}
   group by 1, 2, 4, 5
   order by 2, 1, 4, 5`;
  return { text, values };
}

/** Who held a clock's ticket at an instant. */
const holderAt = (at: string) => `(select v.assignee_id from ticket_version v
           where v.partner_id = c.partner_id and v.ticket_id = c.ticket_id
             and v.from_at <= ${at} and (v.until_at is null or v.until_at > ${at})
           order by v.version desc limit 1)`;

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
  readonly sealed: boolean;
  /** Once sealed, the name of the time; before, the id of who held it. */
  readonly holderName: string | null;
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
  const text = `select c.id, t.id as "ticketId", t.plan_id as "planId", t.number, ${named.subject} as subject,
         ${named.client} as client, c.priority, c.metric, c.cycle,
         c.due_at as "dueAt", c.satisfied_at as "satisfiedAt", c.ended_at as "endedAt", c.late_seconds as "lateSeconds",
         c.verdict, c.sealed_names is not null as sealed, c.sealed_names->>'holder' as "holderName",
         case when c.sealed_names is null then ${holderAt("c.breached_at")} end as "holderAtBreach"
    ${from}
   where ${where}
   order by c.due_at, c.id limit $${values.push(limit + 1)}`;
  return { text, values };
}

/** Who held tickets at instants, a row for each, in their order. */
export const holdersAt = (asked: readonly { ticketId: string; at: Instant }[]): Query => ({
  name: "holders-at",
  text: `select v.assignee_id as holder
           from unnest($1::uuid[], $2::timestamptz[]) with ordinality a (ticket_id, at, nth)
           left join lateral (select assignee_id from ticket_version v
                               where v.partner_id = (select partner_id from ticket where id = a.ticket_id)
                                 and v.ticket_id = a.ticket_id and v.from_at <= a.at
                                 and (v.until_at is null or v.until_at > a.at)
                               order by v.version desc limit 1) v on true
          order by a.nth`,
  values: [asked.map((a) => a.ticketId), asked.map((a) => instantText(a.at))],
});

/** Every clock of a report, for a reading as of an instant: what is kept of it, and which ticket to read it from. */
export function listClocks(viewer: Viewer, filter: ReportFilter): Query {
  const values: unknown[] = [filter.timeZone];
  const text = `select c.id, t.id as "ticketId", t.plan_id as "planId", t.number, t.client_id as "clientId",
         ${named.client} as client, ${named.clientCode} as "clientCode", ${named.subject} as subject,
         c.priority, ${named.priority} as "priorityName", ${named.rank} as "priorityRank", c.sealed_at as "sealedAt",
         c.sealed_names->>'holder' as "holderName", c.metric, c.commitment, c.cycle, b.happened_at as "createdAt",
         to_char(b.happened_at at time zone $1, 'YYYY-MM') as month, c.due_at as "dueAt", c.satisfied_at as "satisfiedAt",
         c.ended_at as "endedAt", c.breached_at as "breachedAt", c.verdict, c.late_seconds as "lateSeconds"
    ${from}
   where ${conditions(viewer, filter, values)}
   order by k.name, k.id, t.number, c.cycle limit ${MOST_LINES + 1}`;
  return { text, values };
}

/** How many of a report's sealed verdicts a manager sees differently: by the last word on each. */
export function countRevised(viewer: Viewer, filter: ReportFilter): Query {
  const values: unknown[] = [];
  const where = conditions(viewer, filter, values);
  const by = filter.asOf === null ? "" : `and r.at <= $${values.push(instantText(filter.asOf))}::timestamptz`;
  const text = `select count(*)::int as n ${from}
    join lateral (select r.verdict from verdict_revision r where r.clock_id = c.id ${by} order by r.id desc limit 1) last
      on last.verdict <> c.verdict
   where ${where}`;
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
  const text = `select array[t.number::text, ${named.subject}, ${named.client}, ${named.clientCode}, c.priority, c.metric, c.commitment, c.cycle::text,
         ${both("b.happened_at")}, ${both("c.due_at")},
         ${both("c.satisfied_at")}, ${both("c.ended_at")},
         c.verdict, case when c.breached_at is null then 'no' else 'yes' end, c.late_seconds::text] as cells
    ${from}
   where ${conditions(viewer, filter, values)}
   order by t.number, c.cycle limit ${MOST_LINES + 1}`;
  return { text, values };
}
