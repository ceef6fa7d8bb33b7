import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Arrived = { path: string; headers: Record<string, string>; body: string };
/** How a receiver takes a message: it hands it on, has a bad day, or is gone for good. */
export type Mood = "up" | "down" | "gone";
const statuses: { readonly [mood in Mood]: number | null } = { up: null, down: 503, gone: 410 };

/** Stands before the receiver that a guide writes: sees what arrives, and has bad days when the guide wants one. */
export class Receiver {
  readonly arrived: Arrived[] = [];
  mood: Mood = "up";
  /** Where the guide's own program listens. */
  readonly behind: number;
  readonly #server: Server;

  private constructor(server: Server, behind: number) {
    this.#server = server;
    this.behind = behind;
  }

  static async start(): Promise<Receiver> {
    const free = createServer();
    await listen(free);
    const { port: behind } = free.address() as AddressInfo;
    await new Promise((closed) => free.close(closed));
    const server = createServer((request, response) => void receiver.#take(request, response));
    const receiver = new Receiver(server, behind);
    await listen(server);
    return receiver;
  }

  get address(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const message = {
      path: request.url ?? "",
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    };
    this.arrived.push(message);
    const status = statuses[this.mood] ?? (await this.#handOn(message));
    response.writeHead(status).end();
  }

  async #handOn({ path, headers, body }: Arrived): Promise<number> {
    const { host: _here, connection: _own, "content-length": _length, "transfer-encoding": _how, ...others } = headers;
    const answer = await fetch(`http://localhost:${this.behind}${path}`, { method: "POST", headers: others, body });
    return answer.status;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

const listen = (server: Server) => new Promise<void>((up) => server.listen(0, up));
