/** What is compared: the desk's own worker, and job queues on PostgreSQL as they come and as punctual as they can be set. */
export type Variant = {
  readonly name: string;
  readonly kind: "timers" | "worker" | "pg-boss" | "graphile-worker";
  /** How often a peer looks for what is due; without it, its own default. */
  readonly pollMs?: number;
  readonly database: string;
};

export const variants: readonly Variant[] = [
  // what a job queue does and no more: the ratios are to this
  { name: "Watchdesk, its timers", kind: "timers", database: "bench_timers" },
  // the worker as it runs: it numbers the desk's events too, and says every 2 s that it lives
  { name: "Watchdesk, the whole worker", kind: "worker", database: "bench_worker" },
  { name: "pg-boss, default (2 s)", kind: "pg-boss", database: "bench_boss" },
  // the shortest it accepts; LISTEN/NOTIFY, its other setting for punctuality, tells of new jobs, not of due ones
  { name: "pg-boss, every 500 ms", kind: "pg-boss", pollMs: 500, database: "bench_boss_500" },
  { name: "graphile-worker, default (2 s)", kind: "graphile-worker", database: "bench_graphile" },
  { name: "graphile-worker, every 500 ms", kind: "graphile-worker", pollMs: 500, database: "bench_graphile_500" },
  { name: "graphile-worker, every 200 ms", kind: "graphile-worker", pollMs: 200, database: "bench_graphile_200" },
  { name: "graphile-worker, every 100 ms", kind: "graphile-worker", pollMs: 100, database: "bench_graphile_100" },
];

/** What a measured process is told. Peers are handed their jobs by it, as milliseconds of machine time. */
export type Enqueue = { readonly enqueue: readonly number[] };
