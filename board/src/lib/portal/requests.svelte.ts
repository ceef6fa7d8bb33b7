import { query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { MyRequests, type RequestShown } from "./documents.ts";

/** The requests that somebody made, newest first. */
export class Requests {
  shown: readonly RequestShown[] | null = $state.raw(null);
  next: string | null = $state(null);
  trouble: string | null = $state(null);

  /** Anew from the newest; what was read beyond the first page stays below it. */
  async load(): Promise<void> {
    await this.#read(null, (first) => {
      const ids = new Set(first.map(({ id }) => id));
      const older = this.shown?.slice(first.length).filter(({ id }) => !ids.has(id)) ?? [];
      return [...first, ...older];
    });
  }

  async more(): Promise<void> {
    if (this.next) await this.#read(this.next, (older) => [...(this.shown ?? []), ...older]);
  }

  async #read(after: string | null, put: (page: RequestShown[]) => readonly RequestShown[]): Promise<void> {
    try {
      const { tickets, deskClock: clock } = await query(MyRequests, { after });
      deskClock.hear(clock);
      const beyond = after === null && (this.shown?.length ?? 0) > tickets.edges.length;
      this.shown = put(tickets.edges.map(({ node }) => node));
      if (!beyond) this.next = tickets.pageInfo.hasNextPage ? (tickets.pageInfo.endCursor ?? null) : null;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}
