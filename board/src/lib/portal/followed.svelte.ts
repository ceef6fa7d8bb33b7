import { DeskError } from "../desk-error.ts";
import { query, subscribe } from "../gql.ts";
import type { Stop } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { type FollowedShown, LinesAfter, RequestByNumber, RequestChanges, type RequestLineShown } from "./documents.ts";

/** One request as whoever made it follows it: found by its number, then heard of after each of its events. */
export class Followed {
  request: FollowedShown | null = $state.raw(null);
  lines: readonly RequestLineShown[] = $state.raw([]);
  missing = $state(false);
  trouble: string | null = $state(null);
  /** False while the socket is lost: the page then shows what was, and says so. */
  live = $state(true);
  /** From where on a very long conversation is read on; null: it is whole. */
  further: string | null = $state(null);
  /** Where the last page that was read ended. */
  #end: string | null = null;
  #stopped = false;
  #unlisten: Stop = () => {};
  readonly #number: number | null;

  /** Null: what the address names is no number of a request. */
  constructor(number: number | null) {
    this.#number = number;
    this.missing = number === null;
  }

  start(): Stop {
    this.#stopped = false;
    void this.open();
    return () => {
      this.#stopped = true;
      this.#unlisten();
    };
  }

  async open(): Promise<void> {
    if (this.#number === null) return;
    try {
      const { ticket, deskClock: clock } = await query(RequestByNumber, { number: this.#number });
      if (this.#stopped) return;
      deskClock.hear(clock);
      this.trouble = null;
      this.missing = ticket === null;
      if (ticket === null) return;
      this.#show(ticket);
      this.#unlisten();
      this.#unlisten = subscribe(
        RequestChanges,
        { id: ticket.id },
        {
          next: ({ ticket: changed }) => {
            this.live = true;
            this.#show(changed);
          },
          error: () => {
            this.live = false;
          },
        },
      );
    } catch (error) {
      this.trouble = error instanceof DeskError ? error.message : "Your request could not be opened.";
    }
  }

  async readOn(): Promise<void> {
    const { request, further } = this;
    if (!request || !further) return;
    try {
      const { ticket } = await query(LinesAfter, { id: request.id, after: further });
      if (ticket) this.#add(ticket.timeline, this.lines);
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  #show(request: FollowedShown): void {
    this.request = request;
    if (this.lines.length <= request.timeline.edges.length) {
      this.#add(request.timeline, []);
      return;
    }
    // what was read on of a long conversation stays, since it only grows: the new is behind it
    this.further = this.#end;
    void this.readOn();
  }

  #add({ edges, pageInfo }: FollowedShown["timeline"], before: readonly RequestLineShown[]): void {
    this.lines = [...before, ...edges.map(({ node }) => node)];
    this.#end = pageInfo.endCursor ?? this.#end;
    this.further = pageInfo.hasNextPage ? this.#end : null;
  }
}
