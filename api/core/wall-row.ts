import type { Instant } from "./time.ts";

/** What is asked of a clock to choose among a ticket's: a stored clock has these columns. */
export type ShownClock = {
  readonly dueAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly commitment: "CONTRACTUAL" | "INTERNAL";
};

/**
 * The clock a row shows: of those still open the one due first, contractual before internal on a tie. One that stands
 * still will not be due when it says, so it comes after all that run, unless it is late already; one without a target
 * is never shown.
 */
export function shownClock<C extends ShownClock>(clocks: readonly C[]): C | null {
  let shown: C | null = null;
  for (const clock of clocks) {
    if (clock.endedAt !== null || (clock.dueAt === null && clock.pausedAt === null)) continue;
    if (!shown || isShownBefore(clock, shown)) shown = clock;
  }
  return shown;
}

const standsStill = (clock: ShownClock) => clock.pausedAt !== null && clock.breachedAt === null;

const isShownBefore = (a: ShownClock, b: ShownClock): boolean => {
  if (standsStill(a) !== standsStill(b)) return standsStill(b);
  const [dueA, dueB] = [a.dueAt ?? Number.POSITIVE_INFINITY, b.dueAt ?? Number.POSITIVE_INFINITY];
  if (dueA !== dueB) return dueA < dueB;
  return a.commitment === "CONTRACTUAL" && b.commitment !== "CONTRACTUAL";
};

export type CountedAs = "breached" | "paused" | "atRisk" | "onTrack";

/** Each ticket is counted once: breached (paused or not), else paused, else at risk, else on track. */
export function countedAs(standing: "ON_TRACK" | "AT_RISK" | "BREACHED", paused: boolean): CountedAs {
  if (standing === "BREACHED") return "breached";
  if (paused) return "paused";
  return standing === "AT_RISK" ? "atRisk" : "onTrack";
}
