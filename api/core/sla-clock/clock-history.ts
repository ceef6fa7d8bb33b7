import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import { type Metric, type PauseReason, type SlaPolicy, type Target, type TargetAmount, targetFor } from "./targets.ts";

/** A stretch during which the clock stands still; `until` null while it lasts. */
export type Stop = {
  readonly from: Instant;
  until: Instant | null;
  /** SATISFIED: between the act that kept the promise and a reopening that continued the clock. */
  readonly reason: PauseReason | "SATISFIED";
  resumesAt: Instant | null;
};

/** The last counted instant (`countedUntil`) and the last instant in time; they differ where an end is rolled to an opening. */
export type Due = { readonly countedUntil: Instant; readonly dueAt: Instant };

/** What became of one clock, folded from the facts: everything that its readings and its segments are computed from. */
export type ClockHistory = {
  readonly metric: Metric;
  readonly cycle: number;
  readonly startedAt: Instant;
  priority: string;
  /** The priorities it has had, each from when on; another plan version is counted through them again. */
  priorities: { readonly from: Instant; readonly priority: string }[];
  target: Target | null;
  /** The plan version whose target it is. */
  policy: SlaPolicy;
  hours: OpenHours;
  /** The amount that makes the due, counted from `anchor`: not always the target's, when a priority change kept the old due. */
  amount: TargetAmount | null;
  anchor: Instant;
  /** In order and disjoint; only the last may still last. */
  readonly stops: Stop[];
  /** A due that was breached: no later edit moves it, and it is remembered even while nothing is promised. */
  held: Due | null;
  /** A change of hours pulls the due no further forward than this. */
  notBefore: Instant | null;
  endedAt: Instant | null;
  ending: "SATISFIED" | "CANCELLED" | "MERGED" | null;
  /** What satisfied it went out by mail, and may still come back. */
  mailed: boolean;
  /** What facts recorded after the seal would have made of it; null: the same, or nothing came later. */
  beside: ClockHistory | null;
};

export function startClock(
  metric: Metric,
  cycle: number,
  startedAt: Instant,
  priority: string,
  policy: SlaPolicy,
  hours: OpenHours,
): ClockHistory {
  const target = targetFor(policy, metric, priority);
  return {
    metric,
    cycle,
    startedAt,
    priority,
    priorities: [{ from: startedAt, priority }],
    target,
    policy,
    hours,
    amount: target?.amount ?? null,
    anchor: startedAt,
    stops: [],
    held: null,
    notBefore: null,
    endedAt: null,
    ending: null,
    mailed: false,
    beside: null,
  };
}

export const openStop = (clock: ClockHistory): Stop | null => {
  const last = clock.stops.at(-1);
  return last && last.until === null ? last : null;
};
