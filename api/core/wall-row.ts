import type { Instant } from "./time.ts";

/** What is asked of a clock to choose and to count: a reading has these fields. */
export type ShownClock = {
  readonly state: "RUNNING" | "CLOSED_HOURS" | "PAUSED" | "ENDED" | "NO_TARGET";
  readonly standing: "ON_TRACK" | "AT_RISK" | "BREACHED";
  readonly dueAt: Instant | null;
  readonly target: { readonly commitment: "CONTRACTUAL" | "INTERNAL" } | null;
};

/** The clock a row shows: of those still open the one due first, contractual before internal on a tie. */
export function shownClock<C extends ShownClock>(clocks: readonly C[]): C | null {
  let shown: C | null = null;
  for (const clock of clocks) {
    if (clock.state === "ENDED" || clock.state === "NO_TARGET") continue;
    if (!shown || isShownBefore(clock, shown)) shown = clock;
  }
  return shown;
}

const isShownBefore = (a: ShownClock, b: ShownClock): boolean => {
  const [dueA, dueB] = [a.dueAt ?? Number.POSITIVE_INFINITY, b.dueAt ?? Number.POSITIVE_INFINITY];
  if (dueA !== dueB) return dueA < dueB;
  return a.target?.commitment === "CONTRACTUAL" && b.target?.commitment !== "CONTRACTUAL";
};

export type CountedAs = "breached" | "paused" | "atRisk" | "onTrack";

/** Each ticket is counted once: breached (paused or not), else paused, else at risk, else on track. */
export function countedAs(clock: Pick<ShownClock, "state" | "standing"> | null): CountedAs {
  if (clock?.standing === "BREACHED") return "breached";
  if (clock?.state === "PAUSED") return "paused";
  return clock?.standing === "AT_RISK" ? "atRisk" : "onTrack";
}
