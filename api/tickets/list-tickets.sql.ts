import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { instantText } from "../platform/scalars.ts";
import { isStaff, type Viewer } from "../platform/viewer.ts";
import { ticketColumns, visible } from "./ticket.sql.ts";

/** Ids are uuids here. */
export type TicketFilter = {
  status?: string[] | null;
  clientId?: string | null;
  assigneeId?: string | null;
  unassigned?: boolean | null;
  teamId?: string | null;
  priority?: string | null;
  createdFrom?: Instant | null;
  createdUntil?: Instant | null;
  metric?: string | null;
  verdict?: string[] | null;
  standing?: string | null;
  search?: string | null;
  externalSystem?: string | null;
};
export type TicketOrder = "CREATED_ASC" | "CREATED_DESC" | "UPDATED_DESC" | "NUMBER_ASC";

const orders: {
  readonly [order in TicketOrder]: { column: string; field: "createdAt" | "updatedAt" | "number"; down: boolean };
} = {
  CREATED_ASC: { column: "t.created_at", field: "createdAt", down: false },
  CREATED_DESC: { column: "t.created_at", field: "createdAt", down: true },
  UPDATED_DESC: { column: "t.updated_at", field: "updatedAt", down: true },
  NUMBER_ASC: { column: "t.number", field: "number", down: false },
};
export const sortField = (order: TicketOrder) => orders[order].field;

/** The conditions of a filter, within what the viewer may see. */
function conditions(viewer: Viewer, filter: TicketFilter, values: unknown[]): string {
  const all = [visible(viewer, values)];
  const add = (condition: (param: string) => string, value: unknown) => {
    if (value != null) all.push(condition(`$${values.push(value)}`));
  };
  add((p) => `t.status = any(${p})`, filter.status);
  add((p) => `t.client_id = ${p}`, filter.clientId);
  add((p) => `t.assignee_id = ${p}`, filter.assigneeId);
  if (filter.unassigned != null) all.push(`t.assignee_id is ${filter.unassigned ? "" : "not "}null`);
  add((p) => `t.team_id = ${p}`, filter.teamId);
  add((p) => `t.priority = ${p}`, filter.priority);
  add((p) => `t.created_at >= ${p}`, filter.createdFrom != null ? instantText(filter.createdFrom) : null);
  add((p) => `t.created_at < ${p}`, filter.createdUntil != null ? instantText(filter.createdUntil) : null);
  add(
    (p) => `(t.subject ilike ${p} or t.number::text = trim(both '%#' from ${p}))`,
    filter.search ? `%${filter.search}%` : null,
  );
  add(
    (p) =>
      `exists (select 1 from external_ref x where x.partner_id = t.partner_id and x.ticket_id = t.id and x.system = ${p})`,
    filter.externalSystem,
  );
  const clock: string[] = [];
  if (filter.metric != null) clock.push(`c.metric = $${values.push(filter.metric)}`);
  if (filter.verdict != null) clock.push(`c.verdict = any($${values.push(filter.verdict)})`);
  if (filter.standing === "BREACHED") clock.push("c.breached_at is not null");
  else if (filter.standing != null) {
    // one that stands still stands as it did when it stopped
    const seen = "coalesce(c.paused_at, (select desk_now()))";
    clock.push(`c.ended_at is null and (c.due_at is null or c.paused_at is not null or c.due_at >= ${seen})`);
    clock.push(`c.breached_at is null and coalesce(c.at_risk_at <= ${seen}, false) = ${filter.standing === "AT_RISK"}`);
  }
  if (clock.length > 0 && !isStaff(viewer)) clock.push("c.commitment = 'CONTRACTUAL'");
  if (clock.length > 0)
    all.push(
      `exists (select 1 from sla_clock c where c.partner_id = t.partner_id and c.ticket_id = t.id and ${clock.join(" and ")})`,
    );
  return all.join(" and ");
}

/** One page by keyset, read one row further than wanted. Uses the index on the order's column and id. */
export function listTickets(viewer: Viewer, filter: TicketFilter, order: TicketOrder, page: PageRequest) {
  const { limit, backwards } = pageSize(page);
  const { column, down } = orders[order];
  const values: unknown[] = [];
  const where = [conditions(viewer, filter, values)];
  const cast = order === "NUMBER_ASC" ? "::int" : "::timestamptz";
  const beyond = (cursor: string, after: boolean) => {
    const byNumber = order === "NUMBER_ASC";
    const [key, id] = readCursor(cursor, byNumber ? "number" : "instant", "id");
    const sort = byNumber ? key : instantText(key as Instant);
    where.push(
      `(${column}, t.id) ${after !== down ? ">" : "<"} ($${values.push(sort)}${cast}, $${values.push(id)}::uuid)`,
    );
  };
  if (page.after != null) beyond(page.after, true);
  if (page.before != null) beyond(page.before, false);
  const direction = down !== backwards ? "desc" : "asc";
  const text = `select ${ticketColumns} from ticket t where ${where.join(" and ")}
    order by ${column} ${direction}, t.id ${direction} limit $${values.push(limit + 1)}`;
  return { text, values };
}

/** How many match, counted no further than 10,000. */
export function countTickets(viewer: Viewer, filter: TicketFilter) {
  const values: unknown[] = [];
  return {
    text: `select count(*)::int as n from (select 1 from ticket t where ${conditions(viewer, filter, values)} limit 10000) matching`,
    values,
  };
}
