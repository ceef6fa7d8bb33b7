import { isOpen } from "../business-calendar/arithmetic.ts";
import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant, Seconds } from "../time.ts";
import { type ClockHistory, type Due, openStop } from "./clock-history.ts";
import { countedBetween, countsAlways, plain, whenCounted } from "./counted.ts";
import { clockDue } from "./due.ts";
import type { ClockFact, Versions } from "./facts.ts";
import { clocksOf } from "./sealed-clocks.ts";
import type { Metric, PauseReason, SlaPolicy, Target } from "./targets.ts";
import { breachOf, satisfiedAt, sealOf, type Verdict, verdictOf } from "./verdict.ts";

/** Instants at which something must be recorded: at risk from `atRiskAt`, breached one second after due. */
export type Edge = { readonly kind: "AT_RISK" | "BREACH"; readonly at: Instant };

/** What one clock says at one instant. `elapsed` and `remaining` are counted seconds. */
export type ClockReading = {
  readonly metric: Metric;
  readonly cycle: number;
  readonly priority: string;
  /** Null: this priority is promised nothing. */
  readonly target: Target | null;
  /** The plan version whose target it is. */
  readonly policyVersion: number;
  /** The hours it counts by, each version in its own time. */
  readonly hours: OpenHours;
  readonly state: "RUNNING" | "CLOSED_HOURS" | "PAUSED" | "ENDED" | "NO_TARGET";
  /** How it stands, also while paused; once ended, BREACHED or ON_TRACK. */
  readonly standing: "ON_TRACK" | "AT_RISK" | "BREACHED";
  readonly verdict: Verdict | null;
  readonly noDueReason: "NO_TARGET" | "NO_OPERATING_TIME" | null;
  readonly pausedReason: PauseReason | null;
  readonly pausedAt: Instant | null;
  readonly resumesAt: Instant | null;
  readonly startedAt: Instant;
  /** The last instant in time; while paused, as if resumed at the instant of the reading. */
  readonly dueAt: Instant | null;
  readonly atRiskAt: Instant | null;
  readonly satisfiedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** One second after due, once that has passed unkept. */
  readonly breachedAt: Instant | null;
  readonly elapsed: Seconds;
  /** Until due; negative by the lateness once breached; 0 where there is no due. */
  readonly remaining: Seconds;
  /** From when the verdict cannot change any more; null without one, and for a clock that a reopening would continue. */
  readonly sealsAt: Instant | null;
  /** What facts recorded after the seal would have said; they change nothing any more. */
  readonly afterSeal: { readonly verdict: Verdict | null; readonly satisfiedAt: Instant | null } | null;
  /** The first edge after the instant of the reading. */
  readonly nextEdge: Edge | null;
};

/** Every clock that the facts and the policy give rise to, as known and as it stood at an instant, in order of start. */
export const readClocks = (
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  at: Instant,
  versions?: Versions,
): ClockReading[] =>
  clocksOf(facts, policy, hours, at, versions).map((clock) => readHistory(clock, policy.settling, at));

/** One clock of a ticket; null when it has not started by then. */
export const readClock = (
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  metric: Metric,
  cycle: number,
  at: Instant,
  versions?: Versions,
): ClockReading | null =>
  readClocks(facts, policy, hours, at, versions).find((r) => r.metric === metric && r.cycle === cycle) ?? null;

/** Both edges of a clock that runs, those that have passed included; none while it is paused or has ended. */
export function edges(reading: Pick<ClockReading, "state" | "standing" | "atRiskAt" | "dueAt">): Edge[] {
  if (reading.dueAt === null || reading.state === "PAUSED" || reading.state === "ENDED") return [];
  const breach: Edge = { kind: "BREACH", at: (reading.dueAt + 1) as Instant };
  return reading.atRiskAt === null ? [breach] : [{ kind: "AT_RISK", at: reading.atRiskAt }, breach];
}

/** The first edge later than what was last announced. */
export const edgeAfter = (reading: Parameters<typeof edges>[0], announced: Instant): Edge | null =>
  edges(reading).find((edge) => edge.at > announced) ?? null;

export function readHistory(clock: ClockHistory, settling: Seconds, at: Instant): ClockReading {
  const until = clock.endedAt ?? at;
  const due = clockDue(clock, until);
  const stop = openStop(clock);
  const breachedAt = breachOf(clock, at);
  const elapsed = countedBetween(clock, due, clock.startedAt, until);
  const remaining = due === null ? 0 : left(clock, due, until);
  const warning = clock.target?.atRiskBefore ?? 0;
  const atRiskAt = due === null ? null : whenCounted(clock, elapsed + remaining - warning, until);
  const atRisk = clock.endedAt === null && atRiskAt !== null && atRiskAt <= at;
  const reading: Omit<ClockReading, "nextEdge"> = {
    metric: clock.metric,
    cycle: clock.cycle,
    priority: clock.priority,
    target: clock.target,
    policyVersion: clock.policy.version,
    hours: clock.hours,
    state: stateOf(clock, due, at),
    standing: breachedAt !== null ? "BREACHED" : atRisk ? "AT_RISK" : "ON_TRACK",
    verdict: verdictOf(clock),
    noDueReason: due !== null ? null : clock.target === null ? "NO_TARGET" : "NO_OPERATING_TIME",
    pausedReason: stop === null ? null : (stop.reason as PauseReason),
    pausedAt: stop?.from ?? null,
    resumesAt: stop?.resumesAt ?? null,
    startedAt: clock.startedAt,
    dueAt: due?.dueAt ?? null,
    atRiskAt,
    satisfiedAt: satisfiedAt(clock),
    endedAt: clock.endedAt,
    breachedAt,
    elapsed,
    remaining: remaining as Seconds,
    afterSeal: clock.beside && { verdict: verdictOf(clock.beside), satisfiedAt: satisfiedAt(clock.beside) },
    sealsAt: sealOf(clock, settling),
  };
  return { ...reading, nextEdge: edgeAfter(reading, at) };
}

/** Counted time until due; after it, the counted lateness as a negative. */
function left(clock: ClockHistory, due: Due, at: Instant): number {
  if (at <= due.dueAt) return plain(clock, due, at, due.dueAt);
  return 0 - countedBetween(clock, due, due.dueAt, at);
}

function stateOf(clock: ClockHistory, due: Due | null, at: Instant): ClockReading["state"] {
  if (clock.endedAt !== null) return "ENDED";
  if (clock.target === null) return "NO_TARGET";
  if (openStop(clock) !== null) return "PAUSED";
  if (!countsAlways(clock)) return isOpen(clock.hours, at) ? "RUNNING" : "CLOSED_HOURS";
  return due !== null && due.countedUntil <= at && at < due.dueAt ? "CLOSED_HOURS" : "RUNNING";
}
