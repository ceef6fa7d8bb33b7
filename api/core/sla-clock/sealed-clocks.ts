import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import type { ClockHistory } from "./clock-history.ts";
import type { ClockFact, Versions } from "./facts.ts";
import { foldFacts } from "./fold-facts.ts";
import type { SlaPolicy } from "./targets.ts";
import { sealOf, verdictOf } from "./verdict.ts";

/**
 * All clocks of a ticket as known at an instant. A fact that happened earlier than it was recorded corrects the clocks
 * that were not sealed by then; a sealed clock stays what it was, with what the fact would have made of it beside it.
 */
export function clocksOf(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  at: Instant,
  versions?: Versions,
): ClockHistory[] {
  const clocks = foldFacts(facts, policy, hours, at, versions);
  const late = facts.filter((f) => f.happenedAt < f.recordedAt && f.recordedAt <= at);
  if (late.length === 0) return clocks;

  const sealed = new Map<string, ClockHistory>();
  for (const arrival of late.sort(byArrival)) {
    const earlier = facts.filter((fact) => byArrival(fact, arrival) < 0);
    for (const clock of foldFacts(earlier, policy, hours, arrival.recordedAt, versions)) {
      const sealsAt = sealOf(clock, policy.settling);
      if (sealsAt !== null && sealsAt <= arrival.recordedAt && !sealed.has(nameOf(clock)))
        sealed.set(nameOf(clock), clock);
    }
  }
  const shown = clocks.map((clock) => {
    const kept = sealed.get(nameOf(clock));
    sealed.delete(nameOf(clock));
    if (kept && differ(kept, clock)) kept.beside = clock;
    return kept ?? clock;
  });
  return [...shown, ...sealed.values()];
}

/** The order in which the desk came to know them. */
const byArrival = (a: ClockFact, b: ClockFact): number => a.recordedAt - b.recordedAt || a.seq - b.seq;

const nameOf = (clock: ClockHistory): string => `${clock.metric} ${clock.cycle}`;

const differ = (a: ClockHistory, b: ClockHistory): boolean => verdictOf(a) !== verdictOf(b) || a.endedAt !== b.endedAt;
