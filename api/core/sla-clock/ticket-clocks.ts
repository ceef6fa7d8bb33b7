import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import { applyPolicy, changePriority, takeUpHours } from "./amend-clock.ts";
import { type ClockHistory, openStop, startClock } from "./clock-history.ts";
import { type Metric, type PauseReason, promises, type SlaPolicy, targetFor } from "./targets.ts";

type Waiting = { reason: PauseReason; resumesAt: Instant | null };

/** One ticket as its clocks see it, while its facts are read in order. */
export type Ticket = {
  policy: SlaPolicy;
  hours: OpenHours;
  priority: string;
  readonly clocks: ClockHistory[];
  waiting: Waiting[];
  /** Resolved, closed, cancelled or merged, and not reopened. */
  atRest: boolean;
  /** A requester wrote while the ticket was at rest. */
  unanswered: boolean;
};

export const newTicket = (policy: SlaPolicy, hours: OpenHours): Ticket => ({
  policy,
  hours,
  priority: "",
  clocks: [],
  waiting: [],
  atRest: false,
  unanswered: false,
});

export const open = (ticket: Ticket) => ticket.clocks.filter((clock) => clock.endedAt === null);
const latest = (ticket: Ticket, metric: Metric) => ticket.clocks.findLast((clock) => clock.metric === metric);

export function start(ticket: Ticket, metric: Metric, at: Instant): void {
  if (!promises(ticket.policy, metric)) return;
  const cycle = (latest(ticket, metric)?.cycle ?? 0) + 1;
  ticket.clocks.push(startClock(metric, cycle, at, ticket.priority, ticket.policy, ticket.hours));
}

/** A requester waits for the next answer from the first message on; while the first answer is owed, that is the promise. */
export function startNextResponse(ticket: Ticket, at: Instant): void {
  const owed = open(ticket).some(
    ({ metric, target }) => metric === "NEXT_RESPONSE" || (metric === "FIRST_RESPONSE" && target !== null),
  );
  if (!owed) start(ticket, "NEXT_RESPONSE", at);
}

export function wait(ticket: Ticket, waiting: Waiting, alongside: boolean): void {
  const others = alongside ? ticket.waiting.filter(({ reason }) => reason !== waiting.reason) : [];
  ticket.waiting = [...others, waiting];
}

export function rest(ticket: Ticket): void {
  ticket.waiting = [];
  ticket.atRest = true;
}

/** `mailed`: the act may still come back undelivered. */
export function satisfy(ticket: Ticket, at: Instant, acts: readonly string[], mailed = false): void {
  for (const clock of open(ticket)) {
    const satisfiedBy = clock.target?.satisfiedBy ?? (clock.metric === "RESOLUTION" ? "RESOLVED" : "PUBLIC_REPLY");
    if (!acts.includes(satisfiedBy)) continue;
    end(clock, at, "SATISFIED");
    clock.mailed = mailed;
  }
}

export function endAll(ticket: Ticket, at: Instant, ending: "CANCELLED" | "MERGED"): void {
  for (const clock of open(ticket)) end(clock, at, ending);
}

function end(clock: ClockHistory, at: Instant, ending: NonNullable<ClockHistory["ending"]>): void {
  const stop = openStop(clock);
  if (stop) stop.until = at;
  clock.endedAt = at;
  clock.ending = ending;
}

export function reopen(ticket: Ticket, at: Instant): void {
  ticket.atRest = false;
  const resolution = latest(ticket, "RESOLUTION");
  if (resolution?.ending === "SATISFIED") {
    if (resolution.target?.onReopen === "CONTINUE") goOn(resolution, at, ticket);
    else start(ticket, "RESOLUTION", at);
  }
  if (ticket.unanswered) startNextResponse(ticket, at);
  ticket.unanswered = false;
}

function goOn(clock: ClockHistory, at: Instant, ticket: Ticket): void {
  if (clock.endedAt !== null && clock.target?.countsWhileSatisfied !== true)
    clock.stops.push({ from: clock.endedAt, until: at, reason: "SATISFIED", resumesAt: null });
  clock.endedAt = null;
  clock.ending = null;
  clock.mailed = false;
  if (clock.hours !== ticket.hours) takeUpHours(clock, ticket.hours, at);
  if (clock.policy !== ticket.policy) applyPolicy(clock, at, ticket.policy);
  if (clock.priority !== ticket.priority)
    changePriority(clock, at, ticket.priority, targetFor(ticket.policy, clock.metric, ticket.priority));
}

/**
 * What waited until an instant that has come is over from that instant on, whether or not the desk has said so yet: a
 * worker that comes late makes no clock stand still longer.
 */
export function lapse(ticket: Ticket, at: Instant): void {
  for (;;) {
    const ends = ticket.waiting.flatMap(({ resumesAt }) => (resumesAt !== null && resumesAt <= at ? [resumesAt] : []));
    if (ends.length === 0) return;
    const end = Math.min(...ends) as Instant;
    ticket.waiting = ticket.waiting.filter(({ resumesAt }) => resumesAt !== end);
    for (const clock of open(ticket)) standStill(clock, ticket.waiting, end);
  }
}

/** A clock stands still while the ticket waits on something that its target pauses on. */
export function standStill(clock: ClockHistory, waiting: readonly Waiting[], at: Instant): void {
  const on = waiting.find(({ reason }) => clock.target?.pausesOn.includes(reason)) ?? null;
  const stop = openStop(clock);
  if (stop && stop.reason === on?.reason) {
    stop.resumesAt = on.resumesAt;
    return;
  }
  if (stop) stop.until = at;
  if (on) clock.stops.push({ from: at, until: null, reason: on.reason, resumesAt: on.resumesAt });
}
