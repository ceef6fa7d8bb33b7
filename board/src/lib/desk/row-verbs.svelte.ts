import { goto } from "$app/navigation";
import type { Row } from "../live/row.ts";
import type { Shortcuts } from "../shortcuts.svelte.ts";
import { toasts } from "../toasts.svelte.ts";
import type { Picks } from "./picks.svelte.ts";
import { changeWords, type RowChange } from "./row-change.ts";
import { changeRows, type Outcome, type Refused, undoRows } from "./row-work.ts";

/** What verbs need of the list: the row pointed at, and all that are shown. */
type List = {
  readonly picks: Picks;
  readonly current: Row | undefined;
  readonly all: readonly Row[];
  take(row: Row | undefined): Promise<void>;
  changed(): void;
};
/** What became of what was done to several, until it is put away. */
export type Summary = {
  readonly said: string;
  readonly refused: readonly Refused[];
  readonly undo: (() => void) | null;
};
type Asked = { readonly verb: "ASSIGN" | "WAIT"; readonly rows: readonly Row[] };

const tickets = (n: number): string => `${n.toLocaleString("en")} ticket${n === 1 ? "" : "s"}`;
const waits = ({ status }: Row): boolean => status === "WAITING" || status === "SCHEDULED";

/** What is done to the row pointed at, or, while some are selected, to all of those. */
export class RowVerbs {
  readonly #list: List;
  /** A verb that has to know more first. */
  asked: Asked | null = $state.raw(null);
  progress: { readonly done: number; readonly of: number } | null = $state.raw(null);
  summary: Summary | null = $state.raw(null);
  readonly picked: readonly Row[] = $derived.by(() =>
    this.#list.all.filter(({ ticketId }) => this.#list.picks.has(ticketId)),
  );
  /** Whether any that is selected waits: it can be taken up again. */
  readonly anyWaits: boolean = $derived(this.picked.some(waits));

  constructor(list: List) {
    this.#list = list;
  }

  readonly keys: Shortcuts = {
    t: () => void this.take(),
    a: () => this.ask("ASSIGN"),
    p: () => this.ask("WAIT"),
    u: () => void this.resume(),
    r: () => this.#open("#reply"),
    // who agreed is asked there
    s: () => this.#open("#connect"),
    b: () => this.#open("#book"),
    x: () => this.#pick((id) => this.#list.picks.toggle(id)),
    X: () => this.#pick((id) => this.extendTo(id)),
  };

  extendTo(id: string): void {
    this.#list.picks.extend(
      id,
      this.#list.all.map(({ ticketId }) => ticketId),
    );
  }

  /** How many more rows could be selected. */
  readonly rest: number = $derived.by(() => this.#list.all.length - this.picked.length);

  pickAll(): void {
    this.#list.picks.set(this.#list.all.map(({ ticketId }) => ticketId));
  }

  /** Puts away what lies on top: what became of the last act, then the selection. Answers whether there was any. */
  putAway(): boolean {
    if (this.summary) this.summary = null;
    else if (this.#list.picks.size > 0) this.#list.picks.clear();
    else return false;
    return true;
  }

  async take(): Promise<void> {
    const rows = this.#targets();
    if (this.picked.length > 0) await this.change(rows, { kind: "take" });
    else await this.#list.take(rows[0]);
  }

  ask(verb: Asked["verb"]): void {
    const rows = this.#targets();
    if (rows.length > 0 && !this.progress) this.asked = { verb, rows };
  }

  /** Those that wait are taken up again. */
  async resume(): Promise<void> {
    const targets = this.#targets();
    const rows = targets.filter(waits);
    if (rows.length > 0) await this.change(rows, { kind: "resume" });
    else if (targets.length > 0) toasts.say(targets.length === 1 ? "It does not wait." : "None of them waits.");
  }

  async change(rows: readonly Row[], change: RowChange): Promise<void> {
    this.asked = null;
    const outcome = await this.#run(rows.length, (onOne) => changeRows(rows, change, onOne));
    if (!outcome) return;
    if (rows.length > 1 || this.#list.picks.size > 0)
      this.#list.picks.set(outcome.refused.map(({ row }) => row.ticketId));
    this.#tell(outcome, rows.length, changeWords(change));
    this.#list.changed();
  }

  async #undo(outcome: Outcome): Promise<void> {
    const undone = await this.#run(outcome.undo.length, (onOne) => undoRows(outcome.undo, onOne));
    if (!undone) return;
    this.#tell({ ...undone, undo: [] }, outcome.undo.length, "as before");
    this.#list.changed();
  }

  async #run(of: number, work: (onOne: () => void) => Promise<Outcome>): Promise<Outcome | null> {
    if (this.progress) return null;
    this.summary = null;
    this.progress = { done: 0, of };
    try {
      return await work(() => (this.progress = { done: (this.progress?.done ?? 0) + 1, of }));
    } catch (error) {
      toasts.say((error as Error).message, { tone: "refused" }); // before the first of them: nothing was done
      return null;
    } finally {
      this.progress = null;
    }
  }

  /** One ticket is told of in passing; of several, or of what was refused among them, it is told until it is put away. */
  #tell(outcome: Outcome, of: number, words: string): void {
    const { done, refused } = outcome;
    const [only] = [...done, ...refused.map(({ row }) => row)];
    const undo = outcome.undo.length > 0 ? () => void this.#undo(outcome) : null;
    if (of === 1 && only)
      toasts.say(`#${only.number} ${refused[0] ? `stays as it is. ${refused[0].message}` : `is ${words}`}`, {
        tone: refused[0] ? "refused" : "said",
        ...(undo ? { undo } : {}),
      });
    else
      this.summary = { said: `${tickets(done.length)} ${done.length === 1 ? "is" : "are"} ${words}.`, refused, undo };
  }

  /** What a verb is for. */
  #targets(): readonly Row[] {
    if (this.picked.length > 0) return this.picked;
    const row = this.#pointedAt();
    return row ? [row] : [];
  }

  #pointedAt(): Row | undefined {
    const { current } = this.#list;
    if (!current) toasts.say("Choose a row first: j moves down, k up.");
    return current;
  }

  #pick(act: (id: string) => void): void {
    const row = this.#pointedAt();
    if (row) act(row.ticketId);
  }

  #open(hash: string): void {
    const row = this.#pointedAt();
    if (row) void goto(`/t/${row.number}${hash}`);
  }
}
