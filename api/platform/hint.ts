import pg from "pg";

const EVERY_MS = 2;

/**
 * Says "look now" to the sequencer and the timers after a commit, on a connection of its own, outside any transaction,
 * at most once per 2 ms. A hint may get lost: whoever needs the news polls as well.
 */
export class Hint {
  readonly #pool: pg.Pool;
  #timer: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 1, application_name: "watchdesk-hint" });
    this.#pool.on("error", () => {});
  }

  give(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#pool.query("select pg_notify('wake', '')").catch(() => {});
    }, EVERY_MS);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#pool.end();
  }
}
