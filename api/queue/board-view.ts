import { newestCalendarAsDesk } from "../clients/read-agreements.ts";
import {
  addOpen,
  isOpen,
  nextClosing,
  nextOpening,
  openBetween,
  openPeriods,
} from "../core/business-calendar/arithmetic.ts";
import { next, wallKey, wallRows } from "../core/queue-order.ts";
import type { Instant, Period, Seconds } from "../core/time.ts";
import type { House } from "../platform/house.ts";
import type { Viewer } from "../platform/viewer.ts";
import { composeHours } from "../sla/operating-hours.ts";
import { type BoardTicket, boardTickets, type RowDetail, rowDetails } from "./board.sql.ts";
import { boardHours, type RowHours } from "./board-hours.ts";
import { type RunwayBin, runway } from "./runway.ts";
import { type Counts, countBoard, standingAt } from "./standing.ts";

const DAY = 86_400;

export type BoardRow = Omit<RowDetail, "id" | "priority" | "priorityName" | "priorityRank"> & {
  ticketId: string;
  number: number;
  orderKey: string;
  next: boolean;
  priority: { code: string; name: string; rank: number };
  status: string;
  state: "RUNNING" | "CLOSED_HOURS" | "PAUSED" | "ENDED" | "NO_TARGET";
  standing: "ON_TRACK" | "AT_RISK" | "BREACHED";
  pausedAt: Instant | null;
  remainingSeconds: number | null;
  dueAt: Instant | null;
  atRiskAt: Instant | null;
  atRiskRemainingSeconds: number | null;
  calendar: string | null;
};
export type BoardCalendar = { key: string; timeZone: string; periods: Period[] };

export type BoardFilter = {
  teamId?: string | null;
  assigneeId?: string | null;
  unassigned?: boolean | null;
  clientId?: string | null;
  paused?: boolean | null;
};

/** Everything a board shows, at one instant, made once for all who watch it. */
export type BoardView = {
  readonly asOf: Instant;
  readonly counts: Counts;
  readonly total: number;
  readonly runway: RunwayBin[];
  readonly desk: { timeZone: string; openUntil: Instant | null; opensAt: Instant | null };
  rows(order: "WALL" | "WALL_ALL" | "QUEUE", limit: number): Promise<{ rows: BoardRow[]; calendars: BoardCalendar[] }>;
};

/** Reads the board. Two statements for the picture, one more for the rows that are shown. */
export async function viewBoard(house: House, viewer: Viewer, filter: BoardFilter, at: Instant): Promise<BoardView> {
  const all = await house.read<BoardTicket>(viewer, boardTickets);
  const tickets = all.filter((t) => passes(t, filter));
  const [hoursOf, desk] = await Promise.all([boardHours(house, tickets), deskHours(house)]);
  const open = isOpen(desk.hours, at);
  return {
    asOf: at,
    counts: countBoard(tickets, at),
    total: tickets.length,
    runway: runway(tickets, hoursOf, desk, at),
    desk: {
      timeZone: desk.timeZone,
      openUntil: open ? nextClosing(desk.hours, at) : null,
      opensAt: open ? null : nextOpening(desk.hours, at),
    },
    rows: async (order, limit) => {
      const first = next(all.map((t) => ({ id: t.id, orderKey: t.queueKey ?? "" })))?.id ?? null;
      const chosen = choose(tickets, order, limit, at);
      return detail(house, viewer, chosen, hoursOf, first, at);
    },
  };
}

type Filtered = Pick<BoardTicket, "teamId" | "assigneeId" | "clientId" | "pausedAt">;
export const passes = (t: Filtered, f: BoardFilter): boolean =>
  (f.teamId == null || t.teamId === f.teamId) &&
  (f.assigneeId == null || t.assigneeId === f.assigneeId) &&
  (f.clientId == null || t.clientId === f.clientId) &&
  (f.unassigned == null || (t.assigneeId === null) === f.unassigned) &&
  (f.paused == null || (t.pausedAt !== null) === f.paused);

async function deskHours(house: House): Promise<RowHours> {
  const calendar = await newestCalendarAsDesk({ house });
  return { key: calendar.id, hours: composeHours(calendar), timeZone: calendar.definition.timeZone };
}

type Placed<T extends BoardTicket = BoardTicket> = T & { orderKey: string };

