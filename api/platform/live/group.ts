import { type Changes, HEARTBEAT_MS } from "../changes.ts";
import { Frame, type Rendered } from "./frame.ts";
import type { Member } from "./member.ts";
import { Ring } from "./ring.ts";
import type { Story, Told, Why } from "./story.ts";

/** What time it is and how things are counted, for whoever joins: all who come within this time share one look. */
const FRESH_MS = 200;

export type Course = {
  readonly begin: () => Promise<Story>;
  readonly render: (message: Told) => Promise<Rendered>;
  readonly changes: Changes;
};

/**
 * All who asked for the same thing: one look, one execution, one serialisation for each message. Everything happens one
 * after the other, so that nobody who joins can fall between two messages. What fails is tried again with the next change
 * or beat; meanwhile nothing is said, and readers see by the silence that their picture is old.
 */
export class Group {
  readonly #course: Course;
  readonly #members = new Set<Member>();
  readonly #ring = new Ring();
  readonly #due = new Set<Why>();
  readonly #end: () => void;
  #last: Promise<void> = Promise.resolve();
  #story: Story | null = null;
  #whole: Frame | null = null;
  /** How many messages were told so far. */
  #told = 0;
  /** A sign of life as of the last look. */
  #sign: Frame | null = null;
  /** The count of changes at the last look: what came later has not been told yet; and when that was. */
  #seen = -1;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #failing = false;

  constructor(course: Course) {
    this.#course = course;
    const unlisten = course.changes.listen(() => this.#call("change"));
    const beat = setInterval(() => this.#call("beat"), HEARTBEAT_MS);
    this.#end = () => {
      unlisten();
      clearInterval(beat);
    };
  }

  get size(): number {
    return this.#members.size;
  }

  join(member: Member): void {
    this.#members.add(member);
    this.#inTurn(async () => {
      // whoever joins sees all that was done before, and what time it is
      if (this.#seen !== this.#course.changes.count || this.#isOld) await this.#look("join");
      await this.#bring(member);
    });
  }

  leave(member: Member): void {
    this.#members.delete(member);
    if (this.#members.size === 0) this.#end();
  }

  /** Whoever was slow and has read on gets one catch-up. */
  tend(): void {
    for (const member of this.#members) {
      if (!member.isSlow || !member.hasReadOn) continue;
      member.isSlow = false;
      this.#inTurn(async () => {
        if (this.#isOld) await this.#look("join");
        await this.#bring(member);
      });
    }
  }

  get #isOld(): boolean {
    return !this.#story || performance.now() - this.#lookedAt > FRESH_MS;
  }

  /** At most one look of a kind waits, however slow they are. */
  #call(why: Why): void {
    if (this.#due.has(why)) return;
    this.#due.add(why);
    this.#inTurn(() => {
      this.#due.delete(why);
      return this.#look(why);
    });
  }

  #inTurn(act: () => Promise<void>): void {
    const failed = (error: Error) => {
      if (!this.#failing) this.#course.changes.onFault(error);
      this.#failing = true;
    };
    this.#last = this.#last.then(act).then(() => {
      this.#failing = false;
    }, failed);
  }

  async #look(why: Why): Promise<void> {
    if (this.#members.size === 0) return;
    const seen = this.#course.changes.count;
    this.#lookedAt = performance.now();
    if (!this.#story) this.#story = await this.#course.begin();
    else for (const frame of await this.#find(this.#story, why)) this.#publish(frame);
    this.#seen = seen;
    this.#whole = this.#sign = null;
    for (const member of this.#members) if (member.has === null) await this.#bring(member);
  }

  /** What cannot be said after it was found leaves a hole: the story begins anew then, and everybody needs all of it. */
  async #find(story: Story, why: Why): Promise<Frame[]> {
    const messages = await story.tell(why);
    try {
      return await Promise.all(messages.map((message) => this.#frame(message)));
    } catch (error) {
      this.#story = null;
      this.#whole = null;
      this.#ring.clear();
      for (const member of this.#members) member.has = null;
      throw error;
    }
  }

  async #frame(message: Told): Promise<Frame> {
    return new Frame(message, await this.#course.render(message));
  }

  #publish(frame: Frame): void {
    this.#ring.add(frame);
    this.#whole = this.#sign = null;
    this.#told += 1;
    // whoever has less is new, slow, or about to be brought here
    for (const member of this.#members)
      if (member.has === this.#told - 1 && !member.isSlow && member.take(frame)) member.has = this.#told;
  }

  /** From wherever it stands to what was told last: by what it missed, or by everything. */
  async #bring(member: Member): Promise<void> {
    const story = this.#story;
    if (!story || !this.#members.has(member) || member.has === this.#told) return;
    const missed = this.#missedBy(member);
    for (const [i, frame] of missed?.entries() ?? []) {
      if (!member.take(frame)) return;
      member.has = this.#told - (missed as readonly Frame[]).length + i + 1;
    }
    if (!missed) this.#whole ??= await this.#frame(story.whole());
    else this.#sign ??= await this.#frame(story.sign()); // what was missed tells the time as it was then
    const frame = missed ? this.#sign : this.#whole;
    if (frame && this.#members.has(member) && member.take(frame)) member.has = this.#told;
  }

  /** Null: that is not kept, or everything must be told anew. Whoever comes back says where it stood. */
  #missedBy(member: Member): readonly Frame[] | null {
    if (member.has !== null) return this.#ring.last(this.#told - member.has);
    return member.isNew ? this.#ring.after(member.after) : null;
  }
}
