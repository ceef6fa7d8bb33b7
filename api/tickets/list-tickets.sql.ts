import type { Instant } from "../core/time.ts";
import { cursorOf, type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { conditionsOf, type Filter, type Param } from "../platform/filter.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";
import { type TicketRow, ticketColumns, visible } from "./ticket.sql.ts";
import { filterFields } from "./ticket-filter.sql.ts";

export type TicketOrder = "CREATED_ASC" | "CREATED_DESC" | "UPDATED_ASC" | "UPDATED_DESC";

/** Numbers are handed out as tickets are created; unlike `created_at`, which a merge may set back, they never move. */
const byNumber = {
  columns: ["t.number"],
  cursor: (row: TicketRow) => cursorOf(row.number),
  read: (cursor: string, param: Param) => `${param(readCursor(cursor, "number")[0])}::int`,
};
const byChange = {
  columns: ["t.updated_at", "t.id"],
  cursor: (row: TicketRow) => cursorOf(row.updatedAt, row.id),
  read: (cursor: string, param: Param) => {
    const [at, id] = readCursor(cursor, "instant", "id");
    return `${param(instantText(at as Instant))}::timestamptz, ${param(id)}::uuid`;
  },
};
const orders = {
  CREATED_ASC: { ...byNumber, down: false },
  CREATED_DESC: { ...byNumber, down: true },
  UPDATED_ASC: { ...byChange, down: false },
  UPDATED_DESC: { ...byChange, down: true },
} as const;

/** Where a ticket stands in an order. */
export const ticketCursor = (order: TicketOrder) => orders[order].cursor;

/** The conditions of a filter, within what the viewer may see. */
function conditions(viewer: Viewer, filter: Filter, values: unknown[]): string {
  const seen = visible(viewer, values);
  return `${seen} and ${conditionsOf(filter, filterFields(viewer), (value) => `$${values.push(value)}`)}`;
}

/** One page by keyset, read one row further than wanted. Uses the index on the order's columns. */
export function listTickets(viewer: Viewer, filter: Filter, order: TicketOrder, page: PageRequest) {
  const { limit, backwards } = pageSize(page);
  const { columns, down, read } = orders[order];
  const values: unknown[] = [];
  const where = [conditions(viewer, filter, values)];
  const beyond = (cursor: string, after: boolean) => {
    const place = read(cursor, (value) => `$${values.push(value)}`);
    where.push(`(${columns.join(", ")}) ${after !== down ? ">" : "<"} (${place})`);
  };
  if (page.after != null) beyond(page.after, true);
  if (page.before != null) beyond(page.before, false);
  const direction = down !== backwards ? "desc" : "asc";
  const text = `select ${ticketColumns} from ticket t where ${where.join(" and ")}
    order by ${columns.map((column) => `${column} ${direction}`).join(", ")} limit $${values.push(limit + 1)}`;
  return { text, values };
}

/** One more than is counted exactly: whoever finds as many knows that there are more. */
export const COUNTED = 10_000;

/** How many match, counted one further than is counted exactly. */
export function countTickets(viewer: Viewer, filter: Filter) {
  const values: unknown[] = [];
  return {
    text: `select count(*)::int as n
             from (select 1 from ticket t where ${conditions(viewer, filter, values)} limit ${COUNTED + 1}) matching`,
    values,
  };
}
