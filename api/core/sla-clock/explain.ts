import { wallTime } from "../business-calendar/zone.ts";
import type { Seconds } from "../time.ts";
import type { ClockReading } from "./read-clock.ts";
import type { Segment } from "./segments.ts";
import type { TargetAmount } from "./targets.ts";

const METRICS = { FIRST_RESPONSE: "First response", NEXT_RESPONSE: "Next response", RESOLUTION: "Resolution" } as const;

/** A length for people: "1 h 20 min", "45 s", "3 d 2 h". At most two units, the smaller one left out where it is nothing. */
export function lengthText(seconds: number): string {
  const units = [
    ["d", 86_400],
    ["h", 3_600],
    ["min", 60],
    ["s", 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first === -1) return "0 s";
  const parts: string[] = [];
  let left = seconds;
  for (const [name, size] of units.slice(first, first + 2)) {
    if (left >= size) parts.push(`${Math.floor(left / size)} ${name}`);
    left %= size;
  }
  return parts.join(" ");
}

export function promised(amount: TargetAmount): string {
  if (amount.kind === "OPERATING_DAYS") return `${amount.days} operating day${amount.days === 1 ? "" : "s"}`;
  const length = lengthText(amount.seconds as Seconds);
  return amount.kind === "ELAPSED" ? length : `${length} of operating time`;
}

/**
 * One clock as a manager can read it out: what was promised, from when, what was counted and what was not, by when, and
 * how it ended or stands. Wall times are those of the calendar's zone.
 */
export function sentenceOf(reading: ClockReading, segments: readonly Segment[]): string {
  const { target, hours, startedAt, dueAt, verdict, remaining, elapsed } = reading;
  const wall = (at: ClockReading["startedAt"]) => wallTime(hours.timeZone, at);
  const what = METRICS[reading.metric];
  if (target === null) return `${what}: nothing is promised for priority ${reading.priority}.`;
  const length = (kind: Segment["kind"]) =>
    segments.reduce((sum, s) => sum + (s.kind === kind ? s.until - s.from : 0), 0);
  const causes = [...new Set(segments.filter((s) => s.kind === "PAUSED").map((s) => s.cause))].join(", ");
  const [closed, paused] = [length("CLOSED"), length("PAUSED")];
  const counted = [
    `${lengthText(elapsed)} were counted since ${wall(startedAt)}`,
    ...(closed > 0 ? [`${lengthText(closed)} closed`] : []),
    ...(paused > 0 ? [`${lengthText(paused)} paused (${causes})`] : []),
  ].join(", ");
  const due =
    dueAt === null ? "it has no due instant: its calendar is not open within five years" : `due ${wall(dueAt)}`;
  return `${what} within ${promised(target.amount)}: ${counted}; ${due}; ${standing(verdict, remaining, reading)} (${hours.timeZone}).`;
}

function standing(verdict: ClockReading["verdict"], remaining: number, { state, dueAt }: ClockReading): string {
  if (verdict === "MET") return dueAt === null ? "met" : `met with ${lengthText(remaining)} to spare`;
  if (verdict === "MISSED") return `missed by ${lengthText(-remaining)}`;
  if (verdict !== null) return `${verdict.toLowerCase()}, so it counts neither way`;
  const paused = state === "PAUSED" ? ", paused now" : "";
  if (dueAt === null) return `not judged${paused}`;
  return remaining < 0 ? `late by ${lengthText(-remaining)}${paused}` : `${lengthText(remaining)} left${paused}`;
}
