import type { Socket } from "node:net";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import type { Logger } from "../../platform/log.ts";
import { badRequest } from "../../platform/refusals.ts";
import { PATIENCE, SHAPE } from "../../platform/shape-limits.ts";
import { ATTACHMENTS } from "../../tickets/attachments/limits.ts";
import { requestIdOf } from "./request-id.ts";

/** How requests come in at all: how slow, how large and how malformed they may be, and what they are told otherwise. */
export function createTransport(log: Logger, trustProxy: readonly string[]): FastifyInstance {
  const fastify = Fastify({
    trustProxy: [...trustProxy],
    forceCloseConnections: "idle",
    requestIdHeader: false,
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
    bodyLimit: SHAPE.bodyBytes,
    requestTimeout: ATTACHMENTS.uploadSeconds * 1000, // Node has one for all: what is no file is hurried below
    http: {
      headersTimeout: PATIENCE.headersSeconds * 1000,
      connectionsCheckingInterval: 500, // how soon Node sees that somebody is late
      maxHeaderSize: SHAPE.headerBytes,
    },
    clientErrorHandler: (error, socket) => refuseOnSocket(error, socket),
    return503OnClosing: false, // told by the one who drains, with when to come back
    frameworkErrors: (error, request, reply) => refuse(error, request as never, reply as never, log),
  });
  fastify.removeContentTypeParser("text/plain"); // bodies are JSON; a form or a text is refused by its media type
  fastify.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  fastify.addHook("preParsing", async (request, _reply, payload) => {
    const encoding = request.headers["content-encoding"];
    if (encoding && encoding.toLowerCase() !== "identity")
      throw Object.assign(new Error("Bodies come as they are, not compressed."), { statusCode: 415 });
    return payload;
  });
  hurry(fastify);
  fastify.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply, log));
  sayWhatIsAllowed(fastify);
  return fastify;
}

/** Whatever brings no file says all it wants at once: a body that trickles is cut. */
function hurry(fastify: FastifyInstance): void {
  fastify.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config.takesFiles || request.raw.complete) return;
    const late = setTimeout(() => {
      if (request.raw.complete || reply.sent) return;
      const message = `A request comes within ${PATIENCE.requestSeconds} s.`;
      answer(request, reply.header("connection", "close"), 408, badRequest(message));
    }, PATIENCE.requestSeconds * 1000).unref();
    request.raw.once("close", () => clearTimeout(late));
  });
}

const said: { readonly [status: number]: string } = {
  400: "This request cannot be read: send JSON in UTF-8.",
  413: `A body has at most ${SHAPE.bodyBytes} bytes.`,
  415: "Bodies are application/json, not compressed.",
};

/** What goes wrong before or outside of GraphQL: the client's fault by its status, or ours, told without its insides. */
function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return answer(request, reply, status, badRequest(said[status] ?? "This request cannot be read."));
  log.error({ err: error, requestId: request.id }, "a request failed");
  reply.header("x-request-id", request.id);
  return reply
    .code(500)
    .send(body("Something went wrong on our side. It was recorded.", "INTERNAL_SERVER_ERROR", request.id));
}

const answer = (request: FastifyRequest, reply: FastifyReply, status: number, error: GraphQLError) =>
  reply
    .code(status)
    .header("x-request-id", request.id)
    .send(body(error.message, "BAD_REQUEST", request.id));
const body = (message: string, code: string, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});

const onSocket: { readonly [code: string]: readonly [status: string, message: string] } = {
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", `A request comes within ${PATIENCE.requestSeconds} s.`],
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", `Headers have at most ${SHAPE.headerBytes} bytes.`],
};

/** Nothing was understood yet, so there is no reply to write to: the few bytes are written by hand, and the line is cut. */
function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, message] = onSocket[error.code ?? ""] ?? ["400 Bad Request", "This is no HTTP request."];
  const id = requestIdOf(undefined);
  const text = JSON.stringify(body(message, "BAD_REQUEST", id));
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nx-request-id: ${id}\r\nconnection: close\r\n\r\n${text}`,
    () => socket.destroy(),
  );
}

/** A method that a path does not have is answered with those that it has. */
function sayWhatIsAllowed(fastify: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  fastify.addHook("onRoute", ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const m of [method].flat()) known.add(m);
    methods.set(url, known);
  });
  fastify.addHook("onRequest", async (request, reply) => {
    if (!request.is404 && request.routeOptions.url !== "/*") return; // pages take whatever nothing else does
    const path = request.url.split("?")[0] as string;
    const reads = request.method === "GET" || request.method === "HEAD";
    const own = methods.get(path);
    // a page may stand where a form of it is sent to: /sign-in
    const isPage = reads && methods.has("/*") && !own?.has("GET");
    const allowed = isPage ? null : (own ?? (reads ? null : methods.get("/*")));
    if (!allowed || allowed.has(request.method)) return;
    const allow = [...allowed].sort().join(", ");
    return answer(request, reply.header("allow", allow), 405, badRequest(`This address takes ${allow}.`));
  });
}
