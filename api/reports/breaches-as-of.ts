import { wallText } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import { cursorOf, type Page, type PageRequest, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { instantText } from "../platform/scalars.ts";
import { breachOf } from "./breaches.ts";
import type { ReportClock } from "./clocks-as-of.ts";
import type { Breach } from "./report.graphql.ts";
import { holdersAt } from "./sla-report.sql.ts";

/** A page of the breach list as it stood at a past instant. */
export async function breachPageAsOf(
  context: Context,
  clocks: readonly ReportClock[],
  page: PageRequest,
  asOf: Instant,
): Promise<Page<Breach>> {
  const late = clocks
    .flatMap((clock) => (clock.breachedAt !== null && clock.dueAt !== null ? [{ ...clock, dueAt: clock.dueAt }] : []))
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  const [dueAfter, idAfter] =
    page.after == null ? [Number.NEGATIVE_INFINITY, ""] : readCursor(page.after, "instant", "id");
  const rest = late.filter((c) => c.dueAt > dueAfter || (c.dueAt === dueAfter && c.id > idAfter));
  const { edges, pageInfo } = pageOf(rest.slice(0, pageSize(page).limit + 1), page, (c) => cursorOf(c.dueAt, c.id));
  const holders = await holdersOf(
    context,
    edges.map((edge) => edge.node),
  );
  const shown = edges.map(async ({ cursor, node }) => {
    const row = { ...node, sealed: node.sealedAt !== null, holderAtBreach: holders.get(node.id) ?? null };
    return { cursor, node: await breachOf(context, row, asOf) };
  });
  return { edges: await Promise.all(shown), pageInfo };
}

async function holdersOf(context: Context, clocks: readonly ReportClock[]): Promise<Map<string, string>> {
  const open = clocks.flatMap((c) =>
    c.sealedAt === null && c.breachedAt !== null ? [{ ...c, at: c.breachedAt }] : [],
  );
  if (open.length === 0) return new Map();
  const rows = await context.read<{ ticketId: string; holder: string | null }>(
    holdersAt(open.map((c) => ({ ticketId: c.ticketId, at: c.at }))),
  );
  return new Map(open.flatMap((c, i) => (rows[i]?.holder ? [[c.id, rows[i].holder]] : [])));
}

/** The lines of the file as it would have been written then. */
export const linesAsOf = (clocks: readonly ReportClock[], timeZone: string): (string | null)[][] => {
  const both = (at: Instant | null) => (at === null ? [null, null] : [instantText(at), wallText(timeZone, at)]);
  return [...clocks]
    .sort((a, b) => a.number - b.number || a.cycle - b.cycle)
    .map((c) => [
      ...[String(c.number), c.subject, c.client, c.clientCode, c.priority, c.metric, c.commitment, String(c.cycle)],
      ...[...both(c.createdAt), ...both(c.dueAt), ...both(c.satisfiedAt), ...both(c.endedAt)],
      ...[c.verdict, c.breachedAt === null ? "no" : "yes", c.lateSeconds === null ? null : String(c.lateSeconds)],
    ]);
};
