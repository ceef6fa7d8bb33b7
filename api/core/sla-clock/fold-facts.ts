import { changeHours, type OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import { applyHours, applyPolicy, changePriority } from "./amend-clock.ts";
import type { ClockHistory } from "./clock-history.ts";
import { type ClockFact, knownBy, takesEffect, type Versions } from "./facts.ts";
import { type SlaPolicy, targetFor } from "./targets.ts";
import {
  endAll,
  lapse,
  newTicket,
  open,
  reopen,
  rest,
  satisfy,
  standStill,
  start,
  startNextResponse,
  type Ticket,
  wait,
} from "./ticket-clocks.ts";

/** Reads a ticket's facts, as known at an instant, into the histories of all its clocks, in order of their start. */
export function foldFacts(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  at: Instant,
  versions?: Versions,
): ClockHistory[] {
  const ticket = newTicket(policy, hours);
  const known = knownBy(facts, at);
  const cameBack = new Set(known.flatMap((fact) => (fact.kind === "RESPONSE_WITHDRAWN" ? [fact.message] : [])));
  for (const fact of known) {
    if (fact.kind === "PUBLIC_REPLY" && fact.message !== undefined && cameBack.has(fact.message)) continue;
    const then = takesEffect(fact);
    lapse(ticket, then);
    apply(ticket, fact, then, versions);
    for (const clock of open(ticket)) standStill(clock, ticket.waiting, then);
  }
  lapse(ticket, at);
  return ticket.clocks;
}

function apply(ticket: Ticket, fact: ClockFact, at: Instant, versions: Versions | undefined): void {
  switch (fact.kind) {
    case "CREATED":
      ticket.priority = fact.priority;
      if (fact.hours) ticket.hours = named(versions).hours(fact.hours);
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
      ticket.unanswered = false;
      satisfy(ticket, at, ["PUBLIC_REPLY"], fact.mailed === true);
      return;
    case "RESPONSE_WITHDRAWN":
      return; // what it takes back was left out above
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
      endAll(ticket, at, fact.kind);
      return;
    case "REOPENED":
      reopen(ticket, at);
      return;
    case "POLICY_APPLIED":
      ticket.policy = named(versions).policy(fact.policy);
      for (const clock of open(ticket)) applyPolicy(clock, at, ticket.policy);
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
