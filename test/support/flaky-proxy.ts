import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** What happens to a request on its way: it passes, or one of the accidents of a network. */
export type Accident =
  | "pass"
  /** The desk does it, and its answer never arrives. */
  | "lose the answer"
  /** The line breaks before the desk hears of it. */
  | "lose the request"
  /** Taken, and never answered. */
  | "silence"
  /** Somebody in between answers. */
  | { status: number; headers?: Record<string, string>; body?: string };

export type Seen = { headers: IncomingMessage["headers"]; body: string };

/** A real line to a desk, on which accidents happen as the test says; sockets pass, until they are cut. */
export async function flakyProxy(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const line = {
    url: "",
    /** Every request that came, in its order. */
    seen: [] as Seen[],
    /** What happens to the next requests, one each; then they pass. */
    accidents: [] as Accident[],
    /** Called when the desk has answered, before the answer goes on: here a test kills whoever asked. */
    beforeAnswer: (_body: string) => {},
    /** Whether sockets are let through; without it, they are hung up on. */
    sockets: true,
    /** How many sockets came. */
    opened: 0,
    /** Breaks all open sockets at once. */
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      line.cut();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  const forward = (incoming: IncomingMessage, body: string, response: ServerResponse | null) =>
    new Promise<void>((done) => {
      const { method, url: path, headers } = incoming;
      const out = request({ hostname, port, method, path, headers }, (answer) => {
        line.beforeAnswer(body);
        if (response) answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
        else answer.resume();
        answer.once("end", done);
      });
      out.once("error", () => {
        incoming.socket.destroy();
        done();
      });
      out.end(body);
    });

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.once("end", async () => {
      const body = Buffer.concat(chunks).toString();
      line.seen.push({ headers: incoming.headers, body });
      const accident = line.accidents.shift() ?? "pass";
      if (accident === "pass") await forward(incoming, body, response);
      else if (accident === "lose the answer") {
        await forward(incoming, body, null);
        incoming.socket.destroy();
      } else if (accident === "lose the request") incoming.socket.destroy();
      else if (accident !== "silence") response.writeHead(accident.status, accident.headers).end(accident.body ?? "");
    });
  });
  server.on("upgrade", (incoming: IncomingMessage, near: Socket, head: Buffer) => {
    line.opened += 1;
    if (!line.sockets) return near.destroy();
    const far = connect(Number(port), hostname, () => {
      const { rawHeaders } = incoming;
      const pairs = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}`] : []));
      far.write(`GET ${incoming.url} HTTP/1.1\r\n${pairs.join("\r\n")}\r\n\r\n`);
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const { port: mine } = server.address() as AddressInfo;
  line.url = `http://127.0.0.1:${mine}/graphql`;
  return line;
}
