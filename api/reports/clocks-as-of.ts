import { GraphQLError } from "graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { type ClockOf, clocksOf } from "../sla/read-clocks-of.ts";
import { type Cell, listClocks, MOST_LINES, type ReportFilter } from "./sla-report.sql.ts";

/** A clock of a report, as it stood and as recorded by then. */
export type ReportClock = {
  readonly id: string;
  readonly ticketId: string;
  readonly planId: string;
  readonly number: number;
  readonly clientId: string;
  readonly client: string;
  readonly clientCode: string;
  readonly subject: string;
  readonly priority: string;
  readonly priorityName: string | null;
  readonly priorityRank: number | null;
  readonly sealedAt: Instant | null;
  readonly holderName: string | null;
  readonly metric: string;
  readonly commitment: string;
  readonly cycle: number;
  readonly createdAt: Instant;
  readonly month: string;
  readonly dueAt: Instant | null;
  readonly satisfiedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly verdict: string | null;
  readonly lateSeconds: number | null;
};

/** All clocks of a report at a past instant: verdicts sealed by then from their rows, the others read from their facts. */
export async function clocksAsOf(context: Context, filter: ReportFilter, asOf: Instant): Promise<ReportClock[]> {
  const rows = await context.read<ReportClock>(listClocks(context.viewer, filter));
  if (rows.length > MOST_LINES)
    throw new GraphQLError("More than 100,000 clocks: ask for fewer days, or for one client.", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  const shown = await Promise.all(
    rows.map(async (row) => {
      if (row.sealedAt !== null && row.sealedAt <= asOf) return row;
      const clocks = await clocksOf(context, { id: row.ticketId, planId: row.planId }, asOf);
      const clock = clocks.find((c) => c.stored.id === row.id);
      return clock ? asRead(row, clock) : wasWithdrawn(row, asOf) ? row : null;
    }),
  );
  return shown.filter(
    (row) => row !== null && (filter.priority === null || row.priority === filter.priority),
  ) as ReportClock[];
}

/** No facts tell of a clock that turned out never to have been owed; its row stays, and is counted as left out. */
const wasWithdrawn = ({ verdict, endedAt }: ReportClock, asOf: Instant): boolean =>
  verdict === "CANCELLED" && endedAt !== null && endedAt <= asOf;

function asRead(row: ReportClock, { reading }: ClockOf): ReportClock {
  const same = reading.priority === row.priority;
  const { priority, dueAt, satisfiedAt, endedAt, breachedAt, verdict } = reading;
  return {
    ...row,
    priority,
    priorityName: same ? row.priorityName : null,
    priorityRank: same ? row.priorityRank : null,
    sealedAt: null,
    holderName: null,
    dueAt,
    satisfiedAt,
    endedAt,
    breachedAt,
    verdict,
    lateSeconds: verdict === "MISSED" ? Math.max(0, -reading.remaining) : null,
  };
}

/** The clocks of a report counted by client, month and priority, in their order. */
export function cellsOf(clocks: readonly ReportClock[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const clock of clocks) {
    const { clientId, client, month, priority, priorityName, priorityRank, createdAt, verdict, endedAt } = clock;
    const key = [clientId, client, month, priority].join("|");
    const cell = cells.get(key);
    cells.set(key, {
      ...{ clientId, clientName: client, month, priority },
      newest: Math.max(cell?.newest ?? createdAt, createdAt) as Instant,
      priorityName: cell?.priorityName ?? priorityName,
      priorityRank: cell?.priorityRank ?? priorityRank,
      met: (cell?.met ?? 0) + Number(verdict === "MET"),
      missed: (cell?.missed ?? 0) + Number(verdict === "MISSED"),
      open: (cell?.open ?? 0) + Number(verdict === null && endedAt === null),
      leftOut:
        (cell?.leftOut ?? 0) +
        Number(verdict === "CANCELLED" || verdict === "MERGED" || (verdict === null && endedAt !== null)),
    });
  }
  return [...cells.values()];
}
