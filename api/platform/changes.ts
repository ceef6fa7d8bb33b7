const APART_MS = 100;
export const HEARTBEAT_MS = 5_000;

/**
 * Says "something changed" to whoever watches, at most ten times a second, whatever happened. What comes after a silence is
 * said at once: only who was just told waits for what else there will be.
 */
export class Changes {
  readonly #listeners = new Set<() => void>();
  /** Told once for each run of failures in making messages, not for each message. */
  readonly onFault: (error: Error) => void;
  #timer: NodeJS.Timeout | undefined;
  #count = 0;
  /** When it was last said, in machine time. */
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(onFault: (error: Error) => void = () => {}) {
    this.onFault = onFault;
  }

  /** Grows with every change: what was made under an earlier count may be old. */
  get count(): number {
    return this.#count;
  }

  touch(): void {
    this.#count += 1;
    const say = () => {
      this.#timer = undefined;
      this.#saidAt = performance.now();
      for (const listener of this.#listeners) listener();
    };
    this.#timer ??= setTimeout(say, Math.max(0, this.#saidAt + APART_MS - performance.now()));
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export type Why = "first" | "change" | "beat";

/**
 * An endless series of messages: one at once, one after each change, one every 5 s in any case. Made when it is pulled,
 * so a slow reader gets the latest, never a backlog. `make` may answer null: nothing to say. A failure is nothing to
 * say either: the reader sees by the silence that its picture is old, and the next turn tries the same again.
 */
export function messages<T>(changes: Changes, make: (why: Why) => Promise<T | null>): AsyncIterableIterator<T> {
  let due: Why | null = "first";
  let owed: Why = "beat"; // a picture that failed: a beat alone would pass an old one off as fresh
  let wake = () => {};
  let over = false;
  let failing = false;
  const call = (why: Why) => {
    if (due === null || due === "beat") due = why;
    wake();
  };
  const unlisten = changes.listen(() => call("change"));
  const beat = setInterval(() => call(owed), HEARTBEAT_MS);
  const end = async (): Promise<IteratorResult<T>> => {
    over = true;
    unlisten();
    clearInterval(beat);
    wake();
    return { value: undefined, done: true };
  };
  return {
    async next() {
      while (!over) {
        if (due === null) {
          await new Promise<void>((done) => {
            wake = done;
          });
          continue;
        }
        const why: Why = due;
        due = null;
        try {
          const value = await make(why);
          failing = false;
          if (why !== "beat") owed = "beat";
          if (value !== null && !over) return { value, done: false };
        } catch (error) {
          if (!failing) changes.onFault(error as Error);
          failing = true;
          if (why !== "beat") owed = why;
        }
      }
      return { value: undefined, done: true };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
