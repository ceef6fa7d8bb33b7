import { addOpen, nextClosing, openPeriods } from "../core/business-calendar/arithmetic.ts";
import { localDate, startOfDay, weekdayName } from "../core/business-calendar/zone.ts";
import { hours, type Instant, minutes, type Seconds } from "../core/time.ts";
import type { BoardTicket } from "./board.sql.ts";
import type { RowHours } from "./board-hours.ts";
import { countedAt } from "./standing.ts";

export type RunwayBin = {
  key: string;
  label: string;
  kind: "LATE" | "AT_RISK" | "ON_TRACK";
  count: number;
  until: Instant | null;
};

const near: readonly { key: string; label: string; within: Seconds; kind: RunwayBin["kind"] }[] = [
  { key: "15m", label: "to 15 m", within: minutes(15), kind: "AT_RISK" },
  { key: "30m", label: "to 30 m", within: minutes(30), kind: "ON_TRACK" },
  { key: "1h", label: "to 1 h", within: hours(1), kind: "ON_TRACK" },
  { key: "2h", label: "to 2 h", within: hours(2), kind: "ON_TRACK" },
];

/**
 * How much falls due when. The first two hours are counted time, by each ticket's own hours; what comes later is binned
 * by its due instant in the desk's zone: to closing, then the halves of the next operating day, then all the rest.
 */
export function runway(
  tickets: readonly BoardTicket[],
  hoursOf: (ticket: BoardTicket) => RowHours | null,
  desk: RowHours,
  at: Instant,
): RunwayBin[] {
  const far = farBins(desk, at);
  const bins: RunwayBin[] = [
    { key: "late", label: "late", kind: "LATE", count: 0, until: at },
    ...near.map(({ key, label, kind }) => ({ key, label, kind, count: 0, until: null })),
    ...far,
    { key: "later", label: "later", kind: "ON_TRACK", count: 0, until: null },
  ];
  const limits = new Map<string, number[]>();
  for (const ticket of tickets) {
    const counted = countedAt(ticket, at);
    const own = hoursOf(ticket);
    if (counted === "paused" || (ticket.dueAt === null && counted !== "breached") || own === null) continue;
    const bin = counted === "breached" ? 0 : binOf(ticket.dueAt as Instant, nearLimits(limits, own, at, ticket), bins);
    (bins[bin] as RunwayBin).count += 1;
  }
  return bins;
}

/** The due instants up to which a ticket of these hours falls into each near bin; computed once per hours. */
function nearLimits(known: Map<string, number[]>, own: RowHours, at: Instant, { targetKind }: BoardTicket): number[] {
  const key = targetKind === "ELAPSED" ? "elapsed" : own.key;
  let limits = known.get(key);
  if (!limits) {
    limits = near.map(({ within }) =>
      targetKind === "ELAPSED" ? at + within : (addOpen(own.hours, at, within) ?? Number.POSITIVE_INFINITY),
    );
    known.set(key, limits);
  }
  return limits;
}

function binOf(dueAt: Instant, limits: readonly number[], bins: readonly RunwayBin[]): number {
  const close = limits.findIndex((limit) => dueAt <= limit);
  if (close >= 0) return 1 + close;
  const far = bins.findIndex((bin, i) => i > near.length && bin.until !== null && dueAt <= bin.until);
  return far >= 0 ? far : bins.length - 1;
}

/** To closing today, then the morning and afternoon of the next operating day. */
function farBins(desk: RowHours, at: Instant): RunwayBin[] {
  const empty = { kind: "ON_TRACK" as const, count: 0 };
  const closing = nextClosing(desk.hours, at);
  if (closing === null) return [];
  const today = localDate(desk.timeZone, at);
  const bins: RunwayBin[] = [];
  if (localDate(desk.timeZone, closing) === today)
    bins.push({ key: "close", label: "to close", until: closing, ...empty });
  const next = openPeriods(desk.hours, at, (at + 14 * 86_400) as Instant).find(
    (p) => localDate(desk.timeZone, p.from) > today,
  );
  if (next) {
    const date = localDate(desk.timeZone, next.from);
    const noon = (startOfDay(desk.timeZone, date) + 12 * 3600) as Instant;
    const day = weekdayName(desk.timeZone, next.from);
    if (next.from < noon) bins.push({ key: "am", label: `${day} am`, until: noon, ...empty });
    if (next.until > noon) bins.push({ key: "pm", label: `${day} pm`, until: next.until, ...empty });
  }
  return bins;
}
