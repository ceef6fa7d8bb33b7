import { planOf } from "../clients/read-agreements.ts";
import { next, queuePlace } from "../core/queue-order.ts";
import type { Status } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import type { Affected } from "../core/urgency.ts";
import { shownClock } from "../core/wall-row.ts";
import { teamsById, techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import type { BoardTicket } from "./board.sql.ts";
import { type BoardFilter, type BoardRow, choose, passes } from "./board-view.ts";
import { type PastTicket, ticketsOpenAt } from "./queue-as-of.sql.ts";
import { countBoard } from "./standing.ts";

/** Open tickets as they stood at a past instant: versions for who held what, facts for the clocks, the core for the order. */
export async function queueAsOf(context: Context, filter: BoardFilter, at: Instant) {
  const past = await context.read<PastTicket>(ticketsOpenAt(context.viewer, at));
  const all = (await Promise.all(past.map((ticket) => asItStood(context, ticket, at)))).filter((t) => t !== null);
  const tickets = all.filter((t) => passes(t, filter));
  const first = next(all.map((t) => ({ id: t.id, orderKey: t.queueKey ?? "" })))?.id ?? null;
  return {
    asOf: at,
    counts: countBoard(tickets, at),
    rows: async (order: "WALL_ALL" | "QUEUE", limit: number, after?: string): Promise<{ rows: BoardRow[] }> => ({
      rows: choose(tickets, order, limit, at, after).map(({ row, orderKey, id }) => ({
        ...row,
        orderKey,
        next: id === first,
      })),
    }),
  };
}

type Stood = BoardTicket & { row: Omit<BoardRow, "orderKey" | "next"> };

async function asItStood(context: Context, t: PastTicket, at: Instant): Promise<Stood | null> {
  const [clocks, plan, holder, team] = await Promise.all([
    clocksOf(context, t, at),
    planOf(context, t.planId),
    t.assigneeId && context.load("technician", t.assigneeId, (ids) => techniciansById(context, ids)),
    t.teamId && context.load("team", t.teamId, (ids) => teamsById(context, ids)),
  ]);
  const shown = shownClock(clocks.map((c) => ({ ...c.reading, commitment: c.stored.commitment })));
  if (t.status === "RESOLVED" && !shown) return null; // its work is over, as on the board of today
  const known = plan.terms.priorities.find((p) => p.code === t.priority);
  const priority = { code: t.priority, name: known?.name ?? t.priority, rank: known?.rank ?? 99 };
  const assignee = holder ? holder.name : null;
  const { status, affected, number, createdAt } = t;
  const place = queuePlace({
    ...{ number, createdAt, priority, holder: assignee },
    status: status as Status,
    affected: affected as Affected | null,
  });
  const clock = {
    dueAt: shown?.dueAt ?? null,
    atRiskAt: shown?.atRiskAt ?? null,
    pausedAt: shown?.pausedAt ?? null,
  };
  return {
    ...{ id: t.id, number, status, assigneeId: t.assigneeId, teamId: t.teamId, clientId: t.clientId },
    ...clock,
    breachedAt: shown?.breachedAt ?? null,
    remaining: shown?.pausedAt == null || shown.dueAt === null ? null : shown.remaining,
    queueKey: place.inQueue ? place.orderKey : null,
    ...{ targetKind: shown?.target?.amount.kind ?? null, calendarId: null, contractId: null },
    row: {
      ...{ ticketId: t.id, number, version: t.version, client: t.client, clientCode: t.clientCode, subject: t.subject },
      ...{ affected, couldBeUrgent: t.couldBeUrgent, priority, status, assignee, team: team ? team.name : null },
      ...{ coverage: t.coverage, coverageClause: t.coverageClause, createdAt, calendar: null, ...clock },
      metric: shown?.metric ?? null,
      commitment: shown?.commitment ?? null,
      state: shown?.state ?? "NO_TARGET",
      standing: shown?.standing ?? "ON_TRACK",
      pausedReason: shown?.pausedReason ?? null,
      remainingSeconds: shown?.dueAt == null ? null : shown.remaining,
      atRiskRemainingSeconds: shown?.atRiskAt == null ? null : (shown.target?.atRiskBefore ?? 0),
    },
  };
}
