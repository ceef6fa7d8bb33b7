import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

const TICK_MS = 10; // Linux counts in hundredths of a second
const text = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // it ended meanwhile
  }
};

/** CPU time of a process so far, user and system, in ms: to the nanosecond where the kernel says so, else in ticks. */
export function cpuOf(pid: number): number | null {
  const stat = text(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number) as [number, number];
  let fine = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    fine += Number(text(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0] ?? 0);
  return Math.max(fine / 1e6, (user + system) * TICK_MS);
}

/** CPU time within a span of machine time, all in ms. */
export type CpuUsed = { process: number; backends: number; ms: number };
type Group = { readonly pid: number; readonly database: string };

/** Adds up what processes use, those of them that come and go included: they are looked at every second. */
export class CpuMeter {
  readonly #admin: pg.Client;
  readonly #groups: ReadonlyMap<string, Group>;
  readonly #last = new Map<number, number>();
  readonly #used = new Map<string, CpuUsed>();

  constructor(admin: pg.Client, groups: ReadonlyMap<string, Group>) {
    this.#admin = admin;
    this.#groups = groups;
  }

  /** What each used within a span. */
  async during(ms: number): Promise<ReadonlyMap<string, CpuUsed>> {
    for (const name of this.#groups.keys()) this.#used.set(name, { process: 0, backends: 0, ms });
    await this.#look(true);
    const until = performance.now() + ms;
    while (performance.now() < until) {
      await new Promise((done) => setTimeout(done, Math.min(1_000, Math.max(1, until - performance.now()))));
      await this.#look(false);
    }
    return new Map(this.#used);
  }

  async #look(first: boolean): Promise<void> {
    const { rows } = await this.#admin.query<{ pid: number; database: string }>(
      "select pid, datname as database from pg_stat_activity where datname is not null",
    );
    for (const [name, { pid, database }] of this.#groups) {
      const used = this.#used.get(name) as CpuUsed;
      used.process += this.#more(pid, first);
      for (const row of rows) if (row.database === database) used.backends += this.#more(row.pid, first);
    }
  }

  /** What a process used since it was last looked at; one that is new, since it began. */
  #more(pid: number, first: boolean): number {
    const now = cpuOf(pid);
    if (now === null) return 0;
    const before = this.#last.get(pid) ?? (first ? now : 0);
    this.#last.set(pid, now);
    return first ? 0 : now - before;
  }
}
