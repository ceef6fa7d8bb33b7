import { addOpen, nextOpening, openBetween } from "../business-calendar/arithmetic.ts";
import type { OpenHours } from "../business-calendar/open-periods.ts";
import { sameTimeOnOperatingDay } from "../business-calendar/operating-days.ts";
import type { Instant } from "../time.ts";
import type { ClockHistory, Due, Stop } from "./clock-history.ts";
import type { TargetAmount } from "./targets.ts";

/** When an amount counted from an instant runs out, nothing standing still. Null: not within five years. */
function runsOut(hours: OpenHours, from: Instant, amount: TargetAmount): Instant | null {
  switch (amount.kind) {
    case "OPERATING_DAYS":
      return sameTimeOnOperatingDay(hours, from, amount.days);
    case "ELAPSED":
      return (from + amount.seconds) as Instant;
    case "OPERATING_TIME":
      // a historical target of zero is missed by the next second, open or not
      return amount.seconds === 0 ? from : addOpen(hours, from, amount.seconds);
  }
}

/** The due of an amount counted from an instant, moved by the stops after it; a stop that lasts is cut at `asOf`. */
export function dueOf(
  hours: OpenHours,
  amount: TargetAmount,
  from: Instant,
  stops: readonly Stop[],
  asOf: Instant,
): Due | null {
  let until = runsOut(hours, from, amount);
  for (const stop of stops) {
    if (until === null || stop.from >= until) break;
    const began = Math.max(stop.from, from) as Instant;
    const ended = (stop.until ?? Math.max(asOf, began)) as Instant;
    if (ended <= began) continue;
    if (amount.kind === "ELAPSED") until = (until + ended - began) as Instant;
    else {
      const lost = openBetween(hours, began, ended);
      if (lost > 0) until = addOpen(hours, until, lost);
    }
  }
  if (until === null) return null;
  const dueAt = amount.kind === "ELAPSED" ? nextOpening(hours, until) : until;
  return dueAt === null ? null : { countedUntil: until, dueAt };
}

/**
 * When a clock is due, as things stood at an instant: a clock that stands still then is taken to be resumed then.
 * Null without a target, or without operating time for it within five years.
 */
export function clockDue(clock: ClockHistory, asOf: Instant): Due | null {
  if (clock.amount === null) return null;
  if (clock.held !== null) return clock.held;
  const due = dueOf(clock.hours, clock.amount, clock.anchor, clock.stops, asOf);
  if (due === null || clock.notBefore === null || due.dueAt >= clock.notBefore) return due;
  return { countedUntil: Math.max(due.countedUntil, clock.notBefore) as Instant, dueAt: clock.notBefore };
}
