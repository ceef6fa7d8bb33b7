import type { ForecastTechnician, WaitingTicket } from "../../api/core/breach-forecast.ts";
import { sameTimeOnOperatingDay } from "../../api/core/business-calendar/operating-days.ts";
import { type DeskPace, type Hold, paceOf } from "../../api/core/technician-pace.ts";
import type { Instant } from "../../api/core/time.ts";
import type { Arrival } from "../../api/core/usual-arrivals.ts";
import type { ReplayedDay } from "./forecast-days.ts";
import { operating, PROMISES, type Ticket, WEEKS } from "./forecast-desk.ts";
import type { Taken } from "./forecast-replay.ts";

export type QueueRow = WaitingTicket & { readonly ticket: Ticket };

/** All that anybody at the desk may know at one moment of a replayed day. */
export type Moment = {
  readonly now: Instant;
  /** One operating day ahead, as the desk looks. */
  readonly horizon: Instant;
  /** In nobody's hands, what is breached included. */
  readonly queue: readonly QueueRow[];
  readonly technicians: readonly ForecastTechnician[];
  readonly pace: DeskPace;
  /** What arrived before. */
  readonly arrived: readonly Arrival[];
  /** What was answered in the four weeks before. */
  readonly answered: readonly Taken[];
};

/** As many holds as the desk's own statement reads (`api/queue/forecast.sql.ts`). */
const MOST_HOLDS = 1_000;

export function momentOf({ tickets, taken, shifts }: ReplayedDay, now: Instant): Moment {
  const horizon = sameTimeOnOperatingDay(operating, now, 1) as Instant;
  const before = taken.filter(({ takenAt }) => takenAt <= now);
  const gone = new Set(before.map(({ ticket }) => ticket.number));
  const recent = before.filter(({ takenAt }) => takenAt >= now - WEEKS && takenAt < now);
  const pace = paceOf(recent.slice(-MOST_HOLDS).map((each) => holdOf(each, now)));
  return {
    ...{ now, horizon, pace },
    queue: tickets.filter(({ number, arrivedAt }) => arrivedAt <= now && !gone.has(number)).map((t) => rowOf(t, now)),
    technicians: shifts.map((own, i) => {
      const last = before.findLast(({ technician }) => technician === i);
      return {
        shifts: own.filter(({ from, until }) => until > now && from <= horizon),
        tookAt: last && last.freeAt > now ? last.takenAt : null,
        toFree: pace.lengths(String(i)),
      };
    }),
    arrived: tickets
      .filter(({ arrivedAt }) => arrivedAt < now)
      .map(({ arrivedAt: at, priority }) => ({ at, rank: PROMISES[priority]?.rank as number, several: false })),
    answered: recent.filter(({ respondedAt }) => respondedAt < now),
  };
}

/** A ticket as the desk's own statement reads it: what is breached breaches no more. */
export const rowOf = (ticket: Ticket, now: Instant): QueueRow => ({
  ...{ ticket, number: ticket.number, orderKey: ticket.orderKey, metric: "FIRST_RESPONSE" },
  dueAt: ticket.dueAt < now ? null : ticket.dueAt,
});

const holdOf = ({ technician, takenAt, respondedAt, freeAt }: Taken, now: Instant): Hold => ({
  ...{ technicianId: String(technician), from: takenAt, until: freeAt < now ? freeAt : null },
  ...{ respondedAt: respondedAt < now ? respondedAt : null, resolved: freeAt < now },
});
