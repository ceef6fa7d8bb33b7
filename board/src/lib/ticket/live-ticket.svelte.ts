import { DeskError } from "../desk-error.ts";
import { query, type ResultOf, subscribe } from "../gql.ts";
import type { Stop } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { type LineShown, TicketByNumber, TicketChanges, type TicketShown, TimelineAfter } from "./documents.ts";

/** How many further pages of a very long conversation are asked for by themselves. */
const PAGES = 20;

/** One ticket, live: found by its number, then heard of after each of its events. */
export class LiveTicket {
  ticket: TicketShown | null = $state.raw(null);
  lines: readonly LineShown[] = $state.raw([]);
  /** There is no such number, or not for this token. */
  missing = $state(false);
  refusal: string | null = $state(null);
  /** False while the socket is lost: the page then shows what was, and says so. */
  live = $state(true);
  #stopped = false;
  #unlisten: Stop = () => {};
  #message = 0;

  readonly #number: number;

  constructor(number: number) {
    this.#number = number;
  }

  start(): Stop {
    this.#stopped = false;
    void this.#open();
    return () => {
      this.#stopped = true;
      this.#unlisten();
    };
  }

  async #open(): Promise<void> {
    try {
      const found = await query(TicketByNumber, { number: this.#number });
      if (this.#stopped) return;
      deskClock.hear(found.deskClock);
      if (!found.ticket) {
        this.missing = true;
        return;
      }
      this.#show(found.ticket);
      this.#unlisten = subscribe(
        TicketChanges,
        { id: found.ticket.id },
        {
          next: ({ ticket }) => {
            this.live = true;
            this.#show(ticket);
          },
          error: () => {
            this.live = false;
          },
        },
      );
    } catch (error) {
      this.refusal = error instanceof DeskError ? error.message : "The ticket could not be opened.";
    }
  }

  #show(ticket: TicketShown): void {
    const message = ++this.#message;
    this.ticket = ticket;
    const { edges, pageInfo } = ticket.timeline;
    const first = edges.map(({ node }) => node);
    // what was already read of a long conversation stays until it has been read again
    this.lines = pageInfo.hasNextPage ? [...first, ...this.lines.slice(first.length)] : first;
    if (pageInfo.hasNextPage && pageInfo.endCursor) void this.#readOn(ticket.id, pageInfo.endCursor, first, message);
  }

  async #readOn(id: string, cursor: string, first: readonly LineShown[], message: number): Promise<void> {
    let lines = first;
    let after: string | null = cursor;
    for (let page = 0; after !== null && page < PAGES; page++) {
      const answer: ResultOf<typeof TimelineAfter> | null = await query(TimelineAfter, { id, after }).catch(() => null);
      if (!answer?.ticket || message !== this.#message) return;
      const { edges, pageInfo }: TicketShown["timeline"] = answer.ticket.timeline;
      lines = [...lines, ...edges.map(({ node }) => node)];
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    }
    this.lines = lines;
  }
}
