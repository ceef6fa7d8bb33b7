import { DeskError } from "../desk-error.ts";
import { mutate, type ResultOf, subscribe, type VariablesOf } from "../gql.ts";
import type { Stop } from "../socket.ts";
import { type CountsMessage, QueueChanges, TakeNext, TakeTicket } from "./documents.ts";
import { LiveRows } from "./live-rows.svelte.ts";
import type { Row } from "./row.ts";
import { type Shown, shownAfter, shownAnew } from "./shown.ts";

type Message = ResultOf<typeof QueueChanges>["queue"];
type Whole = Extract<Message, { __typename: "QueueSnapshot" | "QueueDelta" }>;
export type QueueFilter = NonNullable<VariablesOf<typeof QueueChanges>["filter"]>;
type Picture = Shown & { readonly counts: CountsMessage; readonly total: number };
export type Outcome = { readonly ok: boolean; readonly said: string; readonly number?: number };

/** Rows of the window. It is asked for, and kept to if more should come: a page of thousands is no page. */
const FIRST = 100;

/** All open tickets, live, in wall order; with what this technician has just taken, before the desk has said so. */
export class LiveQueue extends LiveRows<Picture> {
  /** Taken here, by ticket: the name shown until the desk's answer is in the picture. */
  #taken: ReadonlyMap<string, { readonly by: string; readonly settled: boolean }> = $state.raw(new Map());
  readonly rows: readonly Row[] = $derived(
    (this.picture?.rows.slice(0, FIRST) ?? []).map((row) => {
      const taken = this.#taken.get(row.ticketId);
      return taken && !row.assignee ? { ...row, assignee: taken.by, next: false } : row;
    }),
  );
  #filter: QueueFilter | null = null;

  start(filter: QueueFilter | null): Stop {
    this.#filter = filter;
    return this.anew();
  }

  /** Shows it as taken at once; a refusal takes that back and says who was faster. */
  async take(row: Row, me: string): Promise<Outcome> {
    this.#note(row.ticketId, { by: me, settled: false });
    try {
      const { takeTicket } = await mutate(TakeTicket, { ticketId: row.ticketId });
      const [refusal] = takeTicket.userErrors;
      if (!refusal) {
        this.#note(row.ticketId, { by: me, settled: true });
        return { ok: true, said: `You have #${row.number} ${row.client}`, number: row.number };
      }
      this.#note(row.ticketId, null);
      const faster = takeTicket.current?.assignee?.name;
      return { ok: false, said: faster && faster !== me ? `${faster} took it first` : refusal.message };
    } catch (error) {
      this.#note(row.ticketId, null);
      return { ok: false, said: error instanceof DeskError ? error.message : "That did not work." };
    }
  }

  async takeNext(): Promise<Outcome> {
    try {
      const { takeNext } = await mutate(TakeNext, {});
      const [refusal] = takeNext.userErrors;
      if (refusal || !takeNext.ticket)
        return {
          ok: false,
          said:
            refusal?.code === "QUEUE_EMPTY"
              ? "Nothing to take: the queue is empty"
              : (refusal?.message ?? "Nothing to take"),
        };
      const { number, subject, client } = takeNext.ticket;
      return { ok: true, said: `You have #${number} ${client?.name ?? subject}`, number };
    } catch (error) {
      return { ok: false, said: error instanceof DeskError ? error.message : "That did not work." };
    }
  }

  #note(ticketId: string, taken: { by: string; settled: boolean } | null): void {
    const next = new Map(this.#taken);
    if (taken) next.set(ticketId, taken);
    else next.delete(ticketId);
    this.#taken = next;
  }

  protected override listen(): Stop {
    const variables = () => ({ first: FIRST, after: this.position, ...(this.#filter && { filter: this.#filter }) });
    return subscribe(QueueChanges, variables, {
      next: ({ queue }) => this.#apply(queue),
      error: ({ code, message }) => {
        if (code === "FORBIDDEN" || code === "BAD_REQUEST") this.refusal = message;
      },
    });
  }

  #apply(message: Message): void {
    const { counts } = message;
    switch (message.__typename) {
      case "QueueHeartbeat":
        this.follow(message, (picture) => ({ ...picture, counts }));
        break;
      case "QueueDelta":
        this.follow(message, (picture) => {
          this.#settle();
          return pictureOf(message, shownAfter(picture, message));
        });
        break;
      default:
        this.replace(message.to, message, pictureOf(message, shownAnew(message)));
        this.#settle();
    }
  }

  /** What the desk has answered is in what it tells from now on. */
  #settle(): void {
    this.#taken = new Map([...this.#taken].filter(([, taken]) => !taken.settled));
  }
}

/** There are at least as many as came. */
const pictureOf = ({ counts, total }: Whole, shown: Shown): Picture => ({
  ...shown,
  ...{ counts, total: Math.max(total, shown.rows.length) },
});
