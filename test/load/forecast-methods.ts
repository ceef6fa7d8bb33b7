import { forecastBreaches } from "../../api/core/breach-forecast.ts";
import { addOpen, openBetween } from "../../api/core/business-calendar/arithmetic.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";
import { usualArrivals } from "../../api/core/usual-arrivals.ts";
import { median } from "./figures.ts";
import { dueOf, operating, PROMISES } from "./forecast-desk.ts";
import type { Moment, QueueRow } from "./forecast-moment.ts";

/** Says of a moment which of the tickets that wait will be answered too late, by their numbers. */
export type Method = { readonly name: string; readonly foresee: (moment: Moment) => ReadonlySet<number> };

/** The product's own, as `api/queue/forecast.ts` puts it together. */
export const ours: Method = {
  name: "Watchdesk",
  foresee: (moment) => played(moment, moment.queue, expectedAt(moment)),
};

/**
 * The queue played forward in the same way, by the same pace and shifts and with the same arrivals expected, but as if
 * everybody took what is due soonest; what is breached comes first, as it would there.
 */
export const dueOrder: Method = {
  name: "due order",
  foresee: (moment) =>
    played(
      moment,
      moment.queue.map((row) => ({ ...row, orderKey: place(row.ticket.dueAt) })),
      expectedAt(moment).map(({ at, orderKey }) => ({ at, orderKey: place(dueOf(priorityOf(orderKey), at)) })),
    ),
};

/**
 * No queue: whatever waits is answered as long from now as half of its priority were answered within, from their arrival, in
 * operating time and over four weeks.
 */
export const medianPace: Method = {
  name: "median pace alone",
  foresee: ({ queue, answered, now }) => {
    const lengths = ({ ticket, respondedAt }: Moment["answered"][number]) =>
      openBetween(operating, ticket.arrivedAt, respondedAt);
    const each = new Map(
      [...Map.groupBy(answered, ({ ticket }) => ticket.priority)].map(([of, own]) => [of, median(own.map(lengths))]),
    );
    return late(queue, ({ ticket }) => addOpen(operating, now, (each.get(ticket.priority) ?? 0) as Seconds));
  },
};

/** For information: "due order" without playing anything, as many warnings as ours, for what is due soonest. */
export const dueSoonest: Method = {
  name: "due soonest, as many as ours",
  foresee: (moment) => {
    const open = moment.queue.filter(({ dueAt }) => dueAt !== null && dueAt <= moment.horizon);
    const byDue = open.sort((a, b) => (a.dueAt as Instant) - (b.dueAt as Instant) || a.number - b.number);
    return new Set(byDue.slice(0, ours.foresee(moment).size).map(({ number }) => number));
  },
};

/** For information: the other way to read "pace alone", and what ours is without its arrivals. */
export const medianFromTaking: Method = {
  name: "median pace from taking",
  foresee: ({ queue, pace, now }) => late(queue, () => (now + pace.toRespond.seconds) as Instant),
};
export const noneArrives: Method = {
  name: "Watchdesk, none arrives",
  foresee: (moment) => played(moment, moment.queue, []),
};

const expectedAt = ({ arrived, now, horizon }: Moment) => usualArrivals(arrived, now, horizon, operating);
const place = (dueAt: Instant) => String(dueAt).padStart(12, "0");
const priorityOf = (orderKey: string) =>
  Object.keys(PROMISES).find((code) => PROMISES[code]?.rank === Number(orderKey.slice(0, 3))) as string;

function played(
  { technicians, pace, now, horizon }: Moment,
  queue: readonly QueueRow[],
  arrivals: ReturnType<typeof expectedAt>,
): ReadonlySet<number> {
  const lengths = { toRespond: pace.toRespond.seconds, toResolve: pace.toResolve.seconds };
  const foreseen = forecastBreaches(queue, arrivals, technicians, lengths, now, horizon);
  return new Set(foreseen.map(({ ticket }) => ticket.number));
}

const late = (queue: readonly QueueRow[], answered: (row: QueueRow) => Instant | null): ReadonlySet<number> =>
  new Set(
    queue
      .filter((row) => row.dueAt !== null && (answered(row) ?? Number.POSITIVE_INFINITY) > row.dueAt)
      .map(({ number }) => number),
  );
