/**
 * The desk's clock as a screen knows it: an instant heard from the desk, carried on by the machine's monotonic clock at
 * the desk's rate. Desk instants here are milliseconds since 1970, machine times are `performance.now()`.
 */
export type Anchor = {
  readonly desk: number;
  readonly machine: number;
  readonly rate: number;
  /** Milliseconds still to be added (or taken) little by little, so that digits never run backwards. */
  readonly slew: number;
};
/** What the desk says of its clock: a whole second, so the truth lies in `[now, now + 1 s)`, and how fast it runs. */
export type Heard = { readonly now: number; readonly rate: number };

/** Where in the second that was heard a running clock is taken to be: nowhere else is the most that it can be off as little. */
const MIDDLE = 500;
const SLEW_PER_MS = 0.05;
const JUMP_FROM = 2_000;

export function deskNow({ desk, machine, rate, slew }: Anchor, at: number): number {
  const passed = Math.max(0, at - machine);
  const slewed = Math.sign(slew) * Math.min(Math.abs(slew), passed * SLEW_PER_MS);
  return desk + passed * rate + slewed;
}

/**
 * What we believed is kept as long as it lies in the second that was heard; else it is corrected to the second's nearer
 * end: slowly when the difference is small, at once when it is large or the rate has changed.
 */
export function reanchor(before: Anchor | null, heard: Heard, at: number): Anchor {
  const within = heard.rate > 0 ? MIDDLE : 0;
  const fresh = { desk: heard.now + within, machine: at, rate: heard.rate, slew: 0 };
  if (!before || before.rate !== heard.rate || heard.rate === 0) return fresh;
  const believed = deskNow(before, at);
  const late = 1_000 + 150 * heard.rate; // what the wire may have taken, in desk time
  const off =
    believed < heard.now ? heard.now - believed : believed >= heard.now + late ? heard.now + 999 - believed : 0;
  if (Math.abs(off) >= JUMP_FROM * Math.max(1, heard.rate)) return fresh;
  return { desk: believed, machine: at, rate: heard.rate, slew: off };
}

/** Machine milliseconds until the desk's next full second; a fast desk ticks four times a second, a standing one never. */
export function untilNextTick(anchor: Anchor, at: number): number | null {
  if (anchor.rate === 0) return null;
  const now = deskNow(anchor, at);
  const left = (1_000 - (((now % 1_000) + 1_000) % 1_000)) / anchor.rate;
  return Math.max(left + 4, anchor.rate > 1 ? 250 : 0);
}
