import { Temporal } from "temporal-polyfill";
import { startOfDay } from "./business-calendar/zone.ts";
import { type Instant, minutes, type Period, type Seconds } from "./time.ts";

/** Being connected to a requester's machine, as far as the meter is concerned. */
export type MeteredSession = {
  readonly clientId: string;
  readonly ticketId: string;
  readonly startedAt: Instant;
  /** Null while it runs, and for ever when its technician's machine died. */
  readonly endedAt: Instant | null;
  readonly lastHeartbeatAt: Instant;
};

/** How long a session is believed to go on without a heartbeat. */
export const GRACE: Seconds = minutes(1);

/** So long before the day's minutes are used up, whoever is connected is told. */
export const TOLD_BEFORE: Seconds = minutes(5);

export type FairUseMark = "SOON" | "USED_UP";

/** Which mark a meter passed between two readings; the higher one where it passed both. */
export function passedMark(before: Seconds, after: Seconds, allowance: Seconds): FairUseMark | null {
  const passed = (mark: number) => before < mark && after >= mark;
  if (passed(allowance)) return "USED_UP";
  return passed(allowance - TOLD_BEFORE) ? "SOON" : null;
}

export type SessionEnd = {
  /** Until when it counts: half-open. A running session counts until the instant asked about. */
  readonly until: Instant;
  /** No end was reported and the heartbeats stopped: it ends at the last of them plus the grace, and says so. */
  readonly vanished: boolean;
};

export function sessionEnd(session: MeteredSession, at: Instant): SessionEnd {
  if (session.endedAt !== null) return { until: session.endedAt, vanished: false };
  const believed = (session.lastHeartbeatAt + GRACE) as Instant;
  return at > believed ? { until: believed, vanished: true } : { until: at, vanished: false };
}

/** The local day of a client: from its midnight to the next, 23 to 25 hours long. */
export const localDay = (date: string, zone: string): Period => ({
  from: startOfDay(zone, date),
  until: startOfDay(zone, Temporal.PlainDate.from(date).add({ days: 1 }).toString()),
});

/**
 * Seconds of remote service within one period. On one ticket overlapping sessions count once (union); sessions on
 * different tickets add up.
 *
 * Example: two technicians on one ticket, 10:00–10:20 and 10:10–10:30, are 30 minutes; on two tickets they are 40.
 */
export function usedWithin(day: Period, sessions: Iterable<MeteredSession>, at: Instant): Seconds {
  const byTicket = new Map<string, Period[]>();
  for (const session of sessions) {
    const from = Math.max(session.startedAt, day.from) as Instant;
    const until = Math.min(sessionEnd(session, at).until, day.until, at) as Instant;
    if (until <= from) continue;
    const stretches = byTicket.get(session.ticketId);
    if (stretches) stretches.push({ from, until });
    else byTicket.set(session.ticketId, [{ from, until }]);
  }
  let used = 0;
  for (const stretches of byTicket.values()) used += union(stretches);
  return used as Seconds;
}

/** On how many tickets somebody is connected: so many seconds are used in each second. */
export const countingTickets = (sessions: Iterable<MeteredSession>, at: Instant): number =>
  new Set(
    [...sessions].flatMap((s) =>
      s.endedAt === null && s.startedAt <= at && !sessionEnd(s, at).vanished ? s.ticketId : [],
    ),
  ).size;

function union(stretches: Period[]): number {
  stretches.sort((a, b) => a.from - b.from);
  let total = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const { from, until } of stretches) {
    if (until <= counted) continue;
    total += until - Math.max(from, counted);
    counted = until;
  }
  return total;
}

/** Remote seconds on one local day of the client these sessions belong to, as things stand at an instant. */
export const usedOn = (date: string, zone: string, sessions: Iterable<MeteredSession>, at: Instant): Seconds =>
  usedWithin(localDay(date, zone), sessions, at);

export type FairUse = {
  readonly date: string;
  readonly allowance: Seconds;
  readonly used: Seconds;
  readonly remaining: Seconds;
  readonly over: Seconds;
};

/** One client's day: what was granted, used, left, and used beyond it. Other clients' sessions are left out. */
export function fairUse(
  client: { readonly id: string; readonly timeZone: string },
  date: string,
  allowance: Seconds,
  sessions: readonly MeteredSession[],
  at: Instant,
): FairUse {
  const own = sessions.filter((session) => session.clientId === client.id);
  const used = usedOn(date, client.timeZone, own, at);
  const over = Math.max(0, used - allowance) as Seconds;
  return { date, allowance, used, remaining: Math.max(0, allowance - used) as Seconds, over };
}
