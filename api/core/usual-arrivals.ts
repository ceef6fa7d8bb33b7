import { type QueuePosition, queueKey } from "./queue-order.ts";
import { type Instant, weeks } from "./time.ts";

/** A ticket that came into the queue: when, and what its place went by. */
export type Arrival = { readonly at: Instant } & QueuePosition;

/** A ticket that may be expected: when, and the place it would have. */
export type ExpectedArrival = { readonly at: Instant; readonly orderKey: string };

/** Arrivals of so many weeks are looked at. */
export const ARRIVAL_WEEKS = 4;

/**
 * Which tickets may be expected to come into the queue after now, up to the horizon, since as many of their like did in
 * the same hours of the last four weeks. Each arrival of those weeks is dated on by whole weeks and counts for a quarter.
 * Among its like (rank, and whether several users are affected) a ticket is expected when these come to a half, the next
 * when they come to one and a half, and so on. Weeks are counted on the UTC line: after a change to or from summer time
 * they are an hour off.
 *
 * Example: it is Mon 09:00; of the last four Mondays one had an urgent ticket at 10:00, one at 10:20, one at 11:00 and at
 * 11:30: one is expected at 10:20, and no second.
 */
export function usualArrivals(past: readonly Arrival[], now: Instant, horizon: Instant): ExpectedArrival[] {
  const since = now - ARRIVAL_WEEKS * weeks(1);
  const dated = past
    .filter(({ at }) => at >= since && at < now)
    .flatMap((arrival) => {
      const ahead: Arrival[] = [];
      const first = Math.floor((now - arrival.at) / weeks(1)) + 1;
      for (let at = arrival.at + first * weeks(1); at <= horizon; at += weeks(1))
        ahead.push({ ...arrival, at: at as Instant });
      return ahead;
    })
    .sort((a, b) => a.at - b.at);
  const expected = [...Map.groupBy(dated, (a) => `${a.rank} ${a.several}`).values()].flatMap((alike) =>
    alike.filter((_, i) => i % ARRIVAL_WEEKS === ARRIVAL_WEEKS / 2 - 1),
  );
  return expected
    .map((arrival) => ({ at: arrival.at, orderKey: queueKey(arrival, arrival.at) }))
    .sort((a, b) => a.at - b.at || (a.orderKey < b.orderKey ? -1 : 1));
}
