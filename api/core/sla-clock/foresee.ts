import type { OpenHours } from "../business-calendar/open-periods.ts";
import { wallTime } from "../business-calendar/zone.ts";
import type { Instant } from "../time.ts";
import { lengthText, promised } from "./explain.ts";
import type { ClockFact } from "./facts.ts";
import { type ClockReading, readClocks } from "./read-clock.ts";
import { type Segment, segments } from "./segments.ts";
import type { PauseReason, SlaPolicy } from "./targets.ts";

/** A wait that is imagined, `[from, until)`. */
export type ImaginedWait = { readonly reason: PauseReason; readonly from: Instant; readonly until: Instant };

/** A clock of a ticket that is only imagined, read as of its due, with every stretch on the way. */
export type ForeseenClock = { readonly reading: ClockReading; readonly segments: readonly Segment[] };

/**
 * The clocks that a ticket would start, and when each would be due if nobody answered: the same facts and the same
 * reading as for a real one. Waits are in order and apart.
 *
 * Example: urgent, created on Friday 17:00, one hour of operating time: due Monday 09:00, closed from 17:30 to 08:30.
 */
export function foresee(
  policy: SlaPolicy,
  hours: OpenHours,
  priority: string,
  createdAt: Instant,
  waits: readonly ImaginedWait[],
): ForeseenClock[] {
  const told = [
    { kind: "CREATED", priority, happenedAt: createdAt } as const,
    ...waits.flatMap(({ reason, from, until }) => [
      { kind: "PAUSED", reason, resumesAt: until, happenedAt: from } as const,
      { kind: "RESUMED", reason, happenedAt: until } as const,
    ]),
  ];
  const facts: ClockFact[] = told.map((fact, i) => ({ ...fact, seq: i + 1, recordedAt: fact.happenedAt }));
  const last = told.at(-1)?.happenedAt as Instant;
  return readClocks(facts, policy, hours, last).map((reading) => {
    const until = reading.dueAt ?? last;
    return { reading, segments: segments(facts, policy, hours, reading.metric, reading.cycle, until) };
  });
}

/** An imagined clock in one sentence to read out; wall times are those of the calendar's zone. */
export function foreseenSentence({ reading, segments: all }: ForeseenClock): string {
  const { target, hours, startedAt, dueAt } = reading;
  if (target === null) return `Nothing is promised for priority ${reading.priority}.`;
  const within = `Within ${promised(target.amount)} from ${wallTime(hours.timeZone, startedAt)}`;
  if (dueAt === null) return `${within}: no due instant, because the calendar is not open within five years.`;
  const length = (kind: Segment["kind"]) => all.reduce((sum, s) => sum + (s.kind === kind ? s.until - s.from : 0), 0);
  const onTheWay = [
    ...(length("CLOSED") > 0 ? [`${lengthText(length("CLOSED"))} closed`] : []),
    ...(length("PAUSED") > 0 ? [`${lengthText(length("PAUSED"))} paused`] : []),
  ];
  const way = onTheWay.length > 0 ? `, with ${onTheWay.join(" and ")} on the way` : "";
  return `${within}: due ${wallTime(hours.timeZone, dueAt)}${way} (${hours.timeZone}).`;
}