/** Which rows, in which order; the orders themselves are the core's. */
export function choose<T extends BoardTicket>(
  tickets: readonly T[],
  order: "WALL" | "WALL_ALL" | "QUEUE",
  limit: number,
  at: Instant,
): Placed<T>[] {
  if (order === "QUEUE") {
    const placed = tickets.flatMap((t) => (t.queueKey === null ? [] : [{ ...t, orderKey: t.queueKey }]));
    return placed.sort(byKey).slice(0, limit);
  }
  const judged = tickets.map((t) => ({
    ...t,
    breached: standingAt(t, at) === "BREACHED",
    held: t.assigneeId !== null,
    dueAt: t.pausedAt !== null && t.breachedAt === null ? null : t.dueAt,
    shownDue: t.dueAt,
  }));
  // a wall shows what can still be saved: paused and unpromised tickets are in the counts only
  const rows =
    order === "WALL"
      ? wallRows(
          judged.filter((t) => t.dueAt !== null),
          limit,
        )
      : judged.map((t) => ({ ...t, wallKey: wallKey(t) }));
  const placed = rows.map((t) => ({ ...t, dueAt: t.shownDue, orderKey: t.wallKey }));
  return order === "WALL" ? placed : placed.sort(byKey).slice(0, limit);
}
const byKey = (a: Placed, b: Placed) => (a.orderKey < b.orderKey ? -1 : 1);

async function detail(
  house: House,
  viewer: Viewer,
  placed: readonly Placed[],
  hoursOf: (t: BoardTicket) => RowHours | null,
  first: string | null,
  at: Instant,
): Promise<{ rows: BoardRow[]; calendars: BoardCalendar[] }> {
  const found = placed.length > 0 ? await house.read<RowDetail>(viewer, rowDetails(placed.map((t) => t.id))) : [];
  const details = new Map(found.map((d) => [d.id, d]));
  const calendars = new Map<string, BoardCalendar>();
  const rows = placed.flatMap((ticket) => {
    const d = details.get(ticket.id);
    if (!d) return [];
    const own = hoursOf(ticket);
    const calendar = own && calendarOfRow(ticket, own, at);
    if (calendar) calendars.set(calendar.key, calendar);
    const { id, priority, priorityName, priorityRank, ...rest } = d;
    return [
      {
        ...rest,
        ticketId: id,
        number: ticket.number,
        orderKey: ticket.orderKey,
        next: id === first,
        priority: { code: priority, name: priorityName, rank: priorityRank },
        status: ticket.status,
        ...clockOfRow(ticket, own, at),
        calendar: calendar?.key ?? null,
      },
    ];
  });
  return { rows, calendars: [...calendars.values()] };
}

/** The clock of a row, from its cached instants and the open hours; the ticket page reads it from the facts. */
function clockOfRow(t: BoardTicket, own: RowHours | null, at: Instant) {
  const standing = standingAt(t, at);
  const { atRiskAt, pausedAt } = t;
  const paused = pausedAt !== null && t.remaining !== null && standing !== "BREACHED";
  const dueAt = paused && own ? asIfResumed(t, own, t.remaining as Seconds, at) : t.dueAt;
  if (dueAt === null || own === null)
    return {
      state: "NO_TARGET" as const,
      standing,
      pausedAt,
      remainingSeconds: null,
      dueAt,
      atRiskAt,
      atRiskRemainingSeconds: null,
    };
  const elapsedKind = t.targetKind === "ELAPSED";
  const counted = (from: Instant, until: Instant) =>
    elapsedKind
      ? until - from
      : from <= until
        ? openBetween(own.hours, from, until)
        : -openBetween(own.hours, until, from);
  const running = elapsedKind || isOpen(own.hours, at) ? ("RUNNING" as const) : ("CLOSED_HOURS" as const);
  return {
    state: pausedAt !== null ? ("PAUSED" as const) : running,
    standing,
    pausedAt,
    remainingSeconds: pausedAt !== null && t.remaining !== null ? t.remaining : counted(pausedAt ?? at, dueAt),
    dueAt,
    atRiskAt,
    atRiskRemainingSeconds: atRiskAt === null || t.dueAt === null ? null : counted(atRiskAt, t.dueAt),
  };
}

/** The due of a paused clock if it were resumed at an instant. */
const asIfResumed = (t: BoardTicket, own: RowHours, remaining: Seconds, at: Instant): Instant | null =>
  t.targetKind === "ELAPSED" ? ((at + remaining) as Instant) : addOpen(own.hours, at, remaining);

/** Open periods for two weeks ahead, the one that holds `at` included; elapsed time knows no closing. */
function calendarOfRow(t: BoardTicket, own: RowHours, at: Instant): BoardCalendar {
  const until = (at + 14 * DAY) as Instant;
  if (t.targetKind === "ELAPSED") return { key: "always", timeZone: own.timeZone, periods: [{ from: at, until }] };
  return { key: own.key, timeZone: own.timeZone, periods: openPeriods(own.hours, at, until) };
}
