import type { FastifyInstance } from "fastify";
import type { Sockets } from "./sockets.ts";

/** `draining`: send no more work here. `closing`: what still comes is told to come again. */
export type Draining = { draining: boolean; closing: boolean };

/** Requests that run, and readers of sockets, have so long to finish. */
const FINISH_MS = 10_000;
const SOCKETS_MS = 2_000;

/** From the word to stop on, connections are not kept; once the doors close, a request that still comes is told when to come back. */
function answer(fastify: FastifyInstance, state: Draining): void {
  fastify.addHook("onRequest", async (_request, reply) => {
    if (!state.draining) return;
    reply.header("connection", "close");
    if (!state.closing) return;
    const error = {
      message: "This process is being stopped: ask again.",
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    };
    return reply
      .code(503)
      .header("retry-after", "1")
      .send({ errors: [error] });
  });
}

/**
 * Ends in order, within a bound: first `/readyz` says no, for as long as whoever spreads the load needs to hear it, while
 * everything is still answered; then sockets are told to go elsewhere (1001), no connection is taken, and what runs finishes.
 */
async function run(fastify: FastifyInstance, sockets: Sockets, state: Draining, noticeMs: number): Promise<void> {
  state.draining = true;
  if (noticeMs > 0) await new Promise((heard) => setTimeout(heard, noticeMs));
  state.closing = true;
  // a keep-alive connection that falls idle while we drain would otherwise hold the end up
  const idle = setInterval(() => fastify.server.closeIdleConnections(), 25);
  const bound = setTimeout(() => fastify.server.closeAllConnections(), FINISH_MS);
  await Promise.all([sockets.close(SOCKETS_MS), fastify.close()]);
  clearInterval(idle);
  clearTimeout(bound);
}

export const drain = { answer, run };
