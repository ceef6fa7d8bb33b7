import type { LogRow } from "../platform/event-log.ts";
import type { House } from "../platform/house.ts";
import type { Viewer } from "../platform/viewer.ts";
import { placeIn } from "./change-page.sql.ts";
import { type Feed, feedOf, type Wanted } from "./feed-of.ts";
import { readChanges } from "./read-changes.ts";

const PAGE = 100;
/** What is held for a reader that does not pull. Beyond it, nothing is: the reader gets pages from the log. */
const MOST_HELD = 300;

/** Whether a reader of a feed wants an event that the process has just heard; says the same as the statement of a page. */
function wants(feed: Feed, wanted: Wanted, row: LogRow): boolean {
  if (wanted.types && !wanted.types.includes(row.type)) return false;
  if (wanted.notOrigin !== null && row.origin === wanted.notOrigin) return false;
  if (wanted.notPartner && row.actor.kind === "PARTNER") return false;
  return feed.desk || row.payload["commitment"] !== "INTERNAL";
}

export type Stretch = { from: string; to: string; rows: LogRow[] };

/**
 * A reader's way through its feed: from wherever it stands by pages of the log, then by what this process hears. What
 * is heard is held only up to a bound; a reader that falls behind it, or misses anything, is read pages again. `next`
 * answers null while there is nothing that is wanted.
 */
export class ChangeStream {
  readonly #house: House;
  readonly #viewer: Viewer;
  readonly #feed: Feed;
  readonly #wanted: Wanted;
  /** Told to the reader up to here. */
  #told: bigint;
  /** Looked through up to here, whether or not anything was wanted. */
  #seen: bigint;
  /** Heard up to here without a gap since `#held` was begun; null: not listening to what comes yet. */
  #heard: bigint | null = null;
  #held: LogRow[] = [];
  /** The last place of this feed that was announced, held or not. */
  #announced = 0n;
  readonly #unlisten: () => void;

  constructor(house: House, viewer: Viewer, after: string, wanted: Wanted, onNews: () => void) {
    this.#house = house;
    this.#viewer = viewer;
    this.#feed = feedOf(viewer);
    this.#wanted = wanted;
    this.#told = this.#seen = BigInt(after);
    this.#unlisten = house.feed.listen((events) => {
      if (this.#hear(events)) onNews();
    });
  }

  /** How much is held for a reader that does not pull. */
  get held(): number {
    return this.#held.length;
  }

  close(): void {
    this.#unlisten();
    this.#held = [];
  }

  /** Whether any of it concerns this feed. */
  #hear(events: readonly LogRow[]): boolean {
    let any = false;
    for (const row of events) {
      if (!this.#feed.desk && row.partnerId !== this.#feed.counter) continue;
      any = true;
      const place = BigInt(placeIn(this.#feed, row));
      this.#announced = place;
      if (this.#heard === null) continue;
      if (place <= this.#heard) continue;
      if (place !== this.#heard + 1n || this.#held.length >= MOST_HELD) {
        this.#heard = null;
        this.#held = [];
        continue;
      }
      this.#heard = place;
      if (wants(this.#feed, this.#wanted, row)) this.#held.push(row);
    }
    return any;
  }

  /** The next stretch with anything in it, or null: nothing for now. */
  async next(): Promise<Stretch | null> {
    while (this.#heard === null) {
      const page = await readChanges(this.#house, this.#viewer, String(this.#seen), PAGE, this.#wanted);
      this.#seen = BigInt(page.to);
      // from here on what comes is held; what came while the page was read is not on it, so it is read first
      if (!page.more && this.#announced <= this.#seen) this.#heard = this.#seen;
      if (page.rows.length > 0) return this.#tell(page.rows);
    }
    const rows = this.#held.splice(0, PAGE);
    // all that was heard is told or unwanted, unless more is held: then only up to the last that is told
    this.#seen = this.#held.length > 0 ? BigInt(placeIn(this.#feed, rows.at(-1) as LogRow)) : this.#heard;
    return rows.length > 0 ? this.#tell(rows) : null;
  }

  #tell(rows: LogRow[]): Stretch {
    return { ...this.advance(), rows };
  }

  /** Moves the reader to where was looked; a heartbeat carries it past what was left out. */
  advance(): { from: string; to: string } {
    const from = String(this.#told);
    this.#told = this.#seen;
    return { from, to: String(this.#told) };
  }
}
