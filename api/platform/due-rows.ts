import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type pg from "pg";
import type { Instant } from "../core/time.ts";
import type { Orm } from "./database.ts";

/** What is claimed at once: so many rows, after the first `offset`, due by `upTo` (null: by now). */
export type Batch = { readonly limit: number; readonly offset: number; readonly upTo: Instant | null };

/**
 * Rows that carry their own timer: an instant in desk time, at which something must be recorded. `earliest` is a SQL
 * expression for the next such instant, `due` the table and condition of those that are due. `fire` runs in a
 * transaction: it claims a batch of what is due (skipping what another worker holds), earliest first, records the effect
 * and moves or clears the instants, all or nothing. It answers how many it fired. It compares with `(select desk_now())`,
 * asked once; the bare call is asked for every row, and uses no index.
 */
export type DueRows = {
  readonly name: string;
  readonly earliest: string;
  readonly due: string;
  fire(tx: SqlEntityManager, batch: Batch): Promise<number>;
};

/** What comes next: the earliest instant of each source (null where it has none), and the desk's clock. */
export type Ahead = {
  readonly earliest: readonly (number | null)[];
  readonly now: number;
  readonly rate: number;
  /** Monotonic machine time, in ms, at which the clock said so: half of the way there and back. */
  readonly saidAt: number;
};

const BATCH = 100;

/** Rows that are due and could not be fired; `fired` others were. */
export class Unfired extends AggregateError {
  readonly fired: number;
  constructor(faults: readonly Error[], fired: number) {
    super(faults, faults[0]?.message);
    this.fired = fired;
  }
}

/** The earliest instant of all sources, as SQL. */
export const earliestOf = (sources: readonly DueRows[]): string =>
  `least(${sources.map((s) => s.earliest).join(", ")}, null)`;

/** Looks what comes next. A sandbox's clock is read to the fraction, so that a sleep ends at the instant. */
export async function lookAhead(client: Pick<pg.Client, "query">, sources: readonly DueRows[]): Promise<Ahead> {
  const asked = performance.now();
  const { rows } = await client.query<Omit<Ahead, "saidAt">>({
    name: "look-ahead",
    text: `select array[${sources.map((s) => `extract(epoch from ${s.earliest})::float8`).join(", ")}] as earliest,
       extract(epoch from case when sandbox then now + (clock_timestamp() - anchored_at) * rate else clock_timestamp() end)::float8 as now,
       case when sandbox then rate else 1 end as rate from desk_clock`,
  });
  return { ...(rows[0] as Omit<Ahead, "saidAt">), saidAt: (asked + performance.now()) / 2 };
}

/**
 * Fires everything that is due now. Any number of workers may do so at once: each row is fired by one of them. Sources
 * take turns in the order of their instants, so that one worker, however late it comes, tells what happened in the order
 * in which it should have been told. A row that fails stays due and holds up no other; it is told at the end. `expected`
 * is what the caller believes to be due at `come`: one question less, and a transaction that stands when the time comes.
 */
export async function fireDue(
  orm: Orm,
  sources: readonly DueRows[],
  look: () => Promise<Ahead>,
  expected?: Ahead,
  come?: Promise<unknown>,
): Promise<{ fired: number; ahead: Ahead }> {
  let fired = 0;
  const faults: Error[] = [];
  /** Whose instant was fired, and may be there still: it is held elsewhere, it failed, or it is an edit in pages. */
  const done = new Map<DueRows, number>();
  for (let ahead = expected ?? (await look()); ; ahead = await look()) {
    const [first, next] = sources
      .map((source, i) => ({ source, at: ahead.earliest[i] ?? Number.POSITIVE_INFINITY }))
      .filter(({ source, at }) => at <= ahead.now && done.get(source) !== at)
      .sort((a, b) => a.at - b.at);
    if (!first) {
      if (faults.length > 0) throw new Unfired(faults, fired);
      return { fired, ahead };
    }
    done.set(first.source, first.at);
    fired += await fireUpTo(orm, first.source, (next?.at ?? null) as Instant | null, faults, come);
  }
}

async function fireUpTo(
  orm: Orm,
  source: DueRows,
  upTo: Instant | null,
  faults: Error[],
  come?: Promise<unknown>,
): Promise<number> {
  const fire = (limit: number, offset: number) =>
    (orm.em.fork() as SqlEntityManager).transactional(async (tx) => {
      await come;
      return source.fire(tx as SqlEntityManager, { limit, offset, upTo });
    });
  let fired = 0;
  try {
    for (let n = BATCH; n >= BATCH; fired += n) n = await fire(BATCH, 0);
  } catch {
    fired += await oneByOne((offset) => fire(1, offset), faults);
  }
  return fired;
}

/** After a batch that failed: its rows alone, stepping over those that fail again. */
async function oneByOne(fire: (offset: number) => Promise<number>, faults: Error[]): Promise<number> {
  let fired = 0;
  for (let bad = 0; bad < BATCH; )
    try {
      const n = await fire(bad);
      if (n === 0) break;
      fired += n;
    } catch (error) {
      faults.push(error as Error);
      bad += 1;
    }
  return fired;
}
