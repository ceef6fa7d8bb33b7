import { segments } from "../core/sla-clock/segments.ts";
import type { Target as CoreTarget } from "../core/sla-clock/targets.ts";
import { TIME_ZONE_DATA } from "./clock-cache.ts";
import type { ClockOf } from "./read-clocks-of.ts";
import type { ClockSegment, Target } from "./sla.graphql.ts";

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
export const showClock = (clock: ClockOf) => {
  const { stored, reading, asOf, sealed } = clock;
  return {
    of: clock,
    id: stored.id,
    metric: reading.metric,
    cycle: reading.cycle,
    commitment: stored.commitment,
    target: reading.target && showTarget(reading.target),
    state: sealed ? "ENDED" : reading.state,
    pausedReason: reading.pausedReason,
    pausedAt: reading.pausedAt,
    resumesAt: reading.resumesAt,
    noDueReason: reading.noDueReason,
    startedAt: reading.startedAt,
    asOf,
    timeZone: reading.hours.timeZone,
    afterSeal: reading.afterSeal && { ...reading.afterSeal },
    ...(sealed ? asSealed(stored) : asRead(clock)),
  };
};

/** What a verdict was when it was sealed. */
const asSealed = (stored: ClockOf["stored"]) => ({
  standing: stored.breachedAt === null ? "ON_TRACK" : "BREACHED",
  verdict: stored.verdict,
  sealedAt: stored.sealedAt,
  dueAt: stored.dueAt,
  atRiskAt: stored.atRiskAt,
  satisfiedAt: stored.satisfiedAt,
  breachedAt: stored.breachedAt,
  endedAt: stored.endedAt,
  elapsedSeconds: stored.elapsedSeconds ?? 0,
  remainingSeconds: stored.remainingSeconds,
  policyVersion: stored.policyVersion,
  calendarVersion: stored.calendarVersion,
  timeZoneData: stored.timeZoneData,
});

const asRead = ({ reading }: ClockOf): ReturnType<typeof asSealed> => ({
  standing: reading.standing,
  verdict: reading.verdict,
  sealedAt: null,
  dueAt: reading.dueAt,
  atRiskAt: reading.atRiskAt,
  satisfiedAt: reading.satisfiedAt,
  breachedAt: reading.breachedAt,
  endedAt: reading.endedAt,
  elapsedSeconds: reading.elapsed,
  remainingSeconds: reading.dueAt === null ? null : reading.remaining,
  policyVersion: reading.policyVersion,
  calendarVersion: reading.hours.version,
  timeZoneData: TIME_ZONE_DATA,
});

export const segmentsOf = ({ facts, terms, reading, asOf }: ClockOf): ClockSegment[] =>
  segments(facts, terms.policy, terms.hours, reading.metric, reading.cycle, asOf, terms.versions).map((s) => ({
    ...s,
  }));
