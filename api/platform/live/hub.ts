import { type Course, Group } from "./group.ts";
import type { Member } from "./member.ts";

const TEND_MS = 250;
/** Each is looked at after every change: as many different questions as a desk has people, and some. */
export const MOST_GROUPS = 500;

/** Everything live in this process, by what was asked and by what its askers may see. */
export class LiveHub {
  readonly #groups = new Map<string, Group>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      for (const group of this.#groups.values()) group.tend();
    }, TEND_MS).unref();
  }

  /**
   * Joins those who share a key; `course` is what the first of them brings. Answers how to leave; null: there are too
   * many different groups already.
   */
  join(key: string, course: Course, member: Member): (() => void) | null {
    const known = this.#groups.get(key);
    if (!known && this.#groups.size >= MOST_GROUPS) return null;
    const joined = known ?? new Group(course);
    this.#groups.set(key, joined);
    joined.join(member);
    return () => {
      joined.leave(member);
      if (joined.size === 0 && this.#groups.get(key) === joined) this.#groups.delete(key);
    };
  }

  get use(): { groups: number; members: number } {
    let members = 0;
    for (const group of this.#groups.values()) members += group.size;
    return { groups: this.#groups.size, members };
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
