import { chooseDays, possibleDays, replayDay } from "./forecast-days.ts";
import { ASSUMED } from "./forecast-desk.ts";
import type { Incident } from "./forecast-log.ts";
import { dueOrder, dueSoonest, medianFromTaking, medianPace, noneArrives, ours } from "./forecast-methods.ts";
import { betterIn, historicMoments, replayedMoments, type Score, score } from "./forecast-score.ts";

export const SEED = 20_261_130;
export const DAYS = 20;

/**
 * Replays the days that a seed chooses, or with `others` all that it leaves, and scores the forecast beside its two
 * baselines. Better is judged by F1, the two figures in one; in which of the two it is better as well is told beside it.
 */
export function measure(incidents: readonly Incident[], { seed = SEED, count = DAYS, others = false } = {}) {
  const { chosen, left } = chooseDays(possibleDays(incidents), count, seed);
  const days = (others ? left : chosen).map((day) => replayDay(incidents, day));
  const { scores, ...truth } = score(replayedMoments(days), [
    ours,
    dueOrder,
    medianPace,
    noneArrives,
    dueSoonest,
    medianFromTaking,
  ]);
  const [own, ...baselines] = scores.slice(0, 3) as [Score, Score, Score];
  return {
    ...{ seed, others, assumed: ASSUMED, ...truth },
    days: days.map(({ day, shifts }) => ({
      day: new Date(day * 1_000).toISOString().slice(0, 10),
      technicians: shifts.length,
    })),
    betterIn: betterIn(own, baselines),
    scores,
    history: score(historicMoments(days), [ours, dueOrder, medianPace]),
  };
}
