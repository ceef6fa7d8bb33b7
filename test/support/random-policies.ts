import fc from "fast-check";
import type { PauseReason, SlaPolicy, Target } from "../../api/core/sla-clock/targets.ts";
import { hours, minutes } from "../../api/core/time.ts";
import { oneBusinessDay, policy, resolution, target } from "../conformance/pure/examples.ts";

const pausesOn: PauseReason[] = ["REQUESTER", "APPOINTMENT"];

const promises = (change: Partial<Target>): SlaPolicy =>
  policy(
    target({ ...change, pausesOn }),
    { ...oneBusinessDay("S"), ...change, pausesOn },
    target({ metric: "NEXT_RESPONSE", ...change }),
    resolution(hours(6), { ...change, pausesOn }),
    resolution(hours(20), { ...change, priority: "S", pausesOn, amount: { kind: "ELAPSED", seconds: hours(30) } }),
  );

/** Policies with every kind of target, and both answers to every question that a policy may answer. */
export const randomPolicies: fc.Arbitrary<SlaPolicy> = fc
  .record({
    onReopen: fc.constantFrom("NEW_CYCLE" as const, "CONTINUE" as const),
    onPriorityChange: fc.constantFrom("EARLIER_OF_OLD_AND_NEW" as const, "FROM_THE_START" as const),
    countsWhileSatisfied: fc.boolean(),
    atRiskBefore: fc.constantFrom(minutes(15), minutes(90)),
  })
  .map(promises);
