import type { Instant } from "../core/time.ts";
import type { Query } from "../platform/read.ts";

/** What is needed of every ticket on the board to count, order and bin it. */
export type BoardTicket = {
  id: string;
  number: number;
  status: string;
  assigneeId: string | null;
  teamId: string | null;
  clientId: string;
  queueKey: string | null;
  dueAt: Instant | null;
  atRiskAt: Instant | null;
  breachedAt: Instant | null;
  pausedAt: Instant | null;
  /** What is left of a paused clock; null while it runs. Its `dueAt` is as if resumed when it was read last. */
  remaining: number | null;
  targetKind: "OPERATING_TIME" | "OPERATING_DAYS" | "ELAPSED" | null;
  calendarId: string | null;
  contractId: string | null;
};

/**
 * Every ticket that is not over, with the clock its row shows. A resolved ticket stays while one of its clocks is open.
 * Uses ticket_active_index and sla_clock (partner_id, ticket_id, …).
 */
export const boardTickets: Query = {
  name: "board-tickets",
  text: `select t.id, t.number, t.status, t.assignee_id as "assigneeId", t.team_id as "teamId", t.client_id as "clientId",
                t.queue_key as "queueKey", c.due_at as "dueAt", c.at_risk_at as "atRiskAt", c.breached_at as "breachedAt",
                c.paused_at as "pausedAt", c.remaining_seconds as remaining, c.target_kind as "targetKind", t.calendar_id as "calendarId",
                t.contract_id as "contractId"
           from ticket t
           left join sla_clock c on c.partner_id = t.partner_id and c.ticket_id = t.id and c.shown
          where t.status not in ('CLOSED', 'CANCELLED', 'MERGED') and (t.status <> 'RESOLVED' or c.id is not null)`,
  values: [],
};

/** What a row shows beside its clock. */
export type RowDetail = {
  id: string;
  version: number;
  client: string;
  clientCode: string;
  subject: string;
  affected: string | null;
  couldBeUrgent: boolean;
  priority: string;
  priorityName: string;
  priorityRank: number;
  assignee: string | null;
  team: string | null;
  coverage: string;
  coverageClause: string | null;
  metric: string | null;
  commitment: string | null;
  pausedReason: string | null;
  createdAt: Instant;
};

export const rowDetails = (ids: readonly string[]): Query => ({
  name: "board-row-details",
  text: `select t.id, t.version, cl.name as client, cl.code as "clientCode", t.subject, t.affected,
                t.could_be_urgent as "couldBeUrgent", t.priority, t.priority_name as "priorityName",
                t.priority_rank as "priorityRank", t.assignee_name as assignee, team.name as team,
                t.coverage_outcome as coverage, t.coverage_clause as "coverageClause", c.metric, c.commitment,
                c.paused_reason as "pausedReason", t.created_at as "createdAt"
           from ticket t
           join client cl on cl.partner_id = t.partner_id and cl.id = t.client_id
           left join team on team.id = t.team_id
           left join sla_clock c on c.partner_id = t.partner_id and c.ticket_id = t.id and c.shown
          where t.id = any($1)`,
  values: [ids],
});

/** Remote sessions that run now, with what their client has used today. */
export type RunningSession = {
  ticketId: string;
  technician: string;
  client: string;
  clientId: string;
  timeZone: string;
  startedAt: Instant;
  planId: string;
};
export const runningSessions: Query = {
  name: "running-sessions",
  text: `select s.ticket_id as "ticketId", s.technician_name as technician, cl.name as client, cl.id as "clientId",
                cl.time_zone as "timeZone", s.started_at as "startedAt", t.plan_id as "planId"
           from remote_session s
           join client cl on cl.partner_id = s.partner_id and cl.id = s.client_id
           join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id
          where s.ended_at is null order by s.started_at, s.id limit 12`,
  values: [],
};
