import pg from "pg";
import { FairQueue } from "./fair-queue.ts";
import { isStaff, type Viewer } from "./viewer.ts";

/** One statement. A name makes it prepared: once parsed per connection, so it is for texts that never vary. */
export type Query = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] };
type Named = { name: string; text: string; values: unknown[] };

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const DASH = 45;
const ZERO = 48;
/** Instants arrive as the core knows them: whole seconds since 1970. Dates arrive as text. */
export const types = {
  getTypeParser: ((oid: number, format: never) => {
    if (oid === TIMESTAMPTZ) return instantIn;
    return oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** Every connection speaks UTC: "YYYY-MM-DD HH:MM:SS…+00". By hand, because a page has hundreds, and `Date.parse` is four times slower. */
function instantIn(text: string): number {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(0) === ZERO)
    return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`) / 1000;
  const two = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
  const date = Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8));
  return date / 1000 + two(11) * 3600 + two(14) * 60 + two(17);
}

type Wire = {
  stream: { cork(): void; uncork(): void };
  bind(m: { portal: string; statement: string; values: string[] }): void;
  execute(m: { portal: string }): void;
};
// @types/pg knows Query's constructor only; these are the hooks pg calls on any object passed to query()
const PgQuery = pg.Query as unknown as new (
  q: Named,
) => {
  submit(c: Wire): Error | null;
  handleDataRow(m: unknown): void;
  handleCommandComplete(m: unknown, c: Wire): void;
};

/**
 * One round trip: Bind and Execute of `tenant`, then the query's own messages and Sync. All up to a Sync is one implicit
 * transaction, so the local setting lives exactly as long as the query: nothing to begin, commit or clean up.
 */
class ScopedQuery extends PgQuery {
  readonly #partner: string;
  #setting = true;
  constructor(partner: string, q: Named) {
    super({ ...q }); // a copy: pg writes `callback` into the object it is given
    this.#partner = partner;
  }
  override submit(c: Wire) {
    c.stream.cork();
    try {
      c.bind({ portal: "", statement: "tenant", values: [this.#partner] });
      c.execute({ portal: "" });
      return super.submit(c);
    } finally {
      c.stream.uncork();
    }
  }
  override handleDataRow(m: unknown) {
    if (!this.#setting) super.handleDataRow(m);
  }
  override handleCommandComplete(m: unknown, c: Wire) {
    if (this.#setting) this.#setting = false;
    else super.handleCommandComplete(m, c);
  }
}

const quiet = (pool: pg.Pool): pg.Pool => pool.on("error", () => {}); // an idle client lost its server: the pool dropped it

export type PoolUse = {
  readonly name: string;
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
};

/** The one door for reads. A viewer without a scope reads nothing. */
export class ReadDoor {
  readonly #staff: pg.Pool;
  readonly #scoped: pg.Pool;
  /** One answer may need hundreds of statements: they wait for their turn beside another's few, not before them. */
  readonly #turns: FairQueue;

  constructor(urls: { staff: string; scoped: string }, size = 8) {
    // one after the other: with two, a key's answer has the database's processors to itself, and others' wait for it
    this.#turns = new FairQueue({ atOnceInAll: size, atOncePerKey: 1, waitingPerKey: Number.POSITIVE_INFINITY });
    const config = { max: size, types, options: "-c TimeZone=UTC", idleTimeoutMillis: 30_000, allowExitOnIdle: true };
    this.#staff = quiet(new pg.Pool({ ...config, connectionString: urls.staff, application_name: "watchdesk-read" }));
    this.#scoped = quiet(
      new pg.Pool({
        ...config,
        connectionString: urls.scoped,
        application_name: "watchdesk-scoped",
        onConnect: (c: pg.ClientBase) => c.query("prepare tenant (text) as select set_config('app.partner', $1, true)"),
      } as pg.PoolConfig),
    );
  }

  /** Within what the viewer's partner owns; staff and walls see the whole desk. */
  read<R>(viewer: Viewer, query: Query): Promise<R[]> {
    if (isStaff(viewer) || viewer.kind === "WALL") return this.readAsDesk(query);
    if (viewer.partnerId === null) throw new Error(`a ${viewer.kind} without a partner can read nothing`);
    const { id, partnerId } = viewer;
    return this.#turns.run(id, () => this.#readScoped<R>(partnerId, query));
  }

  async readAsDesk<R>(query: Query): Promise<R[]> {
    return (await this.#staff.query({ ...query, values: [...query.values] } as pg.QueryConfig)).rows as R[];
  }

  /** The callback form, because `query(submittable)` gives no promise. */
  #readScoped<R>(partner: string, q: Query): Promise<R[]> {
    const named = { name: q.name ?? "", text: q.text, values: [...q.values] };
    return new Promise<R[]>((ok, fail) =>
      (
        this.#scoped.query.bind(this.#scoped) as unknown as (
          q: unknown,
          v: undefined,
          done: (e: Error | undefined, r: { rows: R[] }) => void,
        ) => void
      )(new ScopedQuery(partner, named), undefined, (e, r) => (e ? fail(e) : ok(r.rows))),
    );
  }

  /** How busy the connections are. */
  get use(): PoolUse[] {
    const of = (name: string, pool: pg.Pool) => ({
      name,
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    });
    const scoped = of("scoped", this.#scoped);
    return [of("read", this.#staff), { ...scoped, waiting: scoped.waiting + this.#turns.waiting }];
  }

  async close(): Promise<void> {
    await Promise.all([this.#staff.end(), this.#scoped.end()]);
  }
}
