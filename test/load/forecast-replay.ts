import type { Instant, Period } from "../../api/core/time.ts";
import type { Ticket } from "./forecast-desk.ts";

/** Who took a ticket when, and what came of it. */
export type Taken = {
  readonly ticket: Ticket;
  readonly technician: number;
  readonly takenAt: Instant;
  readonly respondedAt: Instant;
  readonly freeAt: Instant;
};

/**
 * Plays a desk: tickets arrive, whoever is on shift and free first takes the first of the queue, responds and is free
 * again after the work that this very ticket takes, also past the end of a shift. `tickets` come by arrival. Ends when
 * all are taken, or nobody comes any more.
 */
export function playDesk(tickets: readonly Ticket[], shifts: readonly (readonly Period[])[]): Taken[] {
  const free = shifts.map((own) => ({ own, at: onShiftFrom(own, 0, Number.NEGATIVE_INFINITY) }));
  const queue: Ticket[] = []; // the first last
  const taken: Taken[] = [];
  let arrived = 0;
  while (true) {
    const technician = first(free.map(({ at }) => at.instant));
    const who = free[technician];
    if (!who || who.at.instant === Number.POSITIVE_INFINITY) return taken;
    const now = who.at.instant as Instant;
    for (; arrived < tickets.length && (tickets[arrived] as Ticket).arrivedAt <= now; arrived += 1)
      enqueue(queue, tickets[arrived] as Ticket);
    const ticket = queue.pop();
    if (!ticket) {
      const next = tickets[arrived];
      if (!next) return taken;
      who.at = onShiftFrom(who.own, who.at.shift, next.arrivedAt);
      continue;
    }
    const freeAt = (now + ticket.toFree) as Instant;
    taken.push({ ticket, technician, takenAt: now, respondedAt: (now + ticket.toRespond) as Instant, freeAt });
    who.at = onShiftFrom(who.own, who.at.shift, freeAt);
  }
}

function first(instants: readonly number[]): number {
  let least = 0;
  for (let i = 1; i < instants.length; i += 1) if ((instants[i] as number) < (instants[least] as number)) least = i;
  return least;
}

/** The first instant from `at` on that lies in a shift, looking from one of them on. */
function onShiftFrom(shifts: readonly Period[], from: number, at: number): { instant: number; shift: number } {
  for (let shift = from; shift < shifts.length; shift += 1) {
    const own = shifts[shift] as Period;
    if (at < own.until) return { instant: Math.max(at, own.from), shift };
  }
  return { instant: Number.POSITIVE_INFINITY, shift: shifts.length };
}

function enqueue(queue: Ticket[], ticket: Ticket): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle] as Ticket).orderKey > ticket.orderKey) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, ticket);
}
