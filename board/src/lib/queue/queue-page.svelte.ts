import { untrack } from "svelte";
import { goto } from "$app/navigation";
import { DeskList } from "../desk/desk-list.svelte.ts";
import type { QueueFilter } from "../live/queue.svelte.ts";
import type { Row } from "../live/row.ts";
import type { Stop } from "../socket.ts";
import { signedIn } from "../viewer.svelte.ts";
import { type Asked, filterOf, type Order, pathOf } from "./address.ts";
import { Choices } from "./choices.svelte.ts";
import type { Choice } from "./find-filter.ts";
import { Further } from "./further.svelte.ts";
import { Why } from "./why.svelte.ts";

/** Pages that were loaded are asked for again after a change, but no more often than this (milliseconds)… */
const RENEW_EVERY = { due: 15_000, take: 4_000 } as const;
/** …and never so often that the desk would spend more than a tenth of its time on it. */
const REST = 10;

/** The queue as its address asks for it: the live window, what was loaded besides, why a row is where it is. */
export class QueuePage {
  readonly #asked: () => Asked;
  readonly asked: Asked = $derived.by(() => this.#asked());
  readonly further = new Further();
  readonly why = new Why();
  readonly choices = new Choices();
  readonly #live: ReadonlyMap<string, Row> = $derived.by(
    () => new Map(this.list.queue.rows.map((row) => [row.ticketId, row])),
  );
  readonly list: DeskList = new DeskList({
    order: () =>
      this.asked.order === "due"
        ? this.list.queue.rows
        : this.further.rows.map((row) => this.#live.get(row.ticketId) ?? row),
    below: () => this.below,
    onChanged: () => void this.further.renew(),
  });
  /** What follows the live window in due order. */
  readonly below: readonly Row[] = $derived.by(() =>
    this.asked.order === "due" ? this.further.rows.filter((row) => !this.#live.has(row.ticketId)) : [],
  );
  readonly filter = $derived.by(() => filterOf(this.asked, signedIn.current?.technician?.id ?? null));
  readonly chosen: readonly Choice[] = $derived.by(() => [
    ...this.choices.of("client", this.asked.clientId),
    ...this.choices.of("team", this.asked.teamId),
  ]);
  #renewed = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(asked: () => Asked) {
    this.#asked = asked;
  }

  /** Listens to what is asked for. Call inside an effect. */
  start(): Stop | undefined {
    const { filter } = this;
    const { order } = this.asked;
    if (!filter) return;
    const stop = untrack(() => this.#listen({ filter, order }));
    return () => {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      stop();
    };
  }

  #listen(asked: { filter: QueueFilter; order: Order }): Stop {
    this.further.reset(asked);
    this.why.close();
    this.#renewed = performance.now();
    if (asked.order === "take") void this.further.next();
    return this.list.start(asked.filter);
  }

  /** Something changed in the live window: what was loaded may be otherwise too. */
  changed(): void {
    if (this.#waiting !== undefined || this.further.asOf === null) return;
    const every = Math.max(RENEW_EVERY[this.asked.order], this.further.took * REST);
    const wait = this.#renewed + every - performance.now();
    this.#waiting = setTimeout(
      () => {
        this.#waiting = undefined;
        this.#renewed = performance.now();
        void this.further.renew();
      },
      Math.max(0, wait),
    );
  }

  /** Whether a row is true now, or as of when its page was read. */
  live = (row: Row): boolean => this.#live.has(row.ticketId);

  ask(change: Partial<Asked>): void {
    void goto(pathOf({ ...this.asked, ...change }), { replace: true, reset: false });
  }

  /** Filters of the address that stand for nothing here. */
  readonly unknown: readonly Choice[] = $derived.by(() => this.chosen.filter((choice) => this.choices.lacks(choice)));

  dropFilters(choices: readonly Choice[]): void {
    const kinds = choices.map(({ kind }) => kind);
    this.ask({ ...(kinds.includes("client") && { clientId: null }), ...(kinds.includes("team") && { teamId: null }) });
  }

  setFilter({ kind, id }: Choice, on: boolean): void {
    this.ask(kind === "client" ? { clientId: on ? id : null } : { teamId: on ? id : null });
  }
}
