import type { SlaPolicy, Target } from "./targets.ts";

const MINUTE = 60;
const YEAR = 366 * 86_400;
const YEAR_OF_DAYS = 366;

export type PolicyFault = { readonly field: string; readonly message: string };

/** Everything that keeps a policy from being published, by field; an empty list is a sound policy. */
export function policyFaults(policy: SlaPolicy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (policy.settling < 0) faults.push({ field: "settling", message: "is below zero" });
  const seen = new Set<string>();
  policy.targets.forEach((target, i) => {
    const fault = (field: string, message: string) => faults.push({ field: `targets.${i}.${field}`, message });
    const name = `${target.metric} ${target.priority}`;
    if (seen.has(name)) fault("priority", `has a second ${target.metric} target for ${target.priority}`);
    seen.add(name);
    const amount = amountFault(target, policy.historical);
    if (amount) fault(target.amount.kind === "OPERATING_DAYS" ? "amount.days" : "amount.seconds", amount);
    if (!Number.isInteger(target.atRiskBefore) || target.atRiskBefore < 0)
      fault("atRiskBefore", "is not a whole number of seconds from 0");
    if ((target.satisfiedBy === "PUBLIC_REPLY") !== (target.metric !== "RESOLUTION"))
      fault("satisfiedBy", `${target.satisfiedBy} cannot keep a ${target.metric} target`);
  });
  return faults;
}

function amountFault({ amount }: Target, historical: boolean): string | null {
  if (amount.kind === "OPERATING_DAYS") {
    if (!Number.isInteger(amount.days) || amount.days < 1) return "is not a whole number of days from 1";
    return amount.days > YEAR_OF_DAYS ? "is longer than a year" : null;
  }
  if (!Number.isInteger(amount.seconds) || amount.seconds < 0) return "is not a whole number of seconds from 0";
  if (amount.seconds === 0) return historical ? null : "is zero, which only a historical policy may promise";
  if (amount.seconds < MINUTE && !historical) return "is shorter than a minute";
  return amount.seconds > YEAR ? "is longer than a year" : null;
}
