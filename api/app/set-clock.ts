import pg from "pg";
import type { Instant } from "../core/time.ts";
import type { Orm } from "../platform/database.ts";
import { type DueRows, earliestOf, fireDue, lookAhead } from "../platform/due-rows.ts";
import type { EventFeed } from "../platform/feed.ts";
import type { SetClock } from "../platform/house.ts";
import { setDeskTime } from "../platform/now.ts";
import { drain } from "../platform/sequencer.ts";

type Clock = { now: Instant; rate: number; sandbox: boolean };
const MOST_RATE = 100_000;

/**
 * A sandbox's time machine. Setting the clock stops at each edge on the way and fires it at its own instant, in order;
 * it answers once the log has positions for all that happened and this process has told its boards. One call at a time.
 */
export class TimeMachine {
  readonly #pool: pg.Pool;
  readonly #orm: Orm;
  readonly #sources: readonly DueRows[];
  readonly #feed: EventFeed;
  readonly #changed: () => void;
  #queue: Promise<unknown> = Promise.resolve();
  /** Whether nobody else sets this clock. Then a standing one, once known, needs no look at the database. */
  readonly #alone: boolean;
  #known: Clock | null = null;
  /** Grows whenever the clock is moved: what was asked before then is old when it answers. */
  #moves = 0;

  constructor(
    workerUrl: string,
    orm: Orm,
    sources: readonly DueRows[],
    feed: EventFeed,
    changed: () => void,
    alone: boolean,
  ) {
    this.#pool = new pg.Pool({ connectionString: workerUrl, max: 2, application_name: "watchdesk-clock" });
    this.#pool.on("error", () => {});
    this.#orm = orm;
    this.#sources = sources;
    this.#feed = feed;
    this.#changed = changed;
    this.#alone = alone;
  }

  /** The time of a clock that stands, where this process knows it. */
  get standing(): Instant | null {
    return this.#standing?.now ?? null;
  }

  /** The clock was moved: what this process knew of it, or is just asking, is old. */
  forget(): void {
    this.#moves += 1;
    this.#standing = null;
  }

  get #standing(): Clock | null {
    return this.#known;
  }

  set #standing(clock: Clock | null) {
    this.#known = this.#alone ? clock : null;
  }

  async clock(): Promise<Clock> {
    return this.#standing ?? this.#read();
  }

  set(to: Instant | null, rate: number | null): Promise<SetClock> {
    return this.#inTurn(() => this.#set(to, rate));
  }

  /**
   * Sets the clock for what comes next. Everything due on the way has been fired and told, as by `set`; where nothing
   * was, it does not wait for the boards to hear of what happened before.
   */
  reach(to: Instant): Promise<SetClock | null> {
    return this.#inTurn(async () => {
      const now = this.standing;
      if (now === to) return null;
      if (now !== null && to > now && (await this.#leap(to))) {
        this.#changed();
        return null;
      }
      return this.#set(to, null);
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(act);
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #read(): Promise<Clock> {
    const moves = this.#moves;
    const { rows } = await this.#pool.query<Clock>({
      name: "clock",
      text: "select extract(epoch from desk_now())::float8 as now, case when sandbox then rate else 1 end as rate, sandbox from desk_clock",
    });
    const clock = rows[0] as Clock;
    if (moves === this.#moves) this.#standing = clock.sandbox && clock.rate === 0 ? clock : null;
    return clock;
  }

  async #set(to: Instant | null, rate: number | null): Promise<SetClock> {
    const before = await this.clock();
    const refused = (
      code: "NOT_A_SANDBOX" | "BACKWARDS" | "INVALID",
      field: string | null,
      message: string,
    ): SetClock => ({
      kind: "refused",
      code,
      field,
      message,
    });
    if (!before.sandbox) return refused("NOT_A_SANDBOX", null, "This desk keeps real time: start one with --sandbox.");
    if (rate !== null && !(rate >= 0 && rate <= MOST_RATE))
      return refused("INVALID", "rate", `Expected a rate from 0 to ${MOST_RATE}.`);
    if (to !== null && to < before.now && (await this.#hasHappened()))
      return refused(
        "BACKWARDS",
        "to",
        "A desk's clock never goes back: start another sandbox for an earlier instant.",
      );
    let edgesFired = 0;
    if (to === null || rate !== null || before.rate !== 0 || !(await this.#leap(to))) {
      if (to !== null) edgesFired = await this.#travel(before.now, to);
      await this.#move(to, rate);
      // workers sleep by the time and the rate that they knew
      await this.#pool.query("select pg_notify('wake', '')");
    }
    // somebody else may have moved what was waiting: then the counter says how far
    const position = (await drain(this.#pool as never)) ?? (await this.#last());
    await this.#feed.reached(position);
    this.#changed();
    return { kind: "set", clock: this.#standing ?? (await this.#read()), position, edgesFired };
  }

  /** The usual step of a script: the clock stands, and nothing falls due on the way. One statement decides and does it. */
  async #leap(to: Instant): Promise<boolean> {
    const { rowCount } = await this.#pool.query({
      name: "leap",
      text: `update desk_clock set now = to_timestamp($1), anchored_at = clock_timestamp()
              where sandbox and rate = 0 and now <= to_timestamp($1) and not coalesce(${earliestOf(this.#sources)} <= to_timestamp($1), false)`,
      values: [to],
    });
    if (rowCount !== 1) return false;
    this.forget();
    this.#standing = { now: to, rate: 0, sandbox: true };
    return true;
  }

  /** Fires what is due before `to`, each at its own instant. */
  async #travel(from: Instant, to: Instant): Promise<number> {
    const look = () => lookAhead(this.#pool as never, this.#sources);
    let fired = 0;
    for (let at = from; ; ) {
      const next = await this.#next();
      if (next === null || next > to) return fired;
      at = Math.max(at, next) as Instant;
      await this.#move(at, null);
      const { fired: n } = await fireDue(this.#orm, this.#sources, look);
      fired += n;
      // a worker beside us holds what is due: let it finish
      if (n === 0) await new Promise((done) => setTimeout(done, 2));
    }
  }

  async #move(to: Instant | null, rate: number | null): Promise<void> {
    this.forget();
    await setDeskTime(this.#pool as never, to, rate);
    this.forget();
  }

  async #next(): Promise<Instant | null> {
    const { rows } = await this.#pool.query<{ at: Instant | null }>({
      name: "next-edge",
      text: `select extract(epoch from ${earliestOf(this.#sources)})::float8 as at`,
    });
    return rows[0]?.at ?? null;
  }

  /** A sandbox on which nothing has happened yet may still begin at any instant. */
  async #hasHappened(): Promise<boolean> {
    await drain(this.#pool as never);
    return (await this.#last()) !== "0";
  }

  async #last(): Promise<string> {
    const { rows } = await this.#pool.query<{ last: string }>({
      name: "last-position",
      text: "select last::text from event_counter where partner_id = '00000000-0000-0000-0000-000000000000'",
    });
    return (rows[0] as { last: string }).last;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
