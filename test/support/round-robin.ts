import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The smallest thing that spreads a load: in turn to each process that says it is ready, asked ten times a second. It
 * goes on to the next only where nothing was sent yet; what it cannot place it answers with 503 and Retry-After.
 */
export async function roundRobin(ports: readonly number[]) {
  const ready = new Set<number>();
  let turn = 0;
  const look = setInterval(() => {
    for (const port of ports)
      fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) })
        .then((r) => (r.ok ? ready.add(port) : ready.delete(port)))
        .catch(() => ready.delete(port));
  }, 100);
  const server = createServer((asked, answered) => {
    const body: Buffer[] = [];
    asked.on("data", (d) => body.push(d));
    asked.on("end", () => {
      turn += 1;
      const order = [...ready];
      const next = (tried: number) => {
        const port = order[(turn + tried) % order.length];
        if (port === undefined || tried >= order.length) return answered.writeHead(503, { "retry-after": "1" }).end();
        let reached = false;
        const on = request(
          { port, host: "127.0.0.1", path: asked.url, method: asked.method, headers: asked.headers, agent: false },
          (r) => {
            answered.writeHead(r.statusCode ?? 502, r.headers);
            r.pipe(answered);
          },
        );
        on.on("socket", (socket) => socket.once("connect", () => (reached = true)));
        on.on("error", () => (reached ? answered.writeHead(502).end() : next(tried + 1)));
        on.end(Buffer.concat(body));
      };
      next(0);
    });
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    isReady: (port: number) => ready.has(port),
    close: () => {
      clearInterval(look);
      server.close();
      server.closeAllConnections();
    },
  };
}
