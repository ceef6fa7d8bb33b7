import { IsolationLevel } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { DomainEvent } from "../core/events.ts";
import type { Instant } from "../core/time.ts";
import type { Orm } from "./database.ts";
import { type Append, type LoggedEvent, logEvents } from "./event-log.ts";
import { conflict } from "./failures.ts";
import { actorOf, theDesk, type Viewer } from "./viewer.ts";

/** An event as a verb records it: what happened, and whose it is. */
export type Recorded = DomainEvent & { readonly partnerId: string; readonly ticketVersion?: number };

/** All that a verb may use: the transaction, the time, who acts, and the log. */
export type Desk = {
  readonly em: SqlEntityManager;
  /** Desk time when the verb began. */
  readonly now: Instant;
  /** Whoever held a row before this verb may have begun after it: time within a ticket never goes back. */
  notBefore(at: Instant): void;
  readonly viewer: Viewer;
  /** Tells the log, as the last thing the transaction does. */
  record(event: Recorded): void;
  /** A write that nothing in this verb reads again: it goes along with the events, and costs no round trip of its own. */
  append(text: string, values: readonly unknown[]): void;
};

/** Two transactions got in each other's way, or made the same thing: run again, the verb succeeds or sees the other's. */
const lost = new Set(["40001", "40P01", "23505"]);
const TRIES = 4;

/** On whose login a verb runs: the staff's, which sees every row, or the scoped one, within one partner's. */
export type Login = { readonly orm: Orm; readonly partnerId: string | null };

/**
 * Runs one verb in one transaction: reads the time first, writes entities, then events as the very last step, so that
 * the order of events of a ticket is the order of its changes. A transaction that lost is run again. `standing` is the
 * time of a sandbox whose clock stands, where the caller knows it: one round trip less.
 */
export async function transact<T>(
  login: Login,
  viewer: Viewer,
  origin: string | null,
  act: (desk: Desk) => Promise<T>,
  standing: Instant | null = null,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await once(login, viewer, origin, act, standing);
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (!lost.has(code)) throw error;
      // what was made twice four times over is a fault of ours; who lost to others may try again
      if (tried >= TRIES) throw code === "23505" ? error : conflict();
    }
  }
}

/**
 * Reads by many statements as of one instant of the database. It may do what a verb does, to see what would follow:
 * all of it is undone at the end, and nobody hears of it.
 */
export async function look<T>(orm: Orm, viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T> {
  const em = orm.em.fork() as SqlEntityManager;
  await em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ });
  try {
    return await within(em, await readNow(em), viewer, null, act);
  } finally {
    await em.rollback();
  }
}

async function once<T>(
  { orm, partnerId }: Login,
  viewer: Viewer,
  origin: string | null,
  act: (desk: Desk) => Promise<T>,
  standing: Instant | null,
): Promise<T> {
  const em = orm.em.fork() as SqlEntityManager;
  return em.transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    const entered = partnerId === null ? null : await enter(tx, partnerId);
    const now = standing ?? entered ?? (await readNow(tx));
    return within(tx, now, viewer, origin, act);
  });
}

/** Does one verb in a transaction that stands already, to its last statement. */
async function within<T>(
  tx: SqlEntityManager,
  now: Instant,
  viewer: Viewer,
  origin: string | null,
  act: (desk: Desk) => Promise<T>,
): Promise<T> {
  const events: LoggedEvent[] = [];
  const appends: Append[] = [];
  let time = now;
  const desk: Desk = {
    em: tx,
    get now() {
      return time;
    },
    notBefore: (at) => {
      if (at > time) time = at;
    },
    viewer,
    record: (event) => {
      events.push({ ...event, actor: actorOf(viewer), origin, at: time } as LoggedEvent);
    },
    append: (text, values) => {
      appends.push({ text, values });
    },
  };
  const result = await act(desk);
  await tx.flush();
  if (events.length + appends.length > 0) await logEvents(tx, events, appends);
  return result;
}

/** What the desk does by itself when its time has come, within the transaction that claimed it. */
export const actAsDesk = <T>(tx: SqlEntityManager, now: Instant, act: (desk: Desk) => Promise<T>): Promise<T> =>
  within(tx, now, theDesk, null, act);

/**
 * Confines the transaction to a partner's rows, and reads the time by the same statement: where the clock runs, it costs
 * no round trip of its own. The setting ends with the transaction.
 */
async function enter(tx: SqlEntityManager, partnerId: string): Promise<Instant> {
  const [{ now }] = await tx.execute<[{ now: Instant }]>(
    "select set_config('app.partner', ?, true), extract(epoch from desk_now())::float8 as now",
    [partnerId],
  );
  return now;
}

async function readNow(tx: SqlEntityManager): Promise<Instant> {
  const [clock] = await tx.execute<[{ now: Instant }]>("select extract(epoch from desk_now())::float8 as now");
  return clock.now;
}
