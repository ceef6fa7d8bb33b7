import { type Condition, type FilterField, onColumn, type Param } from "../platform/filter.ts";
import { isStaff, type Viewer } from "../platform/viewer.ts";

type ClockFilter = { metric?: Condition; verdict?: Condition; standing?: Condition; dueAt?: Condition };
type RefFilter = { system?: Condition; id?: Condition };

/** One that stands still stands as it did when it stopped; one that is late and not yet announced stands nowhere. */
const standing = `case when c.breached_at is not null then 'BREACHED'
  when c.ended_at is null and (c.due_at is null or c.paused_at is not null or c.due_at >= coalesce(c.paused_at, (select desk_now())))
  then case when c.at_risk_at <= coalesce(c.paused_at, (select desk_now())) then 'AT_RISK' else 'ON_TRACK' end end`;

const clockColumns = {
  metric: { sql: "c.metric", type: "text" },
  verdict: { sql: "c.verdict", type: "text" },
  standing: { sql: standing, type: "text" },
  dueAt: { sql: "c.due_at", type: "timestamptz" },
} as const;
const refColumns = {
  system: { sql: "x.system", type: "text" },
  id: { sql: "x.external_id", type: "text" },
} as const;

function each<C extends { [field: string]: Condition | null | undefined }>(
  columns: { readonly [field in keyof C]-?: Parameters<typeof onColumn>[0] },
  given: C,
  param: Param,
): string[] {
  return Object.entries(given).flatMap(([field, condition]) =>
    condition == null ? [] : onColumn(columns[field as keyof C], condition, param),
  );
}

/** What each field of a filter of tickets asks of alias `t`. What the desk promised itself is nobody else's affair. */
export const filterFields = (viewer: Viewer): { readonly [field: string]: FilterField } => ({
  id: { sql: "t.id", type: "uuid", id: "Ticket" },
  number: { sql: "t.number", type: "int" },
  status: { sql: "t.status", type: "text" },
  waitingOn: { sql: "t.waiting_on", type: "text" },
  client: { sql: "t.client_id", type: "uuid", id: "Client" },
  requester: { sql: "t.requester_id", type: "uuid", id: "Contact" },
  device: { sql: "t.device_id", type: "uuid", id: "Device" },
  assignee: { sql: "t.assignee_id", type: "uuid", id: "Technician" },
  team: { sql: "t.team_id", type: "uuid", id: "Team" },
  priority: { sql: "t.priority", type: "text" },
  channel: { sql: "t.channel", type: "text" },
  affected: { sql: "t.affected", type: "text" },
  workaround: { sql: "t.workaround", type: "boolean" },
  coverage: { sql: "t.coverage_outcome", type: "text" },
  coverageClause: { sql: "t.coverage_clause", type: "text" },
  coverageOverridden: (given: boolean, param) => `t.coverage_overridden = ${param(given)}::boolean`,
  createdAt: { sql: "t.created_at", type: "timestamptz" },
  updatedAt: { sql: "t.updated_at", type: "timestamptz" },
  resolvedAt: { sql: "t.resolved_at", type: "timestamptz" },
  closedAt: { sql: "t.closed_at", type: "timestamptz" },
  subject: { sql: "t.subject", type: "text" },
  clock: (given: ClockFilter, param) => {
    const all = ["c.partner_id = t.partner_id and c.ticket_id = t.id", ...each(clockColumns, { ...given }, param)];
    if (!isStaff(viewer)) all.push("c.commitment = 'CONTRACTUAL'");
    return `exists (select 1 from sla_clock c where ${all.join(" and ")})`;
  },
  externalRef: (given: RefFilter, param) => {
    const all = ["x.partner_id = t.partner_id and x.ticket_id = t.id", ...each(refColumns, { ...given }, param)];
    return `exists (select 1 from external_ref x where ${all.join(" and ")})`;
  },
  search: (given: string, param) => {
    const subject = onColumn({ sql: "t.subject", type: "text" }, { contains: given }, param);
    const number = /^\s*#?(\d{1,9})\s*$/.exec(given)?.[1];
    return number ? `(${subject} or t.number = ${param(Number(number))}::int)` : `${subject}`;
  },
});
