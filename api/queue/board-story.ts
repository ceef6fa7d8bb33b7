import type { Instant } from "../core/time.ts";
import type { Story, Told, Why } from "../platform/live/story.ts";
import { difference, isOld, type Shown } from "./board-difference.ts";
import { checksum } from "./checksum.ts";

/** What is told besides rows and calendars, with each message. */
export type Facts = {
  readonly asOf: Instant;
  readonly clock: { readonly sandbox: boolean };
  readonly counts: object;
};
/** A board as it is now; `position` was read before its rows, so that they may be newer, never older. */
export type Look<F extends Facts> = Shown & { readonly position: string; readonly facts: F };

/** The course of a board: all of it to whoever joins, then what moves, and every 5 s a sign of life with a checksum. */
export class BoardStory<F extends Facts> implements Story {
  readonly #look: () => Promise<Look<F>>;
  readonly #showing: (facts: F) => unknown;
  readonly #all: (told: Look<F>) => object;
  readonly #build: string;
  #told: Look<F>;
  /** When everything was told anew, in desk time. */
  #anewAt: Instant;

  private constructor(parts: Parts<F>, told: Look<F>) {
    this.#look = parts.look;
    this.#showing = parts.showing;
    this.#all = parts.all;
    this.#build = parts.build;
    this.#told = told;
    this.#anewAt = told.facts.asOf;
  }

  static async begin<F extends Facts>(parts: Parts<F>): Promise<BoardStory<F>> {
    return new BoardStory(parts, await parts.look());
  }

  async tell(why: Why): Promise<readonly Told[]> {
    const now = await this.#look();
    const before = this.#told;
    const { asOf, clock } = now.facts;
    const clockMayBeSet = clock.sandbox && why === "change"; // that is told at once, and no event comes with it
    const moved = isOld(this.#anewAt, asOf) ? null : difference(before, now, asOf);
    const told: Told[] = [];
    if (moved === null) {
      this.#anewAt = asOf;
      told.push({ ...this.#all(now), from: before.position, to: now.position });
    } else if (moved.rows.length + moved.gone.length > 0 || clockMayBeSet || this.#differs(before, now))
      told.push({ ...now.facts, ...moved, from: before.position, to: now.position } as Told);
    if (why === "beat") told.push(this.#beat(now, told.length > 0 ? now.position : before.position));
    // what is not told is not taken for told: the next message follows the last one
    this.#told = told.length > 0 ? now : { ...now, position: before.position };
    return told;
  }

  whole(): Told {
    return { ...this.#all(this.#told), from: null, to: this.#told.position };
  }

  sign(): Told {
    return this.#beat(this.#told, this.#told.position);
  }

  #differs(before: Look<F>, now: Look<F>): boolean {
    return JSON.stringify(this.#showing(before.facts)) !== JSON.stringify(this.#showing(now.facts));
  }

  #beat(now: Look<F>, from: string): Told {
    return { ...now.facts, from, to: now.position, build: this.#build, checksum: checksum(now.rows) };
  }
}

type Parts<F extends Facts> = {
  readonly look: () => Promise<Look<F>>;
  /** Of the facts, those that are worth a message by themselves; the others come with the next beat. */
  readonly showing: (facts: F) => unknown;
  /** The message that replaces whatever was shown. */
  readonly all: (told: Look<F>) => object;
  readonly build: string;
};
