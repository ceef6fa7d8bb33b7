import type { CpuUsed } from "./cpu-time.ts";
import { median, quantile } from "./figures.ts";

/** What was measured of one system, a figure for each round. */
export type Measured = {
  readonly name: string;
  readonly idle: readonly CpuUsed[];
  readonly late: readonly (readonly number[])[];
  readonly due: number;
};

/** A row for each system: medians of the rounds, and how many times ours is better. */
export function timerRows(measured: readonly Measured[]) {
  const figures = measured.map(({ name, idle, late, due }) => ({
    name,
    p50: median(late.map((round) => quantile(round, 0.5))),
    p99: median(late.map((round) => quantile(round, 0.99))),
    process: median(idle.map((used) => used.process / used.ms)) * 100,
    backends: median(idle.map((used) => used.backends / used.ms)) * 100,
    cpu: median(idle.map((used) => (used.process + used.backends) / used.ms)) * 100,
    done: late.flat().length,
    due,
  }));
  const [timers, worker] = figures as [(typeof figures)[number], (typeof figures)[number]];
  return figures.map((of) => ({
    ...of,
    lateRatio: of.p50 / timers.p50,
    cpuRatio: of.cpu / timers.cpu,
    workerRatio: of.cpu / worker.cpu,
  }));
}

const ms = (n: number) => (n < 100 ? n.toFixed(1) : Math.round(n).toLocaleString("en"));

export const timerTable = (rows: ReturnType<typeof timerRows>) =>
  rows.map((row, i) => ({
    system: row.name,
    fired: `${row.done} of ${row.due}`,
    "late p50 ms": ms(row.p50),
    "late p99 ms": ms(row.p99),
    "idle CPU %": row.cpu.toFixed(3),
    "of it process": row.process.toFixed(3),
    "and PostgreSQL": row.backends.toFixed(3),
    "later than our timers": i === 0 ? "" : `${ms(row.lateRatio)} ×`,
    "dearer than they": i === 0 ? "" : `${row.cpuRatio.toFixed(1)} ×`,
    "than the worker": i <= 1 ? "" : `${row.workerRatio.toFixed(1)} ×`,
  }));
