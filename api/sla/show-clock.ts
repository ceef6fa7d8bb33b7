import { segments } from "../core/sla-clock/segments.ts";
import type { Target as CoreTarget } from "../core/sla-clock/targets.ts";
import type { ClockOf } from "./read-clocks-of.ts";
import type { ClockSegment, SlaClock, Target } from "./sla.graphql.ts";

/** A target as the API shows it. */
export const showTarget = (target: CoreTarget): Target => ({
  metric: target.metric,
  priority: target.priority,
  kind: target.amount.kind,
  amountSeconds: target.amount.kind === "OPERATING_DAYS" ? null : target.amount.seconds,
  amountDays: target.amount.kind === "OPERATING_DAYS" ? target.amount.days : null,
  commitment: target.commitment,
  satisfiedBy: target.satisfiedBy,
  pausesOn: [...target.pausesOn],
  atRiskBeforeSeconds: target.atRiskBefore,
  onPriorityChange: target.onPriorityChange,
  onReopen: target.onReopen,
  countsWhileSatisfied: target.countsWhileSatisfied ?? false,
});

/** A clock as the API shows it; its segments are computed when they are asked for. */
export const showClock = (clock: ClockOf): Omit<SlaClock, "segments"> & { of: ClockOf } => {
  const { stored, reading, asOf } = clock;
  return {
    of: clock,
    id: stored.id,
    metric: reading.metric,
    cycle: reading.cycle,
    commitment: stored.commitment,
    target: reading.target && showTarget(reading.target),
    state: reading.state,
    standing: reading.standing,
    verdict: reading.verdict,
    sealedAt: stored.sealedAt,
    pausedReason: reading.pausedReason,
    pausedAt: reading.pausedAt,
    resumesAt: reading.resumesAt,
    noDueReason: reading.noDueReason,
    startedAt: reading.startedAt,
    dueAt: reading.dueAt,
    atRiskAt: reading.atRiskAt,
    satisfiedAt: reading.satisfiedAt,
    breachedAt: reading.breachedAt,
    endedAt: reading.endedAt,
    elapsedSeconds: reading.elapsed,
    remainingSeconds: reading.dueAt === null ? null : reading.remaining,
    asOf,
    timeZone: reading.hours.timeZone,
    policyVersion: reading.policyVersion,
    calendarVersion: reading.hours.version,
    timeZoneData: stored.timeZoneData,
  };
};

export const segmentsOf = ({ facts, terms, reading, asOf }: ClockOf): ClockSegment[] =>
  segments(facts, terms.policy, terms.hours, reading.metric, reading.cycle, asOf, terms.versions).map((s) => ({
    ...s,
  }));
