import { existsSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import cookies from "@fastify/cookie";
import Fastify, { type FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { Instant } from "../core/time.ts";
import { serveExports } from "../partners/download-export.http.ts";
import type { OidcSettings } from "../people/oidc.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { Context } from "../platform/context.ts";
import { showError, unauthenticated } from "../platform/failures.ts";
import { readIdempotencyKey } from "../platform/idempotency-key.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { Logger } from "../platform/log.ts";
import { DateTime } from "../platform/scalars.ts";
import type { Visitor } from "../platform/visitor.ts";
import { agreeOnAnswers, idempotentAnswers } from "./agree-on-answers.ts";
import type { Composed } from "./compose.ts";
import { Door } from "./door.ts";
import { buildSchema } from "./graphql-schema.ts";
import { serveBoard } from "./serve-board.ts";
import { waysIn } from "./ways-in.ts";

export type DemoSignIn = { kind: string; name: string; token: string; home: string };

/** API, sockets and board on one port. */
export async function createServer(
  { house, signIn, sockets: openSockets, machine }: Composed,
  log: Logger,
  options: {
    boardDir?: string;
    demoSignIns?: readonly DemoSignIn[];
    publicUrl?: string | null;
    openId?: OidcSettings | null;
  },
) {
  const schema = buildSchema();
  const fastify = Fastify({ forceCloseConnections: "idle", genReqId: () => uuidv7(), bodyLimit: 1024 * 1024 });
  await fastify.register(cookies);
  const own = options.publicUrl ? new URL(options.publicUrl).origin : null;
  const cookie = sessionCookie(own?.startsWith("https:") ?? false);
  const door = new Door(signIn, cookie, own, (header) => fastify.parseCookie(header));
  /** Whose request an error belongs to: the one thing that a formatter of errors is not told. */
  const requests = new WeakMap<object, string>();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => showError(formatted, error, log, requests.get(error as object)),
    plugins: [
      {
        requestDidStart: async () => ({
          didEncounterErrors: async ({ errors, contextValue }) => {
            for (const error of errors) requests.set(error, contextValue.requestId);
          },
        }),
      },
      idempotentAnswers(),
      fastifyApolloDrainPlugin(fastify),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();

  /** `Watchdesk-At`: sets a sandbox's clock first, so that a script can say when each request happens. */
  const travel = async (header: string | undefined) => {
    if (header === undefined) return;
    const refuse = (why: string) =>
      new GraphQLError(`Watchdesk-At: ${why}`, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
    const done = await machine.reach(instantIn(header, refuse));
    if (done?.kind === "refused") throw refuse(done.message);
  };
  const context = async (request: FastifyRequest) => {
    const visitor = await door.ofRequest(request);
    if (!visitor) {
      const error = unauthenticated();
      throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 401 } } });
    }
    // no text of a database can hold this character, and its protocol breaks on it
    if (JSON.stringify(request.body ?? request.query).includes("\\u0000"))
      throw new GraphQLError("A text of this request holds the character NUL (U+0000), which cannot be kept.", {
        extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
      });
    await travel(request.headers["watchdesk-at"] as string | undefined);
    return new Context(house, visitor, request.id, readIdempotencyKey(request.headers["idempotency-key"]));
  };
  fastify.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: fastifyApolloHandler(apollo, { context }),
  });
  waysIn(
    fastify,
    { house, signIn, cookie, own, log },
    { openId: options.openId ?? null, development: options.demoSignIns !== undefined },
  );
  serveExports(fastify, house, signIn);
  fastify.get("/healthz", async () => ({ ok: true, build: house.build }));
  if (options.demoSignIns) {
    const signIns = options.demoSignIns;
    // for whoever sits at this machine; a page of another origin that had its name pointed here says another host
    fastify.get("/demo/sign-ins", async ({ hostname, ip }, reply) =>
      isLoopback(ip) && isLoopback(hostname.replace(/:\d+$/, "")) ? signIns : reply.code(404).send([]),
    );
  }
  if (options.boardDir && existsSync(options.boardDir)) await serveBoard(fastify, options.boardDir);

  const wss = new WebSocketServer({ server: fastify.server, path: "/graphql", maxPayload: 256 * 1024 });
  type Extra = { visitor?: Visitor | null; closed?: () => void };
  const sockets = useServer<{ authorization?: string }, Extra>(
    {
      schema,
      isProd: true, // what went wrong on our side is for the log, not for a close frame
      onConnect: async (ctx) => {
        const { socket, request } = ctx.extra;
        const visitor = await door.ofSocket(ctx.connectionParams?.authorization, request).catch((error: Error) => {
          log.error({ err: error }, "a socket could not be opened");
          throw error;
        });
        if (visitor && socket.readyState === socket.OPEN)
          ctx.extra.closed = openSockets.opened(visitor.viewer.id, socket);
        ctx.extra.visitor = visitor;
        return visitor !== null; // false closes with 4403: Forbidden
      },
      onClose: (ctx) => ctx.extra.closed?.(),
      context: (ctx, _id, payload) => {
        if (!ctx.extra.visitor) throw unauthenticated();
        return new Context(
          house,
          ctx.extra.visitor,
          uuidv7(),
          readIdempotencyKey(payload.extensions?.["idempotencyKey"]),
        );
      },
      onNext: async (_ctx, _id, _payload, { contextValue }, result) => {
        const replayed = await agreeOnAnswers(contextValue as Context, result as never);
        const errors = result.errors?.map((e) => showError(e.toJSON(), e, log));
        const extensions = replayed && { ...result.extensions, idempotentReplayed: true };
        return (
          errors || extensions ? { ...result, ...(errors && { errors }), ...(extensions && { extensions }) } : undefined
        ) as never;
      },
      onError: (_ctx, _id, _payload, errors) =>
        errors.map((e) => showError(e instanceof GraphQLError ? asClientFault(e).toJSON() : e, e, log)),
    },
    wss,
    12_000,
  );
  return {
    listen: (port: number, host: string) => fastify.listen({ port, host }),
    close: async () => {
      // a keep-alive socket that falls idle while we drain would otherwise hold close() for 10 s
      const idle = setInterval(() => fastify.server.closeIdleConnections(), 25);
      await sockets.dispose(); // 1001 to every subscriber: clients reconnect elsewhere
      await apollo.stop(); // closes fastify, refuses new operations, waits for running ones
      clearInterval(idle);
    },
  };
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|::ffff:127\.\d+\.\d+\.\d+)$/.test(host);

function instantIn(text: string, refuse: (why: string) => Error): Instant {
  try {
    return DateTime.parseValue(text) as Instant;
  } catch (error) {
    throw refuse((error as Error).message);
  }
}

/** Before an operation runs, an error with nothing behind it is about its document: the client's to mend, not ours. */
const asClientFault = (error: GraphQLError): GraphQLError =>
  error.originalError || error.extensions["code"]
    ? error
    : new GraphQLError(error.message, {
        nodes: error.nodes ?? null,
        extensions: {
          code: error.message.startsWith("Syntax Error") ? "GRAPHQL_PARSE_FAILED" : "GRAPHQL_VALIDATION_FAILED",
        },
      });
