import { changeHours, type OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import type { ClockHistory } from "./clock-history.ts";
import { clockDue, dueOf } from "./due.ts";
import { type SlaPolicy, type Target, targetFor } from "./targets.ts";

/** A priority change at an instant, by the rule of the target it leads to. */
export function changePriority(clock: ClockHistory, at: Instant, priority: string, target: Target | null): void {
  const old = clock.target;
  clock.priority = priority;
  clock.priorities.push({ from: at, priority });
  if (target === null || old === null) {
    startAnew(clock, at, target);
    return;
  }
  if (target.onPriorityChange === "FROM_THE_START") {
    recount(clock, target);
    return;
  }
  clock.target = target;
  const due = clockDue(clock, at);
  if (due !== null && due.dueAt < at) {
    clock.held = due; // a breach that happened stays
    return;
  }
  const fromStart = (t: Target) =>
    dueOf(clock.hours, t.amount, clock.startedAt, [], at)?.dueAt ?? Number.POSITIVE_INFINITY;
  const raised = fromStart(target) < fromStart(old);
  // raised: the new amount from now; lowered: from the start. Whichever is in the client's favour, never silently late
  const anchor = raised ? at : clock.startedAt;
  const next = dueOf(clock.hours, target.amount, anchor, clock.stops, at)?.dueAt ?? Number.POSITIVE_INFINITY;
  const present = due?.dueAt ?? Number.POSITIVE_INFINITY;
  if (raised ? next < present : next > present) {
    clock.anchor = anchor;
    clock.amount = target.amount;
    clock.notBefore = null;
  }
}

/** From no target to one, or to none: the old deadline does not linger, and a new promise begins when it is made. */
function startAnew(clock: ClockHistory, at: Instant, target: Target | null): void {
  if (target?.onPriorityChange === "FROM_THE_START") {
    recount(clock, target);
    return;
  }
  const due = clockDue(clock, at);
  if (due !== null && due.dueAt < at) clock.held = due;
  clock.target = target;
  clock.amount = target?.amount ?? null;
  clock.anchor = at;
  clock.notBefore = null;
}

function recount(clock: ClockHistory, target: Target): void {
  clock.target = target;
  clock.amount = target.amount;
  clock.anchor = clock.startedAt;
  clock.held = null;
  clock.notBefore = null;
}

/**
 * Another plan version for a clock: due as if it had held from the start, with the priorities raised and lowered when
 * they were. Where it promises the same as before, nothing moves. A breach that happened stays.
 */
export function applyPolicy(clock: ClockHistory, at: Instant, policy: SlaPolicy): void {
  const before = clock.policy;
  const target = targetFor(policy, clock.metric, clock.priority);
  clock.policy = policy;
  if (target === null || clock.target === null) {
    startAnew(clock, at, target);
    clock.priorities = [{ from: clock.anchor, priority: clock.priority }];
    return;
  }
  clock.target = target;
  const due = clockDue(clock, at);
  if (due !== null && due.dueAt < at) clock.held = due;
  else if (
    clock.priorities.some(({ priority }) => promised(clock, policy, priority) !== promised(clock, before, priority))
  )
    countAgain(clock, policy);
}

/** What makes a due, as text to compare. */
function promised({ metric }: ClockHistory, policy: SlaPolicy, priority: string): string {
  const target = targetFor(policy, metric, priority);
  return JSON.stringify(target && [target.amount, target.onPriorityChange]);
}

function countAgain(clock: ClockHistory, policy: SlaPolicy): void {
  const targetOf = (priority: string) => targetFor(policy, clock.metric, priority);
  const [first, ...changes] = clock.priorities as [{ from: Instant; priority: string }];
  clock.priorities = [first];
  clock.priority = first.priority;
  clock.target = targetOf(first.priority);
  clock.amount = clock.target?.amount ?? null;
  clock.anchor = first.from;
  clock.notBefore = null;
  for (const { from, priority } of changes) changePriority(clock, from, priority, targetOf(priority));
}

/** Other hours from `from` on, known since `announced`: moves the due of an open clock, never into the past. */
export const applyHours = (clock: ClockHistory, later: OpenHours, from: Instant, announced: Instant): void =>
  countBy(clock, changeHours(clock.hours, later, from), announced, Math.max(from, announced) as Instant);

/** A clock goes on after a rest: by the hours of its ticket, which may have changed meanwhile. */
export const takeUpHours = (clock: ClockHistory, hours: OpenHours, at: Instant): void => countBy(clock, hours, at, at);

function countBy(clock: ClockHistory, hours: OpenHours, announced: Instant, change: Instant): void {
  const before = clockDue(clock, announced);
  if (before !== null && before.dueAt < announced) clock.held = before;
  clock.hours = hours;
  const after = clockDue(clock, announced);
  if (before !== null && after !== null && after.dueAt < before.dueAt)
    clock.notBefore = Math.min(before.dueAt, change) as Instant;
}
