import type pg from "pg";
import { eventsAfter, type LogRow } from "./event-log.ts";
import { connectForEver, type Lasting } from "./lasting-connection.ts";
import type { ReadDoor } from "./read.ts";

const POLL_MS = 1_000;
const PAGE = 1_000;

export type Listener = (events: readonly LogRow[]) => void;

/**
 * News from the log, in order and without a gap, for whoever watches in this process. Woken by notifications, carried by
 * a poll: a lost notification costs a second at most. Positions are dense, so there is no gap to look for.
 */
export class EventFeed {
  readonly #door: ReadDoor;
  readonly #onFault: (error: Error) => void;
  readonly #listeners = new Set<Listener>();
  #position = 0n;
  #connection: Lasting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  /** The position that somebody knows to exist; and whether to look without knowing. */
  #known = 0n;
  #look = false;
  #waiting: { position: bigint; done: () => void }[] = [];

  constructor(door: ReadDoor, onFault: (error: Error) => void = () => {}) {
    this.#door = door;
    this.#onFault = onFault;
  }

  /** Where this process has come to; everything up to here was given to the listeners. */
  get position(): string {
    return String(this.#position);
  }

  /** Starts at the log's present end. */
  async start(url: string): Promise<this> {
    const [row] = await this.#door.readAsDesk<{ last: string }>({
      text: "select last::text from event_counter where partner_id = '00000000-0000-0000-0000-000000000000'",
      values: [],
    });
    this.#position = BigInt(row?.last ?? 0);
    const listen = async (client: pg.Client, signal: AbortSignal) => {
      client.on("notification", ({ payload }) => this.catchUp(payload ? BigInt(payload) : undefined));
      await client.query("listen event");
      this.catchUp();
      await new Promise<void>((done) => signal.addEventListener("abort", () => done(), { once: true }));
    };
    this.#connection = connectForEver(url, "watchdesk-feed", listen, this.#onFault);
    this.#timer = setInterval(() => this.catchUp(), POLL_MS).unref();
    return this;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves once everything up to a position was given to the listeners. */
  reached(position: string): Promise<void> {
    if (this.#position >= BigInt(position)) return Promise.resolve();
    const waiting = new Promise<void>((done) => this.#waiting.push({ position: BigInt(position), done }));
    this.catchUp(BigInt(position));
    return waiting;
  }

  /** Reads on, now: to a position that is known to exist, or to wherever the log ends. One read at a time. */
  catchUp(position?: bigint): void {
    if (position === undefined) this.#look = true;
    else if (position > this.#known) this.#known = position;
    if (!this.#isBehind) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
  }

  get #isBehind(): boolean {
    return this.#look || this.#known > this.#position;
  }

  async #read(): Promise<void> {
    while (this.#isBehind) {
      this.#look = false;
      const known = this.#known;
      try {
        let page = PAGE;
        while (page === PAGE) page = await this.#readPage();
        if (page === 0 && this.#known === known) this.#known = this.#position; // not there after all: the poll will see
      } catch {
        return; // the poll tries again: the database may be on its way back
      }
    }
  }

  async #readPage(): Promise<number> {
    const events = await this.#door.readAsDesk<LogRow>(eventsAfter(this.#position, PAGE));
    if (events.length === 0) return 0;
    this.#position = BigInt((events.at(-1) as LogRow).position);
    for (const listener of this.#listeners) listener(events);
    this.#waiting = this.#waiting.filter((w) => {
      if (w.position <= this.#position) w.done();
      return w.position > this.#position;
    });
    return events.length;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#connection?.stop();
    await this.#reading;
  }
}
