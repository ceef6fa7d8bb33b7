import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { CloseCode } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { OpenSockets } from "../../people/open-sockets.ts";
import type { Logger } from "../../platform/log.ts";
import { isForeign } from "../../platform/origin.ts";
import { SHAPE, SOCKETS } from "../../platform/shape-limits.ts";
import type { Extra, GraphqlSockets } from "./graphql-socket.ts";

const PROTOCOL = "graphql-transport-ws";
/** What RFC 6455 says to a client that may come back: it read too slowly, or its key holds too many sockets. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const LOOK_MS = 1_000;

/** Made here once: in place it would hold on to the request as long as its socket lives. */
const ignore = () => {};

type Held = { readonly extra: Extra; slowSince: number | null; alive: boolean };

/**
 * The sockets of this process: who may open one, whose it is, and when it is cut. The library speaks the protocol; this
 * is its transport. A message is made only when the one before it has left for the network, so that a reader that does
 * not read costs one message; what it provokes besides is bounded here.
 */
export class Sockets {
  readonly #wss = new WebSocketServer({
    noServer: true,
    maxPayload: SHAPE.frameBytes,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  readonly #held = new Map<WebSocket, Held>();
  readonly #log: Logger;
  readonly #own: string | null;
  readonly #byCredential: OpenSockets;
  readonly #timers: NodeJS.Timeout[];
  #running: () => number = () => 0;
  #closing = false;

  /** `own`: the desk's public origin; `byCredential` closes whatever a credential opened when it ends. */
  constructor(http: Server, log: Logger, own: string | null, byCredential: OpenSockets) {
    this.#log = log;
    this.#own = own;
    this.#byCredential = byCredential;
    http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    const every = (ms: number, act: () => void) => setInterval(act, ms).unref();
    this.#timers = [every(LOOK_MS, () => this.#cutSlow()), every(SOCKETS.pingSeconds * 1000, () => this.#ping())];
  }

  get count(): number {
    return this.#held.size;
  }

  get operations(): number {
    return this.#running();
  }

  /** Opens each socket to the protocol. */
  serve(graphql: GraphqlSockets): void {
    const contexts = new Set<() => number>();
    this.#running = () => [...contexts].reduce((all, count) => all + count(), 0);
    this.#wss.on("connection", (socket: WebSocket, request: IncomingMessage) => {
      const extra: Extra = { socket, request };
      const held: Held = { extra, slowSince: null, alive: true };
      this.#held.set(socket, held);
      let open = 0;
      const count = () => open;
      contexts.add(count);
      const closed = graphql.opened(
        {
          protocol: socket.protocol,
          send: (text) =>
            new Promise((sent) => (socket.readyState === socket.OPEN ? socket.send(text, () => sent()) : sent())),
          close: (code, reason) => socket.close(code, reason),
          onMessage: (take) =>
            socket.on("message", (data) => {
              // what is closed acts no more: a client that never answers the close frame goes on sending for a while
              if (socket.readyState !== socket.OPEN) return;
              if (socket.bufferedAmount > SOCKETS.mostWaitingBytes) return socket.terminate();
              open += 1;
              // not awaited: what was read would be held in memory as long as its operation runs
              take(String(data))
                .catch((error: Error) => {
                  this.#log.error({ err: error }, "a socket's message failed");
                  socket.close(CloseCode.InternalServerError, "Internal server error");
                })
                .finally(() => {
                  open -= 1;
                });
            }),
        },
        extra,
      );
      socket.on("pong", () => {
        held.alive = true;
      });
      socket.on("error", (error) => this.#log.debug({ err: error }, "a socket broke")); // ws has closed it by then
      socket.once("close", (code, reason) => {
        this.#held.delete(socket);
        extra.forget?.();
        contexts.delete(count);
        closed(code, String(reason))?.catch?.((error: Error) =>
          this.#log.error({ err: error }, "a socket did not end well"),
        );
      });
    });
  }

  /** Whether a credential may have this socket too. */
  joined(extra: Extra): boolean {
    const id = extra.visitor?.viewer.id as string;
    let own = 0;
    for (const { extra: other } of this.#held.values()) if (other.visitor?.viewer.id === id) own += 1;
    if (own <= SOCKETS.perCredential) {
      // one that left while it was looked up is not held any more
      if (this.#held.has(extra.socket)) extra.forget = this.#byCredential.opened(id, extra.socket);
      return true;
    }
    extra.socket.close(TRY_AGAIN_LATER, `A credential holds at most ${SOCKETS.perCredential} sockets`);
    return false;
  }

  /** Tells everybody to go on elsewhere; whoever has not gone by the bound is cut. */
  async close(boundMs: number): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const socket of this.#held.keys()) socket.close(GOING_AWAY, "Going away");
    const until = performance.now() + boundMs;
    while (this.#held.size > 0 && performance.now() < until) await new Promise((turn) => setTimeout(turn, 10));
    for (const socket of this.#held.keys()) socket.terminate();
    this.#wss.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", ignore);
    const path = (request.url ?? "").split("?")[0];
    const status = this.#closing
      ? "503 Service Unavailable\r\nretry-after: 1"
      : path !== "/graphql"
        ? "404 Not Found"
        : isForeign(request, this.#own)
          ? "403 Forbidden"
          : null;
    if (status) return void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    this.#wss.handleUpgrade(request, socket, head, (ws) => this.#wss.emit("connection", ws, request));
  }

  #cutSlow(): void {
    const now = performance.now();
    for (const [socket, held] of this.#held) {
      if (socket.bufferedAmount <= SOCKETS.slowBytes) held.slowSince = null;
      else held.slowSince ??= now;
      if (held.slowSince === null || now - held.slowSince < SOCKETS.slowSeconds * 1000) continue;
      // the close frame queues behind what it does not read: it sees the code if it reads on at once
      socket.close(TRY_AGAIN_LATER, "Read too slowly");
      setTimeout(() => socket.terminate(), LOOK_MS).unref();
    }
  }

  #ping(): void {
    for (const [socket, held] of this.#held) {
      if (!held.alive) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        held.alive = false;
        socket.ping();
      }
    }
  }
}
