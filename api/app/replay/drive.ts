import type { DeskClient } from "../../../schema/sdk/client.ts";
import { act, open } from "./act.ts";
import type { DeskNames } from "./desk-names.ts";
import { inParallel } from "./in-parallel.ts";
import type { Minute, Turn } from "./minutes.ts";
import type { Oddities } from "./oddities.ts";
import { instantOf } from "./rows.ts";
import { type Status, type Tracked, verbsForRow, type WaitingOn } from "./verbs-for-row.ts";

/** Rows of different tickets within one minute go side by side. */
const AT_ONCE = 8;

type Standing = { id: string | null; tracked: Tracked };
export type Progress = { rows: number; quiet: number; requests: number; at: number };

/** Drives a desk through a log, minute by minute. Each minute is done before the next begins, so time never goes back. */
export class Driver {
  readonly #desk: DeskClient;
  readonly #names: DeskNames;
  readonly #oddities: Oddities;
  readonly #standing = new Map<string, Standing>();
  readonly progress: Progress = { rows: 0, quiet: 0, requests: 0, at: 0 };

  constructor(desk: DeskClient, names: DeskNames, oddities: Oddities) {
    this.#desk = desk;
    this.#names = names;
    this.#oddities = oddities;
  }

  /** Everything in this minute was done by an earlier run: only what the tickets became is noted. */
  skip(minute: Minute): void {
    for (const { number, opening, rows } of minute.turns) {
      if (opening) this.#standing.set(number, { id: null, tracked: newTicket(opening.priority) });
      const own = this.#standing.get(number) as Standing;
      for (const row of rows) {
        const { after, odd } = verbsForRow(own.tracked, row);
        for (const kind of odd) this.#oddities.note(kind, number, instantOf(minute.at));
        own.tracked = after;
      }
    }
    this.progress.rows += minute.rows;
    this.progress.at = minute.at;
  }

  /** `interrupted`: an earlier run may have done part of this minute, so the desk is asked how its tickets stand. */
  async play(minute: Minute, interrupted = false): Promise<void> {
    const at = instantOf(minute.at);
    await inParallel(minute.turns, AT_ONCE, (turn) => this.#turn(turn, at, interrupted));
    this.progress.rows += minute.rows;
    this.progress.at = minute.at;
  }

  async #turn({ number, opening, rows }: Turn, at: string, interrupted: boolean): Promise<void> {
    if (opening) {
      const id = await open(this.#desk, this.#names, opening, at);
      this.progress.requests += 1;
      this.#standing.set(number, { id, tracked: newTicket(opening.priority) });
    }
    const own = this.#standing.get(number) as Standing;
    if (interrupted || own.id === null) await this.#look(number, own, interrupted);
    for (const row of rows) {
      const { verbs, after, odd } = verbsForRow(own.tracked, row);
      for (const kind of odd) this.#oddities.note(kind, number, at);
      own.tracked = after;
      if (verbs.length === 0) {
        this.progress.quiet += 1;
        continue;
      }
      this.progress.requests += 1;
      const refusals = await act(this.#desk, this.#names, own.id as string, verbs, at);
      for (const refusal of refusals) this.#oddities.note(`refused: ${refusal}`, number, at);
    }
  }

  async #look(number: string, own: Standing, full: boolean): Promise<void> {
    const { ticket } = await this.#desk.request<{ ticket: Seen | null }>(
      `query($id: String!) { ticket(externalRef: { system: "replay", id: $id }) {
         id status waitingOn closedAt priority { code } team { name } assignee { name } } }`,
      { id: number },
    );
    if (!ticket) throw new Error(`${number} is not on this desk: was its data changed since the replay stopped?`);
    own.id = ticket.id;
    if (full)
      own.tracked = {
        status: ticket.status,
        waitingOn: ticket.waitingOn,
        priority: ticket.priority.code,
        group: ticket.team?.name ?? "",
        assignee: ticket.assignee?.name ?? "",
        closedAt: ticket.closedAt === null ? null : Date.parse(ticket.closedAt) / 60_000,
      };
  }
}

type Seen = {
  id: string;
  status: Status;
  waitingOn: WaitingOn | null;
  closedAt: string | null;
  priority: { code: string };
  team: { name: string } | null;
  assignee: { name: string } | null;
};
const newTicket = (priority: string): Tracked => ({
  status: "NEW",
  waitingOn: null,
  priority,
  group: "",
  assignee: "",
  closedAt: null,
});
