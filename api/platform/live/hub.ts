import { type Course, Group } from "./group.ts";
import type { Member } from "./member.ts";

const TEND_MS = 250;

/** Everything live in this process, by what was asked and by what its askers may see. */
export class LiveHub {
  readonly #groups = new Map<string, Group>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      for (const group of this.#groups.values()) group.tend();
    }, TEND_MS).unref();
  }

  /** Joins those who share a key; `course` is what the first of them brings. Answers how to leave. */
  join(key: string, course: Course, member: Member): () => void {
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = new Group(course)));
    const joined = group;
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
