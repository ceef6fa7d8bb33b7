import type { Stop } from "../socket.ts";
import type { TimedMessage } from "./freshness.ts";
import { Liveness } from "./liveness.svelte.ts";
import { checksumOf, type Shown } from "./shown.ts";

/** A message that says what it follows on from; a heartbeat also what the rows must come to. */
type Following = TimedMessage & { readonly from: string | null; readonly to: string; readonly checksum?: string };

/** Rows that are live: a snapshot, then what changes; whatever does not follow on is asked for anew. */
export abstract class LiveRows<Picture extends Shown> {
  readonly liveness = new Liveness();
  picture: Picture | null = $state.raw(null);
  /** Why the desk does not show it to this token at all. */
  refusal: string | null = $state(null);
  /** Null when nothing is known. */
  protected position: string | null = null;
  #stop: Stop = () => {};

  /** Listens to what comes after the position, and to all of it where there is none; over every loss of the socket. */
  protected abstract listen(): Stop;

  /** Another question, a gap, or rows that are not what the desk means: all of it. */
  protected anew(): Stop {
    this.position = null;
    this.#stop();
    this.#stop = this.listen();
    return () => this.#stop();
  }

  /** A snapshot: it stands in place of whatever was there. */
  protected replace(to: string, message: TimedMessage, picture: Picture): void {
    this.come(to, message);
    this.picture = picture;
  }

  /** A delta or a heartbeat: it makes another picture of the one that it follows on from. */
  protected follow(message: Following, after: (picture: Picture) => Picture): void {
    if (!this.picture || message.from !== this.position) {
      this.refusal = null;
      this.anew();
      return;
    }
    this.come(message.to, message);
    this.picture = after(this.picture);
    if (message.checksum !== undefined && message.checksum !== checksumOf(this.picture.rows)) this.anew();
  }

  /** A message is taken: how far the board has come. */
  protected come(to: string, message: TimedMessage): void {
    this.refusal = null;
    this.position = to;
    this.liveness.hear(message);
  }
}
