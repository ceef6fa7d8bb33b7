import type { CalendarDefinition } from "../business-calendar/calendar.ts";
import { hoursFor, type OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant } from "../time.ts";
import type { ClockFact, Versions } from "./facts.ts";
import { type ClockReading, readClock } from "./read-clock.ts";
import type { SlaPolicy } from "./targets.ts";

/** When a clock would be due if one thing were otherwise; `dueAt` null where it would have no due, or not be. */
export type Alternative = { readonly when: "WITHOUT_PAUSES" | "ROUND_THE_CLOCK"; readonly dueAt: Instant | null };

const allDay = [{ from: "00:00", until: "24:00" }];
const always = new Map<string, OpenHours>();

/** The same zone, never closed. */
function neverClosed({ timeZone, code, version }: CalendarDefinition): OpenHours {
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, allDay]));
  const hours = always.get(timeZone) ?? hoursFor({ code, version, timeZone, week, holidays: [], exceptions: [] });
  always.set(timeZone, hours);
  return hours;
}

/** What else the due of a clock would be: had it never paused, or were its desk open round the clock. */
export function wouldBeDue(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  { metric, cycle }: Pick<ClockReading, "metric" | "cycle">,
  at: Instant,
  versions?: Versions,
): Alternative[] {
  const moving = facts.filter((fact) => fact.kind !== "PAUSED" && fact.kind !== "RESUMED");
  const open = neverClosed(hours.definition);
  const byOpen: Versions | undefined = versions && { ...versions, hours: () => open };
  const dueOf = (of: readonly ClockFact[], by: OpenHours, named: Versions | undefined) =>
    readClock(of, policy, by, metric, cycle, at, named)?.dueAt ?? null;
  return [
    { when: "WITHOUT_PAUSES", dueAt: dueOf(moving, hours, versions) },
    { when: "ROUND_THE_CLOCK", dueAt: dueOf(facts, open, byOpen) },
  ];
}
