import type { CoverageTerms } from "./coverage-policy/terms.ts";
import type { Target } from "./sla-clock/targets.ts";
import type { Step } from "./ticket-lifecycle.ts";
import type { Seconds } from "./time.ts";
import type { PriorityDefinition } from "./urgency.ts";

/** All that a plan promises and asks: the policy data of the desk. One published version never changes. */
export type PlanTerms = {
  readonly priorities: readonly PriorityDefinition[];
  /** True: whoever opens a ticket states its priority (imported desks). False: it is derived from the two facts. */
  readonly statedPriorities: boolean;
  /** A policy of the past, for imported desks: the only kind whose targets may be zero. */
  readonly historical: boolean;
  readonly requiredSteps: readonly Step[];
  /** Days after closing in which a technician may reopen; null: no limit. */
  readonly reopenDays: number | null;
  /** How long after due a fact that happened in time may still arrive. */
  readonly settling: Seconds;
  readonly targets: readonly Target[];
  readonly coverage: CoverageTerms;
};
