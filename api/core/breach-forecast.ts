import type { Instant, Period, Seconds } from "./time.ts";
import type { ExpectedArrival } from "./usual-arrivals.ts";

/** A ticket that nobody holds, in its place of the queue, with the clock its row shows. */
export type WaitingTicket = {
  readonly number: number;
  /** Its place: the smallest is taken next (see `queue-order.ts`). */
  readonly orderKey: string;
  readonly metric: "FIRST_RESPONSE" | "NEXT_RESPONSE" | "RESOLUTION" | null;
  /** Last instant in time; null where none can be missed any more: no target, paused, breached. */
  readonly dueAt: Instant | null;
};

/** Who takes from the queue: one ticket after the other, while on shift. */
export type ForecastTechnician = {
  readonly shifts: readonly Period[];
  /** When they last took a ticket that they still hold; null = they hold none. */
  readonly tookAt: Instant | null;
  /**
   * From taking a ticket to taking the next one, in wall time: one after the other, over and over. Each more than
   * nothing. What they hold takes the first that is longer than they hold it already; none is: they are free.
   */
  readonly toFree: readonly Seconds[];
};

/**
 * How long the desk needs from taking a ticket, in wall time. The desk's, not each technician's: else it would depend
 * on who comes when a ticket must be taken, and a slow colleague more could make a forecast worse.
 */
export type AnswerPace = { readonly toRespond: Seconds; readonly toResolve: Seconds };

export type ForeseenBreach<T extends WaitingTicket> = {
  readonly ticket: T;
  readonly dueAt: Instant;
  /** Who takes it by then, out of turn, still answers in time. May be past: then even that is too late, as it goes. */
  readonly takeBy: Instant;
  /** When its turn leads to an answer; null: not before the horizon. */
  readonly expectedAt: Instant | null;
};

/**
 * Which promises will be broken if everybody goes on taking the first of the queue. The queue is played forward:
 * whoever on shift is free first takes the first, answers it after the desk's time (what was taken is finished, also
 * past the end of a shift), and is free again after a piece of work of their own. Foreseen are tickets that are due by
 * the horizon, are not breached yet, and would be answered after they are due. Those that must be taken first come first.
 *
 * `arrivals` are those that may be expected meanwhile (see `usual-arrivals.ts`): one that stands before a ticket when
 * somebody is free is taken before it. So the forecast is what is to be expected, not what happens at best. Equal input,
 * in whatever order, gives an equal forecast, and one technician more never makes it worse: as long as a ticket of the
 * queue waits nobody is idle, so that they only add to the instants at which somebody takes one.
 *
 * Example: one technician, free at 14:00, responds after 15 minutes and is free after 30. Three urgent tickets due at
 * 14:40 are answered at 14:15, 14:45 and 15:15: the second and the third breach unless taken by 14:25.
 */
export function forecastBreaches<T extends WaitingTicket>(
  queue: readonly T[],
  arrivals: readonly ExpectedArrival[],
  technicians: readonly ForecastTechnician[],
  pace: AnswerPace,
  now: Instant,
  horizon: Instant,
): ForeseenBreach<T>[] {
  const taken = takenAt(queue, arrivals, takesOf(technicians, now, horizon));
  const foreseen: ForeseenBreach<T>[] = [];
  for (const ticket of queue) {
    const { dueAt } = ticket;
    if (dueAt === null || dueAt < now || dueAt > horizon) continue;
    const needed = ticket.metric === "RESOLUTION" ? pace.toResolve : pace.toRespond;
    const at = taken.get(ticket);
    const expectedAt = at === undefined ? null : ((at + needed) as Instant);
    if (expectedAt === null || expectedAt > dueAt)
      foreseen.push({ ticket, dueAt, takeBy: (dueAt - needed) as Instant, expectedAt });
  }
  return foreseen.sort((a, b) => a.takeBy - b.takeBy || byPlace(a.ticket, b.ticket));
}

const byPlace = (a: WaitingTicket, b: WaitingTicket): number =>
  a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : a.number - b.number;

/**
 * When each ticket of the queue is taken. What arrives meanwhile and stands before it is taken before it; once the queue
 * itself is empty, the rest is nobody's concern here.
 */
function takenAt<T extends WaitingTicket>(
  queue: readonly T[],
  arrivals: readonly ExpectedArrival[],
  takes: Iterable<Instant>,
): Map<T, Instant> {
  const waiting = [...queue].sort(byPlace);
  const coming = [...arrivals].sort((a, b) => a.at - b.at);
  const came: string[] = []; // places, the last one first
  const taken = new Map<T, Instant>();
  let [next, arrived] = [0, 0];
  for (const at of takes) {
    for (; arrived < coming.length && (coming[arrived] as ExpectedArrival).at <= at; arrived += 1)
      insert(came, (coming[arrived] as ExpectedArrival).orderKey);
    const ticket = waiting[next];
    if (!ticket) break;
    if (came.length > 0 && (came.at(-1) as string) < ticket.orderKey) came.pop();
    else {
      taken.set(ticket, at);
      next += 1;
    }
  }
  return taken;
}

function insert(places: string[], place: string): void {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as string) > place) low = middle + 1;
    else high = middle;
  }
  places.splice(low, 0, place);
}

/** When somebody takes the next ticket, one instant after the other, up to the horizon; ends when nobody comes any more. */
function* takesOf(
  technicians: readonly ForecastTechnician[],
  now: Instant,
  horizon: Instant,
): Generator<Instant, void> {
  const free = technicians.map(({ shifts, tookAt, toFree }) => {
    const still = tookAt === null ? -1 : toFree.findIndex((length) => tookAt + length > now);
    const from = still < 0 ? now : (((tookAt as Instant) + (toFree[still] as Seconds)) as Instant);
    return { shifts, toFree, next: still + 1, at: onShiftFrom(shifts, from) };
  });
  while (true) {
    let first: (typeof free)[number] | undefined;
    for (const each of free) if (each.at !== null && (!first || each.at < (first.at as Instant))) first = each;
    if (!first || first.at === null || first.at > horizon) return;
    yield first.at;
    const length = first.toFree[first.next % first.toFree.length] as Seconds;
    first.next += 1;
    first.at = onShiftFrom(first.shifts, (first.at + length) as Instant);
  }
}

/** The first instant from `at` on that lies in a shift; null when none is left. */
function onShiftFrom(shifts: readonly Period[], at: Instant): Instant | null {
  let first: Instant | null = null;
  for (const { from, until } of shifts) {
    const begins = Math.max(from, at) as Instant;
    if (begins < until && (first === null || begins < first)) first = begins;
  }
  return first;
}
