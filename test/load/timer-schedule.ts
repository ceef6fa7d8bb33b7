/** The desk's seconds pass a little slower than the machine's, so that its edges meet every phase of the others' polls. */
export const STEP_MS = 1_130;
export const RATE = 1_000 / STEP_MS;

const LEAD = 8;
const WARM_UP = 6;
const IDLE = 16;
const BUSY = 18;

/** A round: seconds of the desk's clock, from its start, in which nothing is due, and then those at which edges are. */
export type Round = { readonly idleFrom: number; readonly idleUntil: number; readonly instants: readonly number[] };
export type Schedule = { readonly warmUp: readonly number[]; readonly rounds: readonly Round[] };

const run = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

export function schedule(rounds: number): Schedule {
  const first = LEAD + WARM_UP + 1;
  return {
    warmUp: run(LEAD, WARM_UP),
    rounds: run(0, rounds).map((n) => {
      const idleFrom = first + n * (IDLE + BUSY + 2);
      const idleUntil = idleFrom + IDLE;
      return { idleFrom, idleUntil, instants: run(idleUntil + 1, BUSY) };
    }),
  };
}

/** The edges at these instants: one, two or three at each by turns. */
export const edgesAt = (instants: readonly number[]): number[] =>
  instants.flatMap((at) => run(0, 1 + (at % 3)).map(() => at));

export const edgesOf = ({ warmUp, rounds }: Schedule): number[] =>
  edgesAt([...warmUp, ...rounds.flatMap((round) => round.instants)]);
