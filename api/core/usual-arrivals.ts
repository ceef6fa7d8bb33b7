import { DAY, isoWeekday } from "./business-calendar/dates.ts";
import type { OpenHours } from "./business-calendar/open-periods.ts";
import { localDay } from "./business-calendar/zone.ts";
import { type QueuePosition, queueKey } from "./queue-order.ts";
import { type Instant, weeks } from "./time.ts";

/** A ticket that came into the queue: when, and what its place went by. */
export type Arrival = { readonly at: Instant } & QueuePosition;

/** A ticket that may be expected: when, and the place it would have. */
export type ExpectedArrival = { readonly at: Instant; readonly orderKey: string };

/** Arrivals of so many weeks are looked at. */
export const ARRIVAL_WEEKS = 4;

/**
 * Which tickets may be expected to come into the queue after now, up to the horizon, since as many of their like did at the
 * same time of day in the last four weeks. Each arrival of those weeks is dated on by whole days to each day ahead of its
 * kind (weekdays on which the desk opens; those on which it does not). Four days of one weekday are few, and most days are
 * alike: the average of the same weekday counts for two fifths, that of all days of the kind for three fifths. Among its
 * like (rank, and whether several users are affected) a ticket is expected when these come to a half, the next when they
 * come to one and a half, and so on. Days are counted on the UTC line: after a change to or from summer time they are an
 * hour off.
 *
 * Example: it is Mon 09:00, and the desk opens Mon to Fri. A ticket of a Monday counts 0.13, one of a Tuesday 0.03. Of the
 * last four Mondays each had an urgent ticket, at 10:00, 10:10, 10:20 and 10:30: one is expected at 10:30. Had four Tuesdays
 * one at 10:25 besides, these seven would come to 0.51 by then: one at 10:25, and no second.
 */
export function usualArrivals(
  past: readonly Arrival[],
  now: Instant,
  horizon: Instant,
  hours: OpenHours,
): ExpectedArrival[] {
  const since = now - ARRIVAL_WEEKS * weeks(1);
  const { timeZone, definition } = hours;
  const opens = Array.from({ length: 7 }, (_, i) => (definition.week[i + 1]?.length ?? 0) > 0);
  const dated: Dated[] = [];
  for (const arrival of past) {
    if (arrival.at < since || arrival.at >= now) continue;
    const weekday = isoWeekday(localDay(timeZone, arrival.at)) - 1;
    const ofKind = opens.filter((open) => open === opens[weekday]).length;
    for (let days = Math.floor((now - arrival.at) / DAY) + 1; arrival.at + days * DAY <= horizon; days += 1) {
      if (opens[(weekday + days) % 7] !== opens[weekday]) continue;
      dated.push({ ...arrival, at: (arrival.at + days * DAY) as Instant, counts: counts(days % 7 === 0, ofKind) });
    }
  }
  return [...Map.groupBy(dated, (a) => `${a.rank} ${a.several}`).values()]
    .flatMap(expectedOf)
    .sort((a, b) => a.at - b.at || (a.orderKey < b.orderKey ? -1 : 1));
}

type Dated = Arrival & { readonly counts: number };

/** Whole numbers, so that sums are exact: a kind has one to seven days of the week, each a divisor of it. */
const FIFTH = 420;
/** One ticket, in the parts it is counted by. */
const ONE = ARRIVAL_WEEKS * 5 * FIFTH;

/** What one arrival adds to one day ahead: two fifths of a quarter on the same weekday, three fifths among all of its kind. */
const counts = (sameWeekday: boolean, daysOfKind: number): number =>
  (sameWeekday ? 2 * FIFTH : 0) + (3 * FIFTH) / daysOfKind;

function expectedOf(alike: readonly Dated[]): ExpectedArrival[] {
  const expected: ExpectedArrival[] = [];
  let [come, next] = [0, ONE / 2];
  for (const { counts: more, ...arrival } of alike.toSorted((a, b) => a.at - b.at)) {
    come += more;
    if (come < next) continue; // one alone never counts for more than half a ticket
    expected.push({ at: arrival.at, orderKey: queueKey(arrival, arrival.at) });
    next += ONE;
  }
  return expected;
}
