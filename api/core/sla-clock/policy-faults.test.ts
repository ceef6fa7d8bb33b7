import { expect, test } from "vitest";
import { hours, minutes, type Seconds } from "../time.ts";
import { policyFaults } from "./policy-faults.ts";
import type { SlaPolicy, Target, TargetAmount } from "./targets.ts";

const target = (change: Partial<Target> = {}): Target => ({
  metric: "FIRST_RESPONSE",
  priority: "URGENT",
  amount: { kind: "OPERATING_TIME", seconds: hours(1) },
  commitment: "CONTRACTUAL",
  satisfiedBy: "PUBLIC_REPLY",
  pausesOn: [],
  atRiskBefore: minutes(15),
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
  ...change,
});
const policy = (targets: Target[], historical = false): SlaPolicy => ({
  planCode: "P",
  version: 1,
  historical,
  targets,
  settling: minutes(30),
});
const time = (seconds: number): TargetAmount => ({ kind: "OPERATING_TIME", seconds: seconds as Seconds });
const fields = (p: SlaPolicy) => policyFaults(p).map((fault) => fault.field);

test.each<[name: string, amount: TargetAmount]>([
  ["a minute", time(60)],
  ["an hour", time(3600)],
  ["one business day", { kind: "OPERATING_DAYS", days: 1 }],
])("%s may be promised", (_name, amount) => expect(policyFaults(policy([target({ amount })]))).toEqual([]));

test.each<[name: string, change: Partial<Target>, field: string]>([
  ["zero", { amount: time(0) }, "amount.seconds"],
  ["less than a minute", { amount: time(59) }, "amount.seconds"],
  ["more than a year", { amount: time(367 * 86_400) }, "amount.seconds"],
  ["half a second", { amount: time(90.5) }, "amount.seconds"],
  ["no days", { amount: { kind: "OPERATING_DAYS", days: 0 } }, "amount.days"],
  ["a resolution that a reply would keep", { metric: "RESOLUTION" }, "satisfiedBy"],
  ["a warning below zero", { atRiskBefore: -1 as Seconds }, "atRiskBefore"],
])("refused by field: %s", (_name, change, field) =>
  expect(fields(policy([target(change)]))).toEqual([`targets.0.${field}`]),
);

test("zero is allowed in a policy of the past", () => {
  expect(policyFaults(policy([target({ amount: time(0) })], true))).toEqual([]);
});

test("one priority is promised one thing once", () => {
  expect(fields(policy([target(), target()]))).toEqual(["targets.1.priority"]);
});
