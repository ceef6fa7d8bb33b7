import { changeHours, type OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import { applyHours, applyTarget, changePriority } from "./amend-clock.ts";
import { type ClockHistory, openStop, startClock } from "./clock-history.ts";
import { type ClockFact, knownBy, takesEffect, type Versions } from "./facts.ts";
import { type Metric, type PauseReason, promises, type SlaPolicy, targetFor } from "./targets.ts";

type Waiting = { reason: PauseReason; resumesAt: Instant | null };

/** One ticket as its clocks see it, while its facts are read in order. */
type Ticket = {
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

/** Reads a ticket's facts, as known at an instant, into the histories of all its clocks, in order of their start. */
export function foldFacts(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  at: Instant,
  versions?: Versions,
): ClockHistory[] {
  const ticket: Ticket = { policy, hours, priority: "", clocks: [], waiting: [], atRest: false, unanswered: false };
  for (const fact of knownBy(facts, at)) {
    apply(ticket, fact, takesEffect(fact), versions);
    for (const clock of ticket.clocks) if (clock.endedAt === null) standStill(clock, ticket.waiting, takesEffect(fact));
  }
  return ticket.clocks;
}

function apply(ticket: Ticket, fact: ClockFact, at: Instant, versions: Versions | undefined): void {
  switch (fact.kind) {
    case "CREATED":
      ticket.priority = fact.priority;
      start(ticket, "FIRST_RESPONSE", at);
      start(ticket, "RESOLUTION", at);
      return;
    case "PRIORITY_CHANGED":
      ticket.priority = fact.priority;
      for (const clock of open(ticket))
        changePriority(clock, at, fact.priority, targetFor(ticket.policy, clock.metric, fact.priority));
      return;
    case "PAUSED":
      wait(ticket, { reason: fact.reason, resumesAt: fact.resumesAt ?? null }, fact.alongside === true);
      return;
    case "RESUMED":
      ticket.waiting = fact.reason === undefined ? [] : ticket.waiting.filter(({ reason }) => reason !== fact.reason);
      return;
    case "PUBLIC_REPLY":
      satisfy(ticket, at, ["PUBLIC_REPLY"]);
      return;
    case "REQUESTER_MESSAGE":
      if (ticket.atRest) ticket.unanswered = true;
      else startNextResponse(ticket, at);
      return;
    case "RESOLVED":
      rest(ticket);
      satisfy(ticket, at, ["PUBLIC_REPLY", "RESOLVED"]);
      return;
    case "CLOSED":
      rest(ticket);
      satisfy(ticket, at, ["PUBLIC_REPLY", "RESOLVED", "CLOSED"]);
      return;
    case "CANCELLED":
    case "MERGED":
      rest(ticket);
      for (const clock of open(ticket)) end(clock, at, fact.kind);
      return;
    case "REOPENED":
      reopen(ticket, at);
      return;
    case "POLICY_APPLIED":
      ticket.policy = named(versions).policy(fact.policy);
      for (const clock of open(ticket)) applyTarget(clock, at, targetFor(ticket.policy, clock.metric, ticket.priority));
      return;
    case "CALENDAR_APPLIED": {
      const later = named(versions).hours(fact.calendar);
      ticket.hours = changeHours(ticket.hours, later, fact.happenedAt);
      for (const clock of open(ticket)) applyHours(clock, later, fact.happenedAt, fact.recordedAt);
      return;
    }
    default:
      fact satisfies never;
  }
}

function named(versions: Versions | undefined): Versions {
  if (!versions) throw new Error("a fact names another version, and nothing was given to find it by");
  return versions;
}

const open = (ticket: Ticket) => ticket.clocks.filter((clock) => clock.endedAt === null);
const latest = (ticket: Ticket, metric: Metric) => ticket.clocks.findLast((clock) => clock.metric === metric);

function start(ticket: Ticket, metric: Metric, at: Instant): void {
  if (!promises(ticket.policy, metric)) return;
  const cycle = (latest(ticket, metric)?.cycle ?? 0) + 1;
  const target = targetFor(ticket.policy, metric, ticket.priority);
  ticket.clocks.push(startClock(metric, cycle, at, ticket.priority, target, ticket.hours));
}

/** A requester waits for the next answer from the first message on; while the first answer is owed, that is the promise. */
function startNextResponse(ticket: Ticket, at: Instant): void {
  const owed = open(ticket).some(
    ({ metric, target }) => metric === "NEXT_RESPONSE" || (metric === "FIRST_RESPONSE" && target !== null),
  );
  if (!owed) start(ticket, "NEXT_RESPONSE", at);
}

function wait(ticket: Ticket, waiting: Waiting, alongside: boolean): void {
  const others = alongside ? ticket.waiting.filter(({ reason }) => reason !== waiting.reason) : [];
  ticket.waiting = [...others, waiting];
}

function rest(ticket: Ticket): void {
  ticket.waiting = [];
  ticket.atRest = true;
}

function satisfy(ticket: Ticket, at: Instant, acts: readonly string[]): void {
  for (const clock of open(ticket)) {
    const satisfiedBy = clock.target?.satisfiedBy ?? (clock.metric === "RESOLUTION" ? "RESOLVED" : "PUBLIC_REPLY");
    if (acts.includes(satisfiedBy)) end(clock, at, "SATISFIED");
  }
}

function end(clock: ClockHistory, at: Instant, ending: NonNullable<ClockHistory["ending"]>): void {
  const stop = openStop(clock);
  if (stop) stop.until = at;
  clock.endedAt = at;
  clock.ending = ending;
}

function reopen(ticket: Ticket, at: Instant): void {
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
  if (clock.priority !== ticket.priority)
    changePriority(clock, at, ticket.priority, targetFor(ticket.policy, clock.metric, ticket.priority));
}

/** A clock stands still while the ticket waits on something that its target pauses on. */
function standStill(clock: ClockHistory, waiting: readonly Waiting[], at: Instant): void {
  const on = waiting.find(({ reason }) => clock.target?.pausesOn.includes(reason)) ?? null;
  const stop = openStop(clock);
  if (stop && stop.reason === on?.reason) {
    stop.resumesAt = on.resumesAt;
    return;
  }
  if (stop) stop.until = at;
  if (on) clock.stops.push({ from: at, until: null, reason: on.reason, resumesAt: on.resumesAt });
}
