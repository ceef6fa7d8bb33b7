import type { Instant, Period, Seconds } from "./time.ts";

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
  /** From taking a ticket to taking the next one, in wall time. More than nothing. */
  readonly toFree: Seconds;
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
 * whoever on shift is free first takes the first, answers it after the desk's usual time (what was taken is finished,
 * also past the end of a shift), and is free again after their own. Foreseen are tickets that are due by the horizon,
 * are not breached yet, and would be answered after they are due. Those that must be taken first come first.
 *
 * What arrives meanwhile is not foreseen: the forecast is what happens at best. Equal input, in whatever order, gives
 * an equal forecast, and one technician more never makes it worse.
 *
 * Example: one technician, free at 14:00, responds after 15 minutes and is free after 30. Three urgent tickets due at
 * 14:40 are answered at 14:15, 14:45 and 15:15: the second and the third breach unless taken by 14:25.
 */
export function forecastBreaches<T extends WaitingTicket>(
  queue: readonly T[],
  technicians: readonly ForecastTechnician[],
  pace: AnswerPace,
  now: Instant,
  horizon: Instant,
): ForeseenBreach<T>[] {
  const takes = takesOf(technicians, now, horizon);
  const foreseen: ForeseenBreach<T>[] = [];
  for (const ticket of [...queue].sort(byPlace)) {
    const taken = takes.next().value;
    const { dueAt } = ticket;
    if (dueAt === null || dueAt < now || dueAt > horizon) continue;
    const needed = ticket.metric === "RESOLUTION" ? pace.toResolve : pace.toRespond;
    const expectedAt = taken === undefined ? null : ((taken + needed) as Instant);
    if (expectedAt === null || expectedAt > dueAt)
      foreseen.push({ ticket, dueAt, takeBy: (dueAt - needed) as Instant, expectedAt });
  }
  return foreseen.sort((a, b) => a.takeBy - b.takeBy || byPlace(a.ticket, b.ticket));
}

const byPlace = (a: WaitingTicket, b: WaitingTicket): number =>
  a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : a.number - b.number;

/** When somebody takes the next ticket, one instant after the other, up to the horizon; ends when nobody comes any more. */
function* takesOf(
  technicians: readonly ForecastTechnician[],
  now: Instant,
  horizon: Instant,
): Generator<Instant, void> {
  const free = technicians.map(({ shifts, tookAt, toFree }) => ({
    shifts,
    toFree,
    at: onShiftFrom(shifts, Math.max(now, tookAt === null ? now : tookAt + toFree) as Instant),
  }));
  while (true) {
    let first: (typeof free)[number] | undefined;
    for (const each of free) if (each.at !== null && (!first || each.at < (first.at as Instant))) first = each;
    if (!first || first.at === null || first.at > horizon) return;
    yield first.at;
    first.at = onShiftFrom(first.shifts, (first.at + first.toFree) as Instant);
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
