/** A message has a place: it follows `from` (null: it stands by itself), and whoever has it stands at `to`. */
export type Told = { readonly from: string | null; readonly to: string };
/** A look after a change, for a heartbeat, or for somebody who joins. */
export type Why = "change" | "beat" | "join";

/**
 * The course of one live field, told alike to everybody who asked for the same. It remembers what it told last; each look
 * says what has changed since then, so that messages follow one another without a gap, whatever failed in between.
 */
export interface Story {
  /** Looks again: the messages that lead from what was told last to now; none where nothing shows. */
  tell(why: Why): Promise<readonly Told[]>;
  /** Everything, as it was told last: for whoever joins. */
  whole(): Told;
  /** A sign of life at the position told last: for whoever comes back and has missed nothing. */
  sign(): Told;
}

/** What a live field's `subscribe` answers: how its story begins. It begins once for all who share it. */
export class Live {
  readonly begin: () => Promise<Story>;

  constructor(begin: () => Promise<Story>) {
    this.begin = begin;
  }
}
