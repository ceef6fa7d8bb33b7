import type { Seconds } from "../time.ts";

export type Metric = "FIRST_RESPONSE" | "NEXT_RESPONSE" | "RESOLUTION";
export type PauseReason = "REQUESTER" | "MANUFACTURER" | "PARTS" | "INTERNAL" | "APPOINTMENT";

/**
 * How much is promised, and how it is counted: seconds of operating time; seconds of any time, the end rolled to the
 * next opening; or operating days, the same wall time that many days on.
 */
export type TargetAmount =
  | { readonly kind: "OPERATING_TIME" | "ELAPSED"; readonly seconds: Seconds }
  | { readonly kind: "OPERATING_DAYS"; readonly days: number };

/** One promise to a priority. */
export type Target = {
  readonly metric: Metric;
  readonly priority: string;
  readonly amount: TargetAmount;
  /** Promised to the client, or to ourselves. */
  readonly commitment: "CONTRACTUAL" | "INTERNAL";
  /** The act that keeps the promise. Closing keeps any, and resolving keeps a response. */
  readonly satisfiedBy: "PUBLIC_REPLY" | "RESOLVED" | "CLOSED";
  /** Waiting on these, the clock stands still. */
  readonly pausesOn: readonly PauseReason[];
  /** At risk once no more counted time than this is left. */
  readonly atRiskBefore: Seconds;
  readonly onPriorityChange: "EARLIER_OF_OLD_AND_NEW" | "FROM_THE_START";
  readonly onReopen: "NEW_CYCLE" | "CONTINUE";
  /** With CONTINUE: does the time between satisfied and reopened count? Absent: no. */
  readonly countsWhileSatisfied?: boolean;
};

/** All promises of one plan version. */
export type SlaPolicy = {
  readonly planCode: string;
  readonly version: number;
  /** Imported from the past: the only kind of policy whose targets may be zero. */
  readonly historical: boolean;
  readonly targets: readonly Target[];
  /** How long after due a fact that happened in time may still arrive. */
  readonly settling: Seconds;
};

export const targetFor = (policy: SlaPolicy, metric: Metric, priority: string): Target | null =>
  policy.targets.find((target) => target.metric === metric && target.priority === priority) ?? null;

/** Does the policy promise this at all, to any priority? */
export const promises = (policy: SlaPolicy, metric: Metric): boolean =>
  policy.targets.some((target) => target.metric === metric);
