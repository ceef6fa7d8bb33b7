import type { WebSocket } from "ws";
import type { Frame } from "./frame.ts";

/** More than this waiting to be sent: nothing is added, the reader gets one catch-up once it has read. */
const MOST_WAITING = 64 * 1024;
const READ_ON = 16 * 1024;

/** One subscriber of a group: an operation on a socket, and how far it has come. */
export class Member {
  /** The position it came with. */
  readonly after: string | null;
  /** How many of the group's messages it has, by the group's count; null: it must be told where it is. */
  has: number | null = null;
  /** Has it been told anything yet? */
  isNew = true;
  isSlow = false;
  readonly #socket: Pick<WebSocket, "bufferedAmount" | "send">;
  readonly #head: string;
  readonly #paid: (frame: Frame) => void;

  /** `paid` is called for each frame that is sent. */
  constructor(
    socket: Pick<WebSocket, "bufferedAmount" | "send">,
    id: string,
    after: string | null,
    paid: (frame: Frame) => void,
  ) {
    this.#socket = socket;
    this.#head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    this.after = after;
    this.#paid = paid;
  }

  get hasReadOn(): boolean {
    return this.#socket.bufferedAmount < READ_ON;
  }

  /** Sends it, unless the reader is behind with reading. */
  take(frame: Frame): boolean {
    this.isSlow = this.#socket.bufferedAmount > MOST_WAITING;
    if (this.isSlow) return false;
    this.#socket.send(frame.bytesAfter(this.#head), { binary: false });
    this.isNew = false;
    this.#paid(frame);
    return true;
  }
}
