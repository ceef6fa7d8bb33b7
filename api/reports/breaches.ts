import type { Instant } from "../core/time.ts";
import { techniciansById } from "../people/read-people.ts";
import { cursorOf, type Page, type PageRequest, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { toGlobalId } from "../platform/global-id.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import { segmentsOf } from "../sla/show-clock.ts";
import type { Breach } from "./report.graphql.ts";
import { type BreachRow, listBreaches, type ReportFilter } from "./sla-report.sql.ts";

/** A page of the breach list. What a clock has counted by now is read from its facts, like everywhere else. */
export async function breachPage(context: Context, filter: ReportFilter, page: PageRequest): Promise<Page<Breach>> {
  const rows = await context.read<BreachRow>(listBreaches(context.viewer, filter, page));
  const { edges, pageInfo } = pageOf(rows, page, (row) => cursorOf(row.dueAt, row.id));
  const now = await context.now();
  const shown = edges.map(async ({ cursor, node }) => ({ cursor, node: await breachOf(context, node, now) }));
  return { edges: await Promise.all(shown), pageInfo };
}

/** One line of the list, at an instant. */
export async function breachOf(context: Context, row: BreachRow, now: Instant): Promise<Breach> {
  const { planId, holderAtBreach } = row;
  const [clocks, holder] = await Promise.all([
    clocksOf(context, { id: row.ticketId, planId }, now),
    holderAtBreach && context.load("technician", holderAtBreach, (ids) => techniciansById(context, ids)),
  ]);
  const clock = clocks.find((c) => c.stored.id === row.id);
  const stood = clock ? segmentsOf(clock).filter((s) => s.kind === "PAUSED") : [];
  const until = row.satisfiedAt ?? row.endedAt ?? now;
  return {
    ticketId: toGlobalId("Ticket", row.ticketId),
    number: row.number,
    subject: row.subject,
    client: row.client,
    priority: row.priority,
    metric: row.metric,
    dueAt: row.dueAt,
    satisfiedAt: row.satisfiedAt,
    lateSeconds: row.lateSeconds ?? Math.max(0, -(clock?.reading.remaining ?? 0)),
    lateWallSeconds: Math.max(0, until - row.dueAt),
    assigneeAtBreach: row.sealed ? row.holderName : holder ? holder.name : null,
    pausedSeconds: stood.reduce((sum, s) => sum + s.until - s.from, 0),
    verdict: row.verdict,
  };
}
