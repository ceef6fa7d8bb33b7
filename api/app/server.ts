import { existsSync } from "node:fs";
import cookies from "@fastify/cookie";
import { serveExports } from "../partners/download-export.http.ts";
import type { OidcSettings } from "../people/oidc.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { LiveHub } from "../platform/live/hub.ts";
import type { Logger } from "../platform/log.ts";
import { serveAttachments } from "../tickets/attachments/download.http.ts";
import { takeUploads } from "../tickets/attachments/upload.http.ts";
import type { Composed } from "./compose.ts";
import { Door } from "./door.ts";
import { buildSchema } from "./graphql-schema.ts";
import { Admission } from "./http/admission.ts";
import { type DemoSignIn, serveDemoSignIns } from "./http/demo-sign-ins.ts";
import { Documents } from "./http/documents.ts";
import { type Draining, drain } from "./http/drain.ts";
import { type GraphqlParts, serveGraphql } from "./http/graphql-http.ts";
import { graphqlOnSockets } from "./http/graphql-socket.ts";
import { serveHealth } from "./http/health.ts";
import { Metrics } from "./http/metrics.ts";
import { Observer } from "./http/observer.ts";
import { Operations } from "./http/operations.ts";
import { secureHeaders } from "./http/security-headers.ts";
import { Sockets } from "./http/sockets.ts";
import { Spacing } from "./http/spacing.ts";
import { createTransport } from "./http/transport.ts";
import { readTrusted, type Trusted } from "./http/trusted-documents.ts";
import { payingBy } from "./paying-by.ts";
import { serveBoard } from "./serve-board.ts";
import { waysIn } from "./ways-in.ts";

export type ServerOptions = {
  boardDir?: string;
  demoSignIns?: readonly DemoSignIn[];
  trusted?: Trusted;
  metricsToken?: string | null;
  drainSeconds?: number;
  publicUrl?: string | null;
  openId?: OidcSettings | null;
  /** Proxies whose word on a request's origin is taken. */
  trustProxy?: readonly string[];
};

/** API, sockets and board on one port. */
export async function createServer(composed: Composed, log: Logger, options: ServerOptions) {
  const { house, signIn, machine, purses } = composed;
  const { budgets } = house;
  const schema = buildSchema();
  const documents = new Documents(schema);
  const trusted = options.trusted ?? readTrusted(options.boardDir);
  const admission = new Admission(documents, trusted, purses, budgets);
  const operations = new Operations(schema, documents, budgets, log);
  const metrics = new Metrics();
  const observer = new Observer(log, metrics, trusted);
  await operations.start();

  const fastify = createTransport(log, options.trustProxy ?? []);
  const draining: Draining = { draining: false, closing: false };
  drain.answer(fastify, draining);
  await secureHeaders(fastify, options.boardDir);
  await fastify.register(cookies);
  const own = options.publicUrl ? new URL(options.publicUrl).origin : null;
  const cookie = sessionCookie(own?.startsWith("https:") ?? false);
  const door = new Door(signIn, cookie, own, (header) => fastify.parseCookie(header));
  const hub = new LiveHub();
  const spacing = new Spacing();
  const parts: GraphqlParts = { house, door, machine, admission, operations, observer, spacing, hub, log };
  serveGraphql(fastify, parts);
  const sockets = new Sockets(fastify.server, log, own, composed.sockets);
  sockets.serve(graphqlOnSockets(parts, schema, (extra) => sockets.joined(extra)));
  waysIn(fastify, { house, signIn, cookie, own, log }, options.openId ?? null);
  serveExports(fastify, house, signIn, purses);
  takeUploads(fastify, { house, visitorOf: (request) => door.ofRequest(request), pay: payingBy(purses), log });
  serveAttachments(fastify, house);
  serveHealth(fastify, {
    house,
    life: draining,
    metrics,
    metricsToken: options.metricsToken ?? null,
    own: () => ({
      sockets: sockets.count,
      subscriptions: sockets.operations,
      live: hub.use,
      waitingOperations: operations.queue.waiting,
      pools: composed.pools(),
    }),
  });
  if (options.demoSignIns) serveDemoSignIns(fastify, options.demoSignIns);
  if (options.boardDir && existsSync(options.boardDir)) await serveBoard(fastify, options.boardDir);

  return {
    listen: (port: number, host: string) => fastify.listen({ port, host }),
    close: async () => {
      await drain.run(fastify, sockets, draining, (options.drainSeconds ?? 0) * 1000);
      hub.close();
      await operations.stop();
    },
  };
}
