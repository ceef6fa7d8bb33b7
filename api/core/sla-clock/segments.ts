import { stretches } from "../business-calendar/closed-because.ts";
import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { Instant, Period } from "../time.ts";
import type { ClockHistory, Stop } from "./clock-history.ts";
import { countsAlways } from "./counted.ts";
import { clockDue } from "./due.ts";
import type { ClockFact, Versions } from "./facts.ts";
import { clocksOf } from "./sealed-clocks.ts";
import type { Metric, SlaPolicy } from "./targets.ts";

/** A counted, closed or paused stretch of a clock, with its cause. */
export type Segment = Period & { readonly kind: "COUNTED" | "CLOSED" | "PAUSED"; readonly cause: string };

/**
 * A clock's life from its start to its end, or to the instant asked about, without gaps. The counted stretches sum
 * exactly to `elapsed` of the reading at that instant. Empty when the clock has not started by then.
 */
export function segments(
  facts: readonly ClockFact[],
  policy: SlaPolicy,
  hours: OpenHours,
  metric: Metric,
  cycle: number,
  at: Instant,
  versions?: Versions,
): Segment[] {
  const clocks = clocksOf(facts, policy, hours, at, versions);
  const clock = clocks.find((c) => c.metric === metric && c.cycle === cycle);
  return clock ? segmentsOf(clock, at) : [];
}

export function segmentsOf(clock: ClockHistory, at: Instant): Segment[] {
  const end = clock.endedAt ?? at;
  const found: Segment[] = [];
  let from = clock.startedAt;
  for (const stop of clock.stops) {
    const until = (stop.until ?? end) as Instant;
    if (until <= stop.from) continue;
    found.push(...running(clock, from, stop.from, end));
    const last = found.at(-1);
    const cause = CAUSES[stop.reason];
    if (last?.kind === "PAUSED" && last.cause === cause) found[found.length - 1] = { ...last, until };
    else found.push({ from: stop.from, until, kind: "PAUSED", cause });
    from = until;
  }
  found.push(...running(clock, from, end, end));
  return found;
}

const CAUSES: { readonly [reason in Stop["reason"]]: string } = {
  REQUESTER: "waiting for the requester",
  MANUFACTURER: "waiting for the manufacturer",
  PARTS: "waiting for parts",
  INTERNAL: "waiting for a colleague",
  APPOINTMENT: "until the appointment",
  SATISFIED: "finished, then reopened",
};

function running(clock: ClockHistory, from: Instant, until: Instant, end: Instant): Segment[] {
  if (from >= until) return [];
  if (!countsAlways(clock))
    return stretches(clock.hours, from, until).map(({ open, ...s }) => ({
      from: s.from,
      until: s.until,
      kind: open ? "COUNTED" : "CLOSED",
      cause: s.cause,
    }));
  const due = clockDue(clock, end);
  const waits = due ? { from: due.countedUntil, until: due.dueAt } : { from: until, until };
  const piece = (kind: Segment["kind"], cause: string, a: number, b: number): Segment[] => {
    const cut = { from: Math.max(a, from) as Instant, until: Math.min(b, until) as Instant };
    return cut.from < cut.until ? [{ ...cut, kind, cause }] : [];
  };
  return [
    ...piece("COUNTED", "every second counts", from, waits.from),
    ...piece("CLOSED", "rolled to opening", waits.from, waits.until),
    ...piece("COUNTED", "every second counts", waits.until, until),
  ];
}
