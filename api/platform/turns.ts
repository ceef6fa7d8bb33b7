/** Machine time a request waits for another of the same name. */
export const PATIENCE_MS = 5_000;

/** Somebody of the same name was still at it when patience ended. */
export class StillInProgress extends Error {}

/**
 * Lets acts of one name go one after the other within this process, so that fifty equal requests wait here and not each
 * on a connection of its own. Between processes the database lets them wait.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #patienceMs: number;

  constructor(patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
  }

  async take<T>(name: string, act: () => Promise<T>): Promise<T> {
    const until = performance.now() + this.#patienceMs;
    for (let ahead = this.#last.get(name); ahead; ahead = this.#last.get(name)) await endOf(ahead, until);
    const mine = act();
    const ended = mine.then(
      () => {},
      () => {},
    );
    this.#last.set(name, ended);
    try {
      return await mine;
    } finally {
      this.#last.delete(name);
    }
  }
}

async function endOf(ahead: Promise<unknown>, until: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new StillInProgress()), until - performance.now());
  });
  await Promise.race([ahead, late]).finally(() => clearTimeout(timer));
}
