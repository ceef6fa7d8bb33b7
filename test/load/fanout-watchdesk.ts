import { randomUUID } from "node:crypto";
import { Door } from "../../api/app/door.ts";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { Admission } from "../../api/app/http/admission.ts";
import { Documents } from "../../api/app/http/documents.ts";
import type { GraphqlParts } from "../../api/app/http/graphql-http.ts";
import { graphqlOnSockets } from "../../api/app/http/graphql-socket.ts";
import { Metrics } from "../../api/app/http/metrics.ts";
import { Observer } from "../../api/app/http/observer.ts";
import { Operations } from "../../api/app/http/operations.ts";
import { Sockets } from "../../api/app/http/sockets.ts";
import { Spacing } from "../../api/app/http/spacing.ts";
import { createTransport } from "../../api/app/http/transport.ts";
import type { Trusted } from "../../api/app/http/trusted-documents.ts";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { Purses } from "../../api/partners/limits/purse.ts";
import { OpenSockets } from "../../api/people/open-sockets.ts";
import { sessionCookie } from "../../api/people/session-cookie.ts";
import { SignIn } from "../../api/people/sign-in.ts";
import { Changes } from "../../api/platform/changes.ts";
import { LiveHub } from "../../api/platform/live/hub.ts";
import { Live } from "../../api/platform/live/story.ts";
import { createLog } from "../../api/platform/log.ts";
import { BoardStory } from "../../api/queue/board-story.ts";
import { micros, Wall } from "./fanout-events.ts";
import type { Candidate } from "./fanout-server.ts";

/** Instead of a database: every token is a wall screen's of its own, and none ends. */
const reads = {
  readAsDesk: async ({ name }: { name?: string }) =>
    name === "viewer-of-credential"
      ? [{ id: randomUUID(), kind: "WALL", name: "Wall screen", lead: false, scopes: null }]
      : [],
} as never;

/**
 * The product's sockets, protocol, rules, live hub, schema and course of a wall, composed as its server composes them. Only
 * what the wall looks at is made up, so that delivery is compared and not the database.
 */
export async function startWatchdesk(trusted: Trusted): Promise<Candidate> {
  const log = createLog("error");
  const schema = buildSchema();
  const changes = new Changes((err) => log.error({ err }, "no picture"));
  const wall = new Wall();
  let position = String(micros());
  const field = schema.getSubscriptionType()?.getFields()["wall"];
  if (!field) throw new Error("the schema has no wall");
  field.subscribe = () =>
    new Live(() =>
      BoardStory.begin({
        look: async () => wall.look(position),
        showing: ({ counts }) => counts,
        all: ({ facts, position, rows, calendars }) => ({ wall: { ...facts, position, rows, calendars } }),
        build: "bench",
      }),
    ) as never;

  const purses = new Purses(BUDGETS);
  const documents = new Documents(schema);
  const house = { changes, budgets: BUDGETS, heard: () => {}, paceOf: () => null, throttle: purses.throttle };
  const fastify = createTransport(log, []);
  const cookie = sessionCookie(false);
  const parts = {
    house,
    door: new Door(new SignIn(reads), cookie, null, () => ({})),
    admission: new Admission(documents, trusted, purses, BUDGETS),
    operations: new Operations(schema, documents, BUDGETS, log),
    observer: new Observer(log, new Metrics(), trusted),
    spacing: new Spacing(),
    hub: new LiveHub(),
    log,
  } as unknown as GraphqlParts;
  const none = () => {};
  const byCredential = new OpenSockets(reads, { change: none, use: none, fault: none });
  const sockets = new Sockets(fastify.server, log, null, byCredential);
  sockets.serve(graphqlOnSockets(parts, schema, (extra) => sockets.joined(extra)));
  const url = await fastify.listen({ port: 0, host: "127.0.0.1" });
  setInterval(() => byCredential.look(), 1_000).unref();
  return {
    url,
    publish: async (kind) => {
      const changed = micros();
      wall.change(kind);
      position = String(changed);
      changes.touch();
      return changed;
    },
  };
}
