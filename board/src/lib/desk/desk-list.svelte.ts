import { tick } from "svelte";
import { goto } from "$app/navigation";
import { Announcer } from "../live/announcer.svelte.ts";
import { holdOrder } from "../live/held-order.ts";
import { LiveQueue, type Outcome, type QueueFilter } from "../live/queue.svelte.ts";
import type { Row } from "../live/row.ts";
import type { Shortcuts } from "../shortcuts.svelte.ts";
import type { Stop } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { toasts } from "../toasts.svelte.ts";
import { signedIn } from "../viewer.svelte.ts";
import { Picks } from "./picks.svelte.ts";
import { RowVerbs } from "./row-verbs.svelte.ts";

type Places = {
  /** The rows in their order, where it is not the live one. */
  readonly order?: () => readonly Row[];
  /** Rows below them, for moving on from the last. */
  readonly below?: () => readonly Row[];
  /** Tickets were changed from here. */
  readonly onChanged?: () => void;
};

/** A live list that is worked from the keyboard: one row is pointed at, and while it is the order stands still. */
export class DeskList {
  readonly queue = new LiveQueue();
  readonly announcer = new Announcer();
  readonly picks = new Picks();
  readonly #places: Places;
  readonly order: readonly Row[] = $derived.by(() => this.#places.order?.() ?? this.queue.rows);
  /** The ticket pointed at. */
  chosen: string | null = $state(null);
  /** The order kept under the pointer. */
  #held: readonly Row[] | null = $state.raw(null);
  readonly shown = $derived(
    this.#held
      ? holdOrder(this.#held, this.order)
      : { rows: this.order.map((row) => ({ ...row, gone: false })), changes: 0 },
  );

  readonly verbs: RowVerbs = new RowVerbs(this);

  constructor(places: Places = {}) {
    this.#places = places;
  }

  get held(): boolean {
    return this.#held !== null;
  }

  /** Another list from the beginning. Call inside an effect. */
  start(filter: QueueFilter): Stop {
    this.announcer.reset();
    this.leave();
    this.picks.clear();
    return this.queue.start(filter);
  }

  /** Speaks for the list. Call inside an effect. */
  announce(): void {
    this.announcer.hear(this.queue.rows, this.queue.liveness.stale, deskClock.now, deskClock.machine);
  }

  point(ticketId: string): void {
    this.#held ??= this.order;
    this.chosen = ticketId;
  }

  leave(): void {
    this.#held = null;
    this.chosen = null;
  }

  /** First what lies on top is put away, then the row is let go. */
  letGo(): void {
    if (this.verbs.putAway()) return;
    this.leave();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  /** Takes the live order; the row pointed at keeps the focus, wherever it has gone. */
  async apply(): Promise<void> {
    const id = this.chosen;
    this.#held = null;
    await tick();
    if (id) focusRow(id);
  }

  async take(row: Row | undefined): Promise<void> {
    if (!row) return;
    const me = signedIn.current;
    this.#answer(await this.queue.take(row, me?.technician?.name ?? me?.name ?? "You"));
  }

  pick({ ticketId }: Row, stretch: boolean): void {
    if (stretch) this.verbs.extendTo(ticketId);
    else this.picks.toggle(ticketId);
  }

  async takeNext(): Promise<void> {
    this.#answer(await this.queue.takeNext());
  }

  /** The row pointed at, as it is now. */
  get current(): Row | undefined {
    return this.all.find(({ ticketId }) => ticketId === this.chosen);
  }

  /** All rows that are shown and have not left the list. */
  get all(): readonly Row[] {
    return this.#all.filter((row) => !("gone" in row && row.gone));
  }

  changed(): void {
    this.#places.onChanged?.();
  }

  /** The keys that every list has. */
  readonly keys: Shortcuts = {
    j: () => this.#move(1),
    k: () => this.#move(-1),
    ArrowDown: () => this.#move(1),
    ArrowUp: () => this.#move(-1),
    Enter: () => {
      if (this.current) void goto(`/t/${this.current.number}`);
    },
    n: () => void this.takeNext(),
    ...this.verbs.keys,
    c: () => void goto("/t/new"),
    ".": () => void this.apply(),
    "g w": () => location.assign("/board/wall"),
    Escape: () => this.letGo(),
  };

  get #all(): readonly Row[] {
    return [...this.shown.rows, ...(this.#places.below?.() ?? [])];
  }

  #move(by: 1 | -1): void {
    const rows = this.#all;
    const at = rows.findIndex((row) => row.ticketId === this.chosen);
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
    if (!next) return;
    this.point(next.ticketId);
    focusRow(next.ticketId);
  }

  #answer({ ok, said, number }: Outcome): void {
    toasts.say(said, { tone: ok ? "said" : "refused", ...(number ? { href: `/t/${number}` } : {}) });
    if (ok) this.changed();
  }
}

const focusRow = (id: string) => document.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"] a`)?.focus();
