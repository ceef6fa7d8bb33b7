import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type Message = {
  type: string;
  timestamp: string;
  position: string | null;
  data: {
    ticketId?: string | null;
    ticket?: { id: string; version: number; [field: string]: unknown } | null;
    [field: string]: unknown;
  };
};
export type Received = { id: string; position: string | null; body: Message; path: string; signatures: string[] };
export type Mood = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export const OK: Mood = (_request, response) => response.writeHead(204).end();
export const answers =
  (status: number, headers: Record<string, string> = {}): Mood =>
  (_request, response) =>
    response.writeHead(status, headers).end(`status ${status}`);
/** Takes the request and never answers. */
export const silence: Mood = () => {};
/** Breaks the line before it answers. */
export const hangsUp: Mood = (request) => request.socket.destroy();

/**
 * Somebody's server that receives webhooks: it verifies each by the standard's own library, keeps the newest of each
 * ticket by its position, and behaves as its mood is.
 */
export class Consumer {
  readonly received: Received[] = [];
  /** Everything that came, accepted or not. */
  attempts = 0;
  readonly forged: string[] = [];
  readonly tickets = new Map<string, { position: bigint; ticket: object }>();
  mood: Mood = OK;
  /** Takes what it is sent, and then says that it failed: so it is sent the same again. */
  forgetful = false;
  secrets: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Consumer> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("error", () => {});
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => consumer.#take(request, response, Buffer.concat(chunks).toString()));
    });
    const consumer = new Consumer(server);
    await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
    return consumer;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  get url(): string {
    return `http://${this.address}/hooks`;
  }

  #take(request: IncomingMessage, response: ServerResponse, text: string): void {
    this.attempts += 1;
    const headers = request.headers as Record<string, string>;
    const id = headers["webhook-id"] as string;
    if (!this.secrets.some((secret) => verifies(secret, text, headers))) this.forged.push(id);
    response.on("finish", () => {
      if (!this.forgetful && (response.statusCode < 200 || response.statusCode > 299)) return;
      const body = JSON.parse(text) as Message;
      const signatures = (headers["webhook-signature"] as string).split(" ");
      this.received.push({ id, position: body.position, body, path: request.url ?? "", signatures });
      this.#apply(body);
    });
    this.mood(request, response, text);
  }

  #apply({ position, data }: Message): void {
    if (!position || !data.ticket) return;
    const known = this.tickets.get(data.ticket.id);
    if (!known || known.position < BigInt(position))
      this.tickets.set(data.ticket.id, { position: BigInt(position), ticket: data.ticket });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

function verifies(secret: string, text: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}
