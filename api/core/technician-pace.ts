import { hours, type Instant, minutes, type Seconds } from "./time.ts";
import { meanOf, strataOf, turned } from "./work-lengths.ts";

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
  /** From taking a ticket to its first response: a quarter of them take longer. */
  readonly toRespond: Pace;
  /** From taking a ticket to its being resolved in the same hands: half of them take longer. */
  readonly toResolve: Pace;
  /** From taking a ticket to being free for the next, for one technician, on average: so a queue is worked off. */
  readonly toFree: (technicianId: string) => Pace;
  /** Lengths whose average that is, as they would come one after the other, over and over (see `work-lengths.ts`). */
  readonly lengths: (technicianId: string) => readonly Seconds[];
};

/** Below this many samples an average says little. */
export const ENOUGH_HOLDS = 5;
/** A quarter of an hour to look into it; half an hour of work, which is what one day of remote service grants. */
export const PRESUMED = { toRespond: minutes(15), toResolve: minutes(30), toFree: minutes(30) } as const;
/** Tickets that were handed out in one go do not make anybody answer all of them at once. */
const SHORTEST = minutes(1);
/** Whoever held a ticket for longer than a working day, and took none beside it, was not at work on it all the time. */
const LONGEST = hours(8);
/** So many holds of the desk's count beside a technician's own: a few long ones make nobody slow. */
const DESK_HOLDS = 10;

/**
 * How fast a desk works, in wall time. Free is who has the ticket out of their hands, or has taken the next one: whoever
 * holds three at a time is not thrice as slow.
 *
 * A queue is worked off by means, since most pieces of work are short and a few very long: ten tickets of 10 minutes and
 * two of 2 hours keep one technician for 340 minutes, not for 120. A first response counts as late where one in four would be.
 *
 * Example: took tickets at 9:00, 9:20, 9:50, 10:00 and 10:45, laid the last down at 11:00: free after 20, 30, 10, 45 and
 * 15 minutes, so 24.
 */
export function paceOf(holds: readonly Hold[]): DeskPace {
  const free = new Map<string, number[]>();
  for (const [technicianId, own] of Map.groupBy(holds, (hold) => hold.technicianId)) {
    own.sort((a, b) => a.from - b.from);
    const lengths = own.flatMap(({ from, until }, i) => {
      const ends = [until, own[i + 1]?.from].filter((at) => at != null);
      return ends.length === 0 ? [] : [Math.max(SHORTEST, Math.min(...ends) - from)];
    });
    free.set(
      technicianId,
      lengths.filter((length) => length <= LONGEST),
    );
  }
  const all = [...free.values()].flat();
  const responses = holds.flatMap(({ from, respondedAt }) => (respondedAt === null ? [] : [respondedAt - from]));
  const resolutions = holds.flatMap(({ from, until, resolved }) => (resolved && until !== null ? [until - from] : []));
  const usual: Pace =
    all.length < ENOUGH_HOLDS ? presumed(PRESUMED.toFree) : { seconds: whole(meanOf(all)), source: "DESK" };
  const toFree = (technicianId: string): Pace => {
    const own = free.get(technicianId) ?? [];
    if (own.length < ENOUGH_HOLDS) return usual;
    const among = own.concat(Array(DESK_HOLDS).fill(usual.seconds));
    return { seconds: whole(meanOf(among)), source: "OWN" };
  };
  const strata = strataOf(all);
  return {
    toRespond: within(0.75, responses) ?? presumed(PRESUMED.toRespond),
    toResolve: within(0.5, resolutions) ?? presumed(PRESUMED.toResolve),
    toFree,
    lengths: (technicianId) => {
      const { seconds } = toFree(technicianId);
      return turned(strata, technicianId).map((share) => whole(Math.max(SHORTEST, share * seconds)));
    },
  };
}

const presumed = (seconds: Seconds): Pace => ({ seconds, source: "PRESUMED" });
const whole = (seconds: number) => Math.round(seconds) as Seconds;

/** The length that such a share of the desk's did not exceed, one that occurred; null when there are too few. */
function within(share: number, lengths: readonly number[]): Pace | null {
  if (lengths.length < ENOUGH_HOLDS) return null;
  const sorted = lengths.toSorted((a, b) => a - b);
  return { seconds: sorted[Math.floor((sorted.length - 1) * share)] as Seconds, source: "DESK" };
}
