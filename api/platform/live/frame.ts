/** Boards of the same build count their operations alike: few different ids, and then the very same bytes. */
const MOST_HEADS = 8;

/** What a message looks like on the wire, made once for all: only the operation's id before it differs. */
export type Rendered = { readonly json: string; readonly points: number };

/** One message of a group, ready to be sent. */
export class Frame {
  readonly from: string | null;
  readonly to: string;
  readonly points: number;
  readonly #json: string;
  readonly #bytes = new Map<string, Buffer>();

  constructor({ from, to }: { from: string | null; to: string }, { json, points }: Rendered) {
    this.from = from;
    this.to = to;
    this.#json = json;
    this.points = points;
  }

  get size(): number {
    return this.#json.length;
  }

  /** A buffer: a string would be encoded anew for each socket. */
  bytesAfter(head: string): Buffer {
    const known = this.#bytes.get(head);
    if (known) return known;
    const bytes = Buffer.from(`${head}${this.#json}}`);
    if (this.#bytes.size < MOST_HEADS) this.#bytes.set(head, bytes);
    return bytes;
  }
}
