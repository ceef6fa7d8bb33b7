import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import type { ClockHistory } from "./clock-history.ts";
import { type ClockFact, takesEffect, type Versions } from "./facts.ts";
import { foldFacts } from "./fold-facts.ts";
import type { SlaPolicy } from "./targets.ts";
import { sealOf, verdictOf } from "./verdict.ts";

/**
 * All clocks of a ticket as known at an instant. A fact that happened earlier than it came to be known corrects the
 * clocks that were not sealed by then; a sealed clock stays what it was, with what the fact would have made of it beside it.
 */
export function clocksOf(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  at: Instant,
  versions?: Versions,
): ClockHistory[] {
  const clocks = foldFacts(facts, policy, hours, at, versions);
  const sealed = new Map<string, ClockHistory>();
  for (const { earlier, arrivedAt } of lateArrivals(facts, at))
    for (const clock of foldFacts(earlier, policy, hours, arrivedAt, versions)) {
      const sealsAt = sealOf(clock, policy.settling);
      if (sealsAt !== null && sealsAt <= arrivedAt && !sealed.has(nameOf(clock))) sealed.set(nameOf(clock), clock);
    }
  if (sealed.size === 0) return clocks;

  const shown = clocks.map((clock) => {
    const kept = sealed.get(nameOf(clock));
    sealed.delete(nameOf(clock));
    if (kept && differ(kept, clock)) kept.beside = clock;
    return kept ?? clock;
  });
  return [...shown, ...sealed.values()];
}

type Arrival = { readonly earlier: readonly ClockFact[]; readonly arrivedAt: Instant };

/**
 * Facts that came to be known later than they took effect, each with what was known before it. `seq` is the order of
 * arrival: an edit that is applied page by page is dated at its act, and may reach a ticket behind what was recorded
 * meanwhile.
 */
function lateArrivals(facts: readonly ClockFact[], at: Instant): Arrival[] {
  if (facts.every((fact, i) => isPunctual(fact, facts[i - 1]))) return [];
  const known = facts.filter((fact) => fact.recordedAt <= at).sort((a, b) => a.seq - b.seq);
  const late: Arrival[] = [];
  let arrivedAt = Number.NEGATIVE_INFINITY as Instant;
  known.forEach((fact, i) => {
    arrivedAt = Math.max(arrivedAt, fact.recordedAt) as Instant;
    if (takesEffect(fact) < arrivedAt) late.push({ earlier: known.slice(0, i), arrivedAt });
  });
  return late;
}

/** Known when it took effect, and behind all that was known before: so it is with almost every fact of every ticket. */
const isPunctual = (fact: ClockFact, before: ClockFact | undefined): boolean =>
  takesEffect(fact) >= fact.recordedAt &&
  (before === undefined || (before.seq < fact.seq && before.recordedAt <= fact.recordedAt));

const nameOf = (clock: ClockHistory): string => `${clock.metric} ${clock.cycle}`;

const differ = (a: ClockHistory, b: ClockHistory): boolean => verdictOf(a) !== verdictOf(b) || a.endedAt !== b.endedAt;
