/**
 * Milliseconds to wait before another attempt: half a second, doubling, each with as much again of chance, so that fifty
 * walls do not return in one instant. Never more than nine seconds: ten after a desk's return its walls are live.
 */
export const backoff = (tries: number, chance = Math.random()): number =>
  Math.min(500 * 2 ** tries, 6_000) * (0.5 + chance);
