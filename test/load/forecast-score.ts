import type { Instant } from "../../api/core/time.ts";
import { median } from "./figures.ts";
import type { ReplayedDay } from "./forecast-days.ts";
import type { Ticket } from "./forecast-desk.ts";
import type { Method } from "./forecast-methods.ts";
import { type Moment, momentOf, rowOf } from "./forecast-moment.ts";

/** Each full hour of the shifts. */
const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;

/** A moment, and what came of it, which it does not know. */
export type Judged = { readonly moment: Moment; readonly answeredAt: (ticket: Ticket) => Instant | null };

export type Score = {
  readonly method: string;
  /** Foreseen and broken; foreseen and kept; broken and not foreseen. */
  readonly hits: number;
  readonly falseAlarms: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** From the first time that a broken promise was foreseen to when it was due; the median of those foreseen. */
  readonly warningMinutes: number | null;
};

/** The full hours of the days, and what came on the replayed desk. */
export function* replayedMoments(days: readonly ReplayedDay[]): Generator<Judged> {
  for (const day of days) {
    const answers = new Map(day.taken.map(({ ticket, respondedAt }) => [ticket.number, respondedAt]));
    const answeredAt = ({ number }: Ticket) => answers.get(number) ?? null;
    for (const hour of HOURS) yield { moment: momentOf(day, (day.day + hour * 3_600) as Instant), answeredAt };
  }
}

/**
 * The same hours at the real desk, on which nobody takes the first of a queue: what nobody had touched by then, against when
 * somebody did. The technicians and their pace are the replayed ones. What nobody ever touched is left out.
 */
export function* historicMoments(days: readonly ReplayedDay[]): Generator<Judged> {
  for (const { moment } of replayedMoments(days)) {
    const day = days.find((each) => moment.now >= each.day && moment.now < each.day + 86_400) as ReplayedDay;
    const untouched = day.tickets.filter((t) => t.arrivedAt <= moment.now && (t.touchedAt ?? 0) > moment.now);
    const queue = untouched.map((ticket) => rowOf(ticket, moment.now));
    yield { moment: { ...moment, queue }, answeredAt: ({ touchedAt }) => touchedAt };
  }
}

/**
 * What the methods say at moments, against what came. Judged are tickets that wait, are not breached and are due within
 * an operating day: each of them at each moment once.
 */
export function score(moments: Iterable<Judged>, methods: readonly Method[]) {
  const tallies = methods.map(
    ({ name }) => ({ name, hits: 0, falseAlarms: 0, missed: 0, warnings: new Map() }) as Tally,
  );
  let [judged, broken] = [0, 0];
  for (const { moment, answeredAt } of moments) {
    const told = methods.map(({ foresee }) => foresee(moment));
    for (const { ticket, dueAt } of moment.queue) {
      if (dueAt === null || dueAt > moment.horizon) continue;
      const answered = answeredAt(ticket);
      const breaks = answered === null || answered > dueAt;
      judged += 1;
      if (breaks) broken += 1;
      for (const [i, tally] of tallies.entries())
        count(tally, {
          number: ticket.number,
          breaks,
          foreseen: told[i]?.has(ticket.number) ?? false,
          left: dueAt - moment.now,
        });
    }
  }
  return { judged, broken, scores: tallies.map(scoreOf) };
}

type Tally = { name: string; hits: number; falseAlarms: number; missed: number; warnings: Map<number, number> };

function count(tally: Tally, of: { number: number; breaks: boolean; foreseen: boolean; left: number }): void {
  if (of.foreseen && of.breaks) {
    tally.hits += 1;
    tally.warnings.set(of.number, Math.max(of.left, tally.warnings.get(of.number) ?? 0));
  } else if (of.foreseen) tally.falseAlarms += 1;
  else if (of.breaks) tally.missed += 1;
}

function scoreOf({ name, hits, falseAlarms, missed, warnings }: Tally): Score {
  const share = (of: number, all: number) => (all === 0 ? 0 : of / all);
  return {
    ...{ method: name, hits, falseAlarms, missed },
    precision: share(hits, hits + falseAlarms),
    recall: share(hits, hits + missed),
    f1: share(2 * hits, 2 * hits + falseAlarms + missed),
    warningMinutes: warnings.size === 0 ? null : Math.round(median([...warnings.values()]) / 60),
  };
}

/** In which of the figures one is better than each of the others. */
export const betterIn = (one: Score, others: readonly Score[]): readonly Figure[] =>
  FIGURES.filter((figure) => others.every((other) => one[figure] > other[figure]));

const FIGURES = ["precision", "recall", "f1"] as const;
export type Figure = (typeof FIGURES)[number];
