import type { Viewer } from "../platform/viewer.ts";
import type { Ticket } from "./ticket.entity.ts";

/** A ticket as a plain row: the fields of the entity, instants as seconds. */
export type TicketRow = Ticket;

const columns = [
  ["id", "id"],
  ["partner_id", "partnerId"],
  ["number", "number"],
  ["client_id", "clientId"],
  ["requester_id", "requesterId"],
  ["device_id", "deviceId"],
  ["contract_id", "contractId"],
  ["plan_id", "planId"],
  ["calendar_id", "calendarId"],
  ["subject", "subject"],
  ["description", "description"],
  ["channel", "channel"],
  ["facts", "facts"],
  ["affected", "affected"],
  ["workaround", "workaround"],
  ["could_be_urgent", "couldBeUrgent"],
  ["priority", "priority"],
  ["priority_name", "priorityName"],
  ["priority_rank", "priorityRank"],
  ["priority_reason", "priorityReason"],
  ["status", "status"],
  ["waiting_on", "waitingOn"],
  ["waiting_until", "waitingUntil"],
  ["steps", "steps"],
  ["cycle", "cycle"],
  ["team_id", "teamId"],
  ["assignee_id", "assigneeId"],
  ["assignee_name", "assigneeName"],
  ["coverage_outcome", "coverageOutcome"],
  ["coverage_clause", "coverageClause"],
  ["coverage_overridden", "coverageOverridden"],
  ["merged_into_id", "mergedIntoId"],
  ["close_reason", "closeReason"],
  ["queue_key", "queueKey"],
  ["created_at", "createdAt"],
  ["updated_at", "updatedAt"],
  ["resolved_at", "resolvedAt"],
  ["closed_at", "closedAt"],
  ["version", "version"],
] as const;

/** The select list of a ticket row, from a table alias `t`. */
export const ticketColumns = columns.map(([column, field]) => `t.${column} as "${field}"`).join(", ");

/**
 * What of all tickets a viewer may see, as a condition on alias `t`; its parameters are appended to `values`.
 * Row-level security says the same about partners a second time.
 */
export function visible(viewer: Viewer, values: unknown[]): string {
  const param = (value: unknown) => `$${values.push(value)}`;
  switch (viewer.kind) {
    case "TECHNICIAN":
    case "MANAGER":
      return "true";
    case "PARTNER":
      return `t.partner_id = ${param(viewer.partnerId)}`;
    case "REQUESTER":
      return viewer.lead
        ? `t.client_id = ${param(viewer.clientId)}`
        : `t.client_id = ${param(viewer.clientId)} and t.requester_id = ${param(viewer.contactId)}`;
    case "MONITORING":
      return `t.client_id = ${param(viewer.clientId)}`;
    // a booking link shows what its own query tells of the ticket, and nothing else of it
    case "BOOKING":
    case "WALL":
      return "false";
    default:
      return viewer.kind satisfies never;
  }
}
