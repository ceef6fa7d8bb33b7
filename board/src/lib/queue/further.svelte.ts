import { query, type ResultOf } from "../gql.ts";
import type { QueueFilter } from "../live/queue.svelte.ts";
import { type Row, readRow } from "../live/row.ts";
import { instant } from "../time/instant.ts";
import type { Order } from "./address.ts";
import { QueueEdge, QueuePage } from "./documents.ts";

/** Rows of a page, and of each live window. */
const PAGE = 100;
/** Beyond as many pages a list is no list to work from: the view must be made narrower. */
const MOST = 10;

type Asked = { readonly order: Order; readonly filter: QueueFilter };
type PageInfo = ResultOf<typeof QueueEdge>["queue"]["entries"]["pageInfo"];

/**
 * Rows that are asked for instead of watched, page after page: in due order those below the live window, in the order of
 * taking all of them. They are true as of an instant, which is said beside them.
 */
export class Further {
  rows: readonly Row[] = $state.raw([]);
  /** Desk time at which the rows stood so; null while there are none. */
  asOf: number | null = $state(null);
  /** Whether there are more; null while that is not known. */
  more: boolean | null = $state(null);
  busy = $state(false);
  trouble: string | null = $state(null);
  #asked: Asked | null = null;
  /** How long it last took to read them, in milliseconds. */
  took = 0;
  #pages = $state(0);
  #after: string | null = null;
  /** Something happened while it was loading. */
  #again = false;
  #own = new AbortController();

  /** As many as are shown of one list. */
  get full(): boolean {
    return this.#pages >= MOST;
  }

  /** Another list, of which nothing is loaded yet. */
  reset(asked: Asked): void {
    this.#own.abort();
    this.#asked = asked;
    this.rows = [];
    this.asOf = this.more = this.#after = this.trouble = null;
    this.#pages = 0;
    this.busy = false;
  }

  /** One page more. */
  next(): Promise<void> {
    return this.#load(this.#pages + 1, this.#pages > 0 ? this.rows : null);
  }

  /** The same pages as they are now, shown at once when the last has come. Nothing where nothing is loaded. */
  async renew(): Promise<void> {
    this.#again = this.busy;
    if (this.#pages > 0) await this.#load(this.#pages, null);
  }

  /** Reads up to so many pages: on from what there is, or all anew. */
  async #load(upTo: number, known: readonly Row[] | null): Promise<void> {
    if (!this.#asked || this.busy) return;
    const asked = this.#asked;
    this.#own = new AbortController();
    const { signal } = this.#own;
    this.busy = true;
    const began = performance.now();
    try {
      let after: string | null = known ? this.#after : null;
      let more = true;
      if (!known && asked.order === "due") {
        const { queue } = await query(QueueEdge, { filter: asked.filter, first: PAGE }, signal);
        [more, after] = onward(queue.entries.pageInfo);
      }
      const rows = new Map((known ?? []).map((row) => [row.ticketId, row]));
      let asOf = this.asOf;
      for (let page = known ? this.#pages : 0; more && page < upTo; page++) {
        const order = asked.order === "due" ? "WALL" : "QUEUE";
        const { queue } = await query(QueuePage, { order, filter: asked.filter, first: PAGE, after }, signal);
        const read = instant(queue.asOf);
        if (page === 0 || asOf === null) asOf = read; // the oldest of them speaks for all
        for (const { node } of queue.entries.edges) rows.set(node.row.ticketId, readRow(node.row, read, new Map()));
        [more, after] = onward(queue.entries.pageInfo);
      }
      if (signal.aborted) return;
      this.#pages = Math.max(upTo, 1);
      this.rows = [...rows.values()];
      this.took = performance.now() - began;
      [this.asOf, this.more, this.#after, this.trouble] = [asOf, more, after, null];
    } catch (error) {
      if (!signal.aborted) this.trouble = (error as Error).message;
    } finally {
      if (!signal.aborted) this.busy = false;
    }
    if (!signal.aborted && this.#again) await this.renew();
  }
}

const onward = ({ hasNextPage, endCursor }: PageInfo): [boolean, string | null] => [
  hasNextPage && endCursor != null,
  endCursor ?? null,
];
