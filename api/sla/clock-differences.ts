import type { ClockReading } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import { cacheReading, chooseShown, withdrawClock } from "./clock-cache.ts";
import type { SlaClock } from "./sla.entity.ts";

/** One column of a clock's row that is not what its facts say. */
export type Difference = {
  readonly metric: string;
  readonly cycle: number;
  readonly column: string;
  readonly stored: unknown;
  readonly computed: unknown;
};

/** What a verdict was sealed with: compared, never written. */
const SEALED = [
  ...(["verdict", "dueAt", "satisfiedAt", "endedAt", "breachedAt", "startedAt", "priority"] as const),
  ...(["elapsedSeconds", "lateSeconds", "remainingSeconds", "policyVersion", "calendarVersion"] as const),
];
/** Everything that a reading writes; time-zone data is left out, for it says what was read with and not what was read. */
const CACHED = [
  ...SEALED,
  ...(["atRiskAt", "pausedAt", "pausedReason", "resumesAt", "noDueReason", "commitment", "targetKind"] as const),
  ...(["nextEdgeAt", "nextEdge"] as const),
];
/** Where a clock is paused its due moves with the time, so the stored one is that of the last write; what is left is compared. */
const MOVING: readonly string[] = ["dueAt", "atRiskAt"];

/** The rows that the same facts would be written into now, and where the stored ones differ. */
export function clockDifferences(clocks: readonly SlaClock[], readings: readonly ClockReading[], now: Instant) {
  const differences: Difference[] = [];
  const fresh = clocks.map((clock) => {
    const reading = readings.find((r) => r.metric === clock.metric && r.cycle === clock.cycle);
    const computed: SlaClock = { ...clock };
    if (reading) cacheReading(computed, reading, now);
    if (reading && clock.sealedAt === null) leaveSealing(computed, reading);
    else if (clock.sealedAt === null) withdrawClock(computed, now);
    for (const column of clock.sealedAt === null ? CACHED : SEALED) {
      if (isToBeResumed(clock, now) || (isWaitingForWorker(clock, now) && EDGES.includes(column))) continue;
      if (clock.pausedAt !== null && MOVING.includes(column)) continue;
      if (computed[column] === clock[column]) continue;
      const { metric, cycle } = clock;
      differences.push({ metric, cycle, column, stored: clock[column], computed: computed[column] });
    }
    return computed;
  });
  for (const { target, metric, cycle } of readings)
    if (target !== null && !clocks.some((c) => c.metric === metric && c.cycle === cycle))
      differences.push({ metric, cycle, column: "(row)", stored: null, computed: "a clock" });
  chooseShown(fresh);
  fresh.forEach((computed, i) => {
    const { metric, cycle, shown } = clocks[i] as SlaClock;
    if (computed.shown !== shown)
      differences.push({ metric, cycle, column: "shown", stored: shown, computed: computed.shown });
  });
  return { differences, fresh };
}

/** A seal is told to those who listen: it stays the worker's to make, however long it is due. */
function leaveSealing(clock: SlaClock, { sealsAt }: ClockReading): void {
  if (clock.sealedAt === null) return;
  clock.sealedAt = null;
  clock.nextEdge = "SEAL";
  clock.nextEdgeAt = sealsAt;
}

/** An edge that is due but not fired yet is the worker's to do: no difference, and told by the doctor. */
const isWaitingForWorker = (clock: SlaClock, now: Instant) => clock.nextEdgeAt !== null && clock.nextEdgeAt <= now;
/** So is a wait whose end has come: its facts say already that the clock goes on. */
const isToBeResumed = ({ resumesAt }: SlaClock, now: Instant) => resumesAt !== null && resumesAt <= now;
const EDGES: readonly string[] = ["breachedAt", "nextEdgeAt", "nextEdge"];
