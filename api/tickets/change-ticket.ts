import { type PlanVersion, planVersion } from "../clients/agreements.ts";
import type { DomainEvent } from "../core/events.ts";
import { queuePlace } from "../core/queue-order.ts";
import { type Act, permit, type Status, type Verb } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { type NewClockFact, recordFacts } from "../sla/record-facts.ts";
import { lockTicket } from "./find-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import type { Ticket } from "./ticket.entity.ts";
import { appendTimeline, appendVersion, type Entry } from "./ticket-history.ts";

/** What a verb did beside setting the ticket's own fields; its facts happened now unless it says when. */
export type Work = { facts?: NewClockFact[]; happenedAt?: Instant; events: DomainEvent[]; entries: Entry[] };

export type TicketRef = { ticketId: string; expectedVersion?: number | null };

const actorOf = (desk: Desk): Act["by"] =>
  desk.viewer.kind === "TECHNICIAN" || desk.viewer.kind === "MANAGER"
    ? "STAFF"
    : desk.viewer.kind === "REQUESTER"
      ? "REQUESTER"
      : "OTHER";

/**
 * What every verb on a ticket has in common: lock the row, compare versions, ask the lifecycle, do the work, read the
 * clocks again, write the new version, then hand the news to the log as the last step.
 */
export async function changeTicket(
  desk: Desk,
  ref: TicketRef,
  verb: Verb,
  act: Partial<Act>,
  work: (
    ticket: Ticket,
    to: Status,
    plan: PlanVersion,
    withoutSteps: boolean,
  ) => Promise<Work | Refusal> | Work | Refusal,
): Promise<Changed | Refusal> {
  const ticket = await lockTicket(desk, ref.ticketId);
  if (!ticket) return refuse("NOT_FOUND", "ticketId", "There is no such ticket.");
  desk.notBefore(ticket.updatedAt);
  if (ref.expectedVersion != null && ref.expectedVersion !== ticket.version)
    return refuse(
      "STALE_VERSION",
      "expectedVersion",
      `The ticket is at version ${ticket.version}, not ${ref.expectedVersion}: read it again.`,
      ticket,
    );
  const plan = await planVersion(desk.em, ticket.planId);
  const allowed = permit(lifecycleOf(ticket, plan), verb, desk.now, {
    by: actorOf(desk),
    reopenDays: plan.terms.reopenDays,
    ...act,
  });
  if (!allowed.ok) return refuse(allowed.code, null, allowed.message, ticket, allowed.missingSteps);

  const before = versionOf(ticket);
  const done = await work(ticket, allowed.to, plan, allowed.withoutSteps);
  if ("kind" in done) {
    desk.em.clear(); // nothing half done may be flushed after a refusal
    return done;
  }
  await settle(desk, ticket, plan, done, before);
  return { kind: "changed", ticket };
}

export const lifecycleOf = (ticket: Ticket, plan: PlanVersion) => ({
  status: ticket.status,
  stepsDone: ticket.steps.filter((s) => s.cycle === ticket.cycle).map((s) => s.step),
  requiredSteps: plan.terms.requiredSteps,
  closedAt: ticket.closedAt,
  coverage: ticket.coverageOutcome,
});

const versionOf = (t: Ticket) => [t.status, t.assigneeId, t.teamId, t.affected, t.priority].join("|");

/** Writes all that follows from a change. Also the end of creating a ticket, where `before` is null. */
export async function settle(
  desk: Desk,
  ticket: Ticket,
  plan: PlanVersion,
  work: Work,
  before: string | null,
): Promise<void> {
  ticket.updatedAt = desk.now;
  if (before !== null) ticket.version += 1;
  const priority = plan.terms.priorities.find((p) => p.code === ticket.priority);
  ticket.priorityRank = priority?.rank ?? 99;
  ticket.priorityName = priority?.name ?? ticket.priority;
  const place = queuePlace({
    number: ticket.number,
    status: ticket.status,
    holder: ticket.assigneeName,
    priority: { code: ticket.priority, name: ticket.priorityName, rank: ticket.priorityRank },
    affected: ticket.affected,
    createdAt: ticket.createdAt,
  });
  ticket.queueKey = place.inQueue ? place.orderKey : null;
  if (work.entries.length > 0) appendTimeline(desk, ticket, work.entries);
  for (const event of work.events)
    desk.record({ ...event, partnerId: ticket.partnerId, ticketVersion: ticket.version });
  if (work.facts?.length) await recordFacts(desk, ticket, work.facts, { happenedAt: work.happenedAt });
  if (before !== versionOf(ticket)) appendVersion(desk, ticket);
}
