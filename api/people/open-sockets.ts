import type pg from "pg";
import { connectForEver, type Lasting } from "../platform/lasting-connection.ts";
import type { ReadDoor } from "../platform/read.ts";
import { CHANGED } from "./good-credential.sql.ts";
import { notGoodAmong } from "./sign-in.ts";

type Socket = { close(code: number, reason: string): void };

/** What closes by the desk's clock is looked for so often; also what a lost notification has left open. */
const LOOK_EVERY_MS = 1_000;

/**
 * The open sockets of this process, by the credential that opened them. One whose credential is revoked, has expired or
 * was replaced is closed with 4403: at once when that is told, within a second where it is a matter of time.
 */
export class OpenSockets {
  readonly #door: ReadDoor;
  readonly #onChange: () => void;
  readonly #onUse: (id: string) => void;
  readonly #onFault: (error: Error) => void;
  readonly #byCredential = new Map<string, Set<Socket>>();
  #connection: Lasting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;

  constructor(door: ReadDoor, on: { change: () => void; use: (id: string) => void; fault: (error: Error) => void }) {
    this.#door = door;
    this.#onChange = on.change;
    this.#onUse = on.use;
    this.#onFault = on.fault;
  }

  start(url: string): this {
    const listen = async (client: pg.Client, signal: AbortSignal) => {
      const changed = () => {
        this.#onChange();
        this.look();
      };
      client.on("notification", changed);
      await client.query(`listen ${CHANGED}`);
      changed(); // whatever was told while nobody listened
      await new Promise<void>((done) => signal.addEventListener("abort", () => done(), { once: true }));
    };
    this.#connection = connectForEver(url, "watchdesk-credentials", listen, this.#onFault);
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return this;
  }

  /** A socket was opened by a credential; the answer is to be called when it closes. */
  opened(credential: string, socket: Socket): () => void {
    const sockets = this.#byCredential.get(credential) ?? new Set();
    this.#byCredential.set(credential, sockets.add(socket));
    return () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#byCredential.get(credential) === sockets) this.#byCredential.delete(credential);
    };
  }

  /** Closes what is no longer good. One look at a time; who asks during one gets another after it. */
  look(): void {
    if (this.#byCredential.size === 0) return;
    this.#again = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
  }

  async #look(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const ids = [...this.#byCredential.keys()];
      try {
        const ended = await this.#door.readAsDesk<{ id: string }>(notGoodAmong(ids));
        for (const { id } of ended) this.#close(id);
      } catch (error) {
        this.#onFault(error as Error); // the next look finds them
      }
      for (const id of this.#byCredential.keys()) this.#onUse(id); // who watches is there
    }
  }

  #close(credential: string): void {
    const sockets = this.#byCredential.get(credential) ?? [];
    this.#byCredential.delete(credential);
    for (const socket of sockets) socket.close(4403, "Forbidden");
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#connection?.stop();
    await this.#looking;
  }
}
