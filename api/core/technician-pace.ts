import { type Instant, minutes, type Seconds } from "./time.ts";

/** A stretch in which one technician held one ticket that was to be worked on (NEW or OPEN). */
export type Hold = {
  readonly technicianId: string;
  readonly from: Instant;
  /** When it was out of their hands: answered and waiting, resolved, laid down, handed on. Null: not yet. */
  readonly until: Instant | null;
  /** The first response, if it was given in this stretch. */
  readonly respondedAt: Instant | null;
  /** Whether it ended because the ticket was resolved. */
  readonly resolved: boolean;
};

/** Where a length comes from: the technician's own holds, the desk's, or, with too few of either, the service's rules. */
export type PaceSource = "OWN" | "DESK" | "PRESUMED";
export type Pace = { readonly seconds: Seconds; readonly source: PaceSource };

export type DeskPace = {
  /** From taking a ticket to its first response. */
  readonly toRespond: Pace;
  /** From taking a ticket to its being resolved in the same hands. */
  readonly toResolve: Pace;
  /** From taking a ticket to being free for the next, for one technician. */
  readonly toFree: (technicianId: string) => Pace;
};

/** Below this many samples a median says little. */
export const ENOUGH_HOLDS = 5;
/** A quarter of an hour to look into it; half an hour of work, which is what one day of remote service grants. */
export const PRESUMED = { toRespond: minutes(15), toResolve: minutes(30), toFree: minutes(30) } as const;
/** Tickets that were handed out in one go do not make anybody answer all of them at once. */
const SHORTEST = minutes(1);

/**
 * How fast a desk works, as medians in wall time. Free is who has the ticket out of their hands, or has taken the next
 * one: whoever holds three at a time is not thrice as slow.
 *
 * Example: took tickets at 9:00, 9:20, 9:50, 10:00 and 10:45, laid the last down at 11:00: free after 20, 30, 10, 45 and
 * 15 minutes, so 20.
 */
export function paceOf(holds: readonly Hold[]): DeskPace {
  const free = new Map<string, number[]>();
  for (const [technicianId, own] of Map.groupBy(holds, (hold) => hold.technicianId)) {
    own.sort((a, b) => a.from - b.from);
    const lengths = own.flatMap(({ from, until }, i) => {
      const ends = [until, own[i + 1]?.from].filter((at) => at != null);
      return ends.length === 0 ? [] : [Math.max(SHORTEST, Math.min(...ends) - from)];
    });
    free.set(technicianId, lengths);
  }
  const responses = holds.flatMap(({ from, respondedAt }) => (respondedAt === null ? [] : [respondedAt - from]));
  const resolutions = holds.flatMap(({ from, until, resolved }) => (resolved && until !== null ? [until - from] : []));
  const usual = measured([...free.values()].flat(), "DESK") ?? presumed(PRESUMED.toFree);
  return {
    toRespond: measured(responses, "DESK") ?? presumed(PRESUMED.toRespond),
    toResolve: measured(resolutions, "DESK") ?? presumed(PRESUMED.toResolve),
    toFree: (technicianId) => measured(free.get(technicianId) ?? [], "OWN") ?? usual,
  };
}

const presumed = (seconds: Seconds): Pace => ({ seconds, source: "PRESUMED" });

/** The median (of an even number the lower one, so that it is a length that occurred); null when there are too few. */
function measured(lengths: number[], source: PaceSource): Pace | null {
  if (lengths.length < ENOUGH_HOLDS) return null;
  const sorted = lengths.toSorted((a, b) => a - b);
  return { seconds: sorted[Math.floor((sorted.length - 1) / 2)] as Seconds, source };
}
