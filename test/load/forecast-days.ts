import type { Instant, Period } from "../../api/core/time.ts";
import { random } from "./figures.ts";
import { DAY, isWeekday, shiftsOf, sizeOf, type Ticket, ticketOf, WEEKS } from "./forecast-desk.ts";
import type { Incident } from "./forecast-log.ts";
import { playDesk, type Taken } from "./forecast-replay.ts";

/** Weekdays with at least so many arrivals: the log has holidays, and a long tail of single incidents. */
const ENOUGH = 150;
/** Replayed beyond the day, so that each ticket that waited on it is answered. */
const BEYOND = 7 * DAY;

/** The days that may be chosen: four weeks of the log before them, a day after them. */
export function possibleDays(incidents: readonly Incident[]): Instant[] {
  const counts = new Map<number, number>();
  for (const { arrivedAt } of incidents) {
    const day = Math.floor(arrivedAt / DAY) * DAY;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const busy = [...counts].filter(([day, count]) => count >= ENOUGH && isWeekday(day as Instant)).map(([day]) => day);
  const [first = 0, last = 0] = [Math.min(...busy), Math.max(...busy)];
  return busy.filter((day) => day >= first + WEEKS && day < last).sort((a, b) => a - b) as Instant[];
}

/** So many of the days, as a seed chooses them, and all that it leaves. */
export function chooseDays(days: readonly Instant[], count: number, seed: number) {
  const next = random(seed);
  const left = [...days];
  const chosen = Array.from(
    { length: Math.min(count, days.length) },
    () => left.splice(Math.floor(next() * left.length), 1)[0] as Instant,
  );
  return { chosen: chosen.sort((a, b) => a - b), left };
}

export type ReplayedDay = {
  readonly day: Instant;
  readonly tickets: readonly Ticket[];
  readonly shifts: readonly (readonly Period[])[];
  readonly taken: readonly Taken[];
};

/** A day with the four weeks before it, in which the desk gets into its stride, on a desk of the size those weeks ask for. */
export function replayDay(incidents: readonly Incident[], day: Instant): ReplayedDay {
  const [from, until] = [(day - WEEKS) as Instant, (day + BEYOND) as Instant];
  const tickets = incidents.filter(({ arrivedAt }) => arrivedAt >= from && arrivedAt < until).map(ticketOf);
  const shifts = shiftsOf(sizeOf(incidents, day), from, (until + BEYOND) as Instant);
  return { day, tickets, shifts, taken: playDesk(tickets, shifts) };
}
