import { createClient, type SubscribePayload } from "graphql-ws";
import { WebSocket } from "ws";
import { checksum } from "../../api/queue/checksum.ts";

export type Row = { ticketId: string; version: number; orderKey: string; next: boolean; [field: string]: unknown };
type Message = {
  __typename: "QueueSnapshot" | "QueueDelta" | "QueueHeartbeat";
  from: string | null;
  to: string;
  rows?: Row[];
  gone?: string[];
  counts: object;
  total?: number;
  checksum?: string;
};

/** What a row is compared by: all that does not run by itself. */
export const ROW = `ticketId number version orderKey next client subject affected status assignee team coverage standing
  metric commitment dueAt calendar createdAt`;
const FIRST = 100;
export const BOARD = `subscription($after: Position) { queue(first: ${FIRST}, order: WALL, after: $after) { __typename
  ... on QueueSnapshot { from to total counts { open breached atRisk onTrack paused unassigned } rows { ${ROW} } }
  ... on QueueDelta { from to total counts { open breached atRisk onTrack paused unassigned } rows { ${ROW} } gone }
  ... on QueueHeartbeat { from to counts { open breached atRisk onTrack paused unassigned } checksum } } }`;
export const ASKED = `{ queue(order: WALL) { counts { open breached atRisk onTrack paused unassigned }
  entries(first: ${FIRST}) { edges { node { row { ${ROW} } } } } } }`;

export const inOrder = (rows: Iterable<Row>): Row[] => [...rows].sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));

/** A board as a client of the API must build it: it takes what follows on, and asks anew for what does not. */
export class FollowedBoard {
  at: string | null = null;
  readonly rows = new Map<string, Row>();
  counts: object | null = null;
  /** What came: whole, changes, signs of life; and how often it stood elsewhere than it was told, or wrong. */
  readonly came = { snapshots: 0, deltas: 0, beats: 0, gaps: 0, wrong: 0, backwards: 0, resumed: 0 };
  #socket: WebSocket | null = null;
  #stop = () => {};
  #isBack = false;
  readonly #client: ReturnType<typeof createClient>;

  constructor(url: string, token: string) {
    const keep = (socket: WebSocket) => {
      this.#socket = socket;
      this.#isBack = this.at !== null;
    };
    class Kept extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols);
        this.on("error", () => {}); // the client hears of it by the close
        keep(this);
      }
    }
    this.#client = createClient({
      url,
      webSocketImpl: Kept,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: () => new Promise((turn) => setTimeout(turn, 20 + Math.random() * 80)),
    });
    this.#listen();
  }

  #listen(): void {
    this.#stop();
    const board = this;
    const payload: SubscribePayload = {
      query: BOARD,
      get variables() {
        return { after: board.at };
      },
    };
    this.#stop = this.#client.subscribe<{ queue: Message }>(payload, {
      next: ({ data, errors }) => {
        if (data) this.#take(data.queue);
        else throw new Error(JSON.stringify(errors));
      },
      error: () => this.#listen(),
      complete: () => {},
    });
  }

  #take({ __typename, from, to, rows = [], gone = [], counts, checksum: sum }: Message): void {
    if (__typename === "QueueSnapshot") {
      this.came.snapshots += 1;
      this.rows.clear();
    } else if (from !== this.at) {
      this.came.gaps += 1;
      this.#anew();
      return;
    } else if (this.#isBack) this.came.resumed += 1;
    this.#isBack = false;
    if (this.at !== null && BigInt(to) < BigInt(this.at)) this.came.backwards += 1;
    if (__typename === "QueueDelta") this.came.deltas += 1;
    for (const id of gone) this.rows.delete(id);
    for (const row of rows) this.rows.set(row.ticketId, row);
    this.at = to;
    this.counts = counts;
    if (__typename !== "QueueHeartbeat") return;
    this.came.beats += 1;
    if (sum === checksum([...this.rows.values()])) return;
    this.came.wrong += 1;
    this.#anew();
  }

  #anew(): void {
    this.at = null;
    this.#listen();
  }

  /** The line breaks, without a word. */
  cut(): void {
    this.#socket?.terminate();
  }

  /** Its reader stops reading for a while. */
  stopReading(ms: number): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.pause();
    setTimeout(() => socket.resume(), ms);
  }

  close(): void {
    this.#stop();
    this.#client.terminate();
  }
}
