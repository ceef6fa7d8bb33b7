import type { PlanVersion } from "../clients/agreements.ts";
import type { SlaPolicy } from "../core/sla-clock/targets.ts";

const policies = new WeakMap<PlanVersion, SlaPolicy>();

/** The promises of a plan version, as the clock engine reads them. */
export function slaPolicy(plan: PlanVersion): SlaPolicy {
  let policy = policies.get(plan);
  if (!policy) {
    const { historical, targets, settling } = plan.terms;
    policy = { planCode: plan.code, version: plan.version, historical, targets, settling };
    policies.set(plan, policy);
  }
  return policy;
}
