import { attainmentOf } from "../core/attainment.ts";
import { toGlobalId } from "../platform/global-id.ts";
import type { AttainmentRow } from "./report.graphql.ts";
import type { Cell, ReportFilter } from "./sla-report.sql.ts";

/** What a row of a report is about. */
type Group = Pick<AttainmentRow, "key" | "label"> & Partial<Pick<AttainmentRow, "clientId" | "month" | "priority">>;

type Sum = { met: number; missed: number; open: number; leftOut: number; newest: number };

/**
 * Adds up the cells of each group; groups stand in the order in which their first cell came, each under the label of its
 * newest ticket.
 */
function sums(cells: readonly Cell[], groupOf: (cell: Cell) => Group): AttainmentRow[] {
  const groups = new Map<string, Group & Sum>();
  for (const cell of cells) {
    const group = groupOf(cell);
    const sum = groups.get(group.key) ?? { ...group, met: 0, missed: 0, open: 0, leftOut: 0, newest: cell.newest };
    if (cell.newest >= sum.newest) Object.assign(sum, { label: group.label, newest: cell.newest });
    sum.met += cell.met;
    sum.missed += cell.missed;
    sum.open += cell.open;
    sum.leftOut += cell.leftOut;
    groups.set(group.key, sum);
  }
  return [...groups.values()].map(({ newest: _, ...sum }) => {
    const { n, share, few } = attainmentOf(sum.met, sum.missed);
    return { clientId: null, month: null, priority: null, ...sum, n, attainment: share, few };
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** "2026-11" as "Nov 2026". */
export const monthLabel = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? month.slice(5)} ${month.slice(0, 4)}`;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const LAST = Number.MAX_SAFE_INTEGER;
const none = { met: 0, missed: 0, open: 0, leftOut: 0, n: 0, attainment: null, few: true };
const nobody = { clientId: null, month: null, priority: null };

/** All groupings of a report from the same cells, so that every grouping adds up to the same total. */
export function attainmentRows(cells: readonly Cell[]) {
  const name = new Map<string, string>();
  const rank = new Map<string, number>();
  for (const { priority, priorityName, priorityRank } of cells) {
    if (priorityName !== null) name.set(priority, priorityName);
    if (priorityRank !== null) rank.set(priority, Math.min(priorityRank, rank.get(priority) ?? LAST));
  }
  const client = (cell: Cell) => toGlobalId("Client", cell.clientId);
  const byPriority = sums(cells, ({ priority }) => ({
    key: priority,
    label: name.get(priority) ?? priority,
    priority,
  }));
  const [total] = sums(cells, () => ({ key: "total", label: "All" }));
  return {
    total: total ?? { key: "total", label: "All", ...nobody, ...none },
    byMonth: sums(cells, ({ month }) => ({ key: month, label: monthLabel(month), month })).sort((a, b) =>
      byText(a.key, b.key),
    ),
    byPriority: byPriority.sort(
      (a, b) => (rank.get(a.key) ?? LAST) - (rank.get(b.key) ?? LAST) || byText(a.key, b.key),
    ),
    byClient: sums(cells, (cell) => ({ key: client(cell), label: cell.clientName, clientId: client(cell) })),
    byClientAndMonth: sums(cells, (cell) => ({
      key: `${client(cell)}|${cell.month}`,
      label: `${cell.clientName}, ${monthLabel(cell.month)}`,
      clientId: client(cell),
      month: cell.month,
    })),
  };
}

const metrics = {
  FIRST_RESPONSE: "First response",
  NEXT_RESPONSE: "Next response",
  RESOLUTION: "Resolution",
} as const;
const commitments = { CONTRACTUAL: "promised to the client", INTERNAL: "promised by the desk to itself" } as const;

/** The sentences that are printed above the figures. */
export const definitionOf = (filter: ReportFilter): string =>
  [
    `${metrics[filter.metric]}, ${commitments[filter.commitment]}, of tickets created from ${filter.from} until before`,
    `${filter.until} (${filter.timeZone}). Attainment is met ÷ (met + missed). A clock is met when it was satisfied at or`,
    "before its due instant. Every cycle of a ticket is a verdict of its own. Clocks without a verdict yet are counted as",
    "open; those of cancelled or merged tickets are left out. A clock is listed under the last priority it had, and in the",
    "month in which its ticket was created.",
  ].join(" ");
