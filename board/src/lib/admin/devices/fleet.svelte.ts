import { query } from "../../gql.ts";
import { deskClock } from "../../time/desk-clock.svelte.ts";
import { type Asked, filterOf, plain } from "./address.ts";
import { type DeviceShown, Devices, type StandingCount } from "./documents.ts";

const PAGE = 100;

/** The devices that an address asks for, page after page, and how many there are of each standing. */
export class Fleet {
  rows: readonly DeviceShown[] = $state.raw([]);
  counts: readonly StandingCount[] | null = $state.raw(null);
  /** Cursor to go on after; null: these are all. */
  after: string | null = $state(null);
  busy = $state(false);
  loaded = $state(false);
  trouble: string | null = $state(null);
  /** The device pointed at. */
  chosen: string | null = $state(null);
  #asked: Asked = plain;
  #own = new AbortController();

  get current(): DeviceShown | null {
    return this.rows.find(({ id }) => id === this.chosen) ?? null;
  }

  /** Another list; what was shown stays until it has come. */
  load(asked: Asked): Promise<void> {
    this.#asked = asked;
    return this.#read(1, []);
  }

  /** One page more. */
  next(): Promise<void> {
    return this.#read(1, this.rows);
  }

  /** As much of the same list as is shown, as it is now. */
  renew(): Promise<void> {
    return this.#read(Math.max(1, Math.ceil(this.rows.length / PAGE)), []);
  }

  async #read(pages: number, known: readonly DeviceShown[]): Promise<void> {
    this.#own.abort();
    const own = new AbortController();
    this.#own = own;
    this.busy = true;
    let [rows, after] = [known, known.length > 0 ? this.after : null];
    try {
      for (let page = 0; page < pages; page++) {
        const { standing: _, ...others } = filterOf(this.#asked);
        const found = await query(Devices, { first: PAGE, after, filter: filterOf(this.#asked), others }, own.signal);
        if (own.signal.aborted) return;
        deskClock.hear(found.deskClock);
        rows = [...rows, ...found.devices.edges.map(({ node }) => node)];
        const { hasNextPage, endCursor } = found.devices.pageInfo;
        after = hasNextPage ? (endCursor ?? null) : null;
        this.counts = found.all.byStanding;
        if (after === null) break;
      }
      [this.rows, this.after, this.loaded, this.trouble] = [rows, after, true, null];
    } catch (error) {
      if (!own.signal.aborted) this.trouble = (error as Error).message;
    } finally {
      if (this.#own === own) this.busy = false;
    }
  }

  /** The next row down or up; the first where none is pointed at. */
  beside(by: 1 | -1): DeviceShown | undefined {
    const at = this.rows.findIndex(({ id }) => id === this.chosen);
    return this.rows[at < 0 ? 0 : Math.min(this.rows.length - 1, Math.max(0, at + by))];
  }
}
