import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { buildSchema, type GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import mercurius from "mercurius";
import { WebSocketServer } from "ws";
import { instantText } from "../../api/platform/scalars.ts";
import { difference } from "../../api/queue/board-difference.ts";
import { type Kind, micros, Wall, type WallLook } from "./fanout-events.ts";
import type { Candidate } from "./fanout-server.ts";

const TOPIC = "WALL";
const INSTANTS = new Set([
  "asOf",
  "pulseAt",
  "now",
  "openUntil",
  "opensAt",
  "pausedAt",
  "dueAt",
  "atRiskAt",
  "createdAt",
]);

/** The contract's own types, with what graphql-js resolves by itself: nothing is cheaper. */
const contract = (): GraphQLSchema =>
  buildSchema(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));

/** The desk's message, made once, its instants written out: a peer's execution has but to copy it. */
class Messages {
  readonly #wall = new Wall();
  #before = this.#wall.look(String(micros()));

  next(kind: Kind): { changed: number; wall: object } {
    const changed = micros();
    this.#wall.change(kind);
    const now = this.#wall.look(String(changed));
    const wall = delta(this.#before, now);
    this.#before = now;
    return { changed, wall };
  }
}

function delta(before: WallLook, now: WallLook): object {
  const moved = difference(before, now, now.facts.asOf);
  const message = { __typename: "WallDelta", ...now.facts, ...moved, from: before.position, to: now.position };
  return JSON.parse(JSON.stringify(message), (key, value) =>
    INSTANTS.has(key) && value !== null ? instantText(value) : value,
  );
}

/** graphql-ws as its documentation sets it up: each subscriber an iterator, an execution and a serialisation of its own. */
export async function startGraphqlWs(): Promise<Candidate> {
  const schema = contract();
  const messages = new Messages();
  const subscribers = new Set<Subscriber>();
  const field = schema.getSubscriptionType()?.getFields()["wall"];
  if (!field) throw new Error("the schema has no wall");
  field.subscribe = () => new Subscriber(subscribers);
  const server = createServer();
  useServer({ schema }, new WebSocketServer({ server, path: "/graphql" }));
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: async (kind) => {
      const { changed, wall } = messages.next(kind);
      for (const subscriber of subscribers) subscriber.push({ wall });
      return changed;
    },
  };
}

/** The least that an async iterator can be. */
class Subscriber implements AsyncIterableIterator<unknown> {
  readonly #all: Set<Subscriber>;
  readonly #waiting: unknown[] = [];
  #wake: ((result: IteratorResult<unknown>) => void) | null = null;

  constructor(all: Set<Subscriber>) {
    this.#all = all.add(this);
  }

  push(value: unknown): void {
    if (!this.#wake) return void this.#waiting.push(value);
    this.#wake({ value, done: false });
    this.#wake = null;
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#waiting.length > 0) return Promise.resolve({ value: this.#waiting.shift(), done: false });
    return new Promise((wake) => {
      this.#wake = wake;
    });
  }

  async return(): Promise<IteratorResult<unknown>> {
    this.#all.delete(this);
    this.#wake?.({ value: undefined, done: true });
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/** Mercurius with its own subscriptions. Its `jit` is on, though it compiles queries only: subscriptions run in graphql-js. */
export async function startMercurius(): Promise<Candidate> {
  const app = Fastify();
  const messages = new Messages();
  const schema = contract();
  const field = schema.getSubscriptionType()?.getFields()["wall"];
  if (!field) throw new Error("the schema has no wall");
  field.subscribe = (_root, _args, { pubsub }) => pubsub.subscribe(TOPIC);
  await app.register(mercurius, { schema, subscription: true, jit: 1 });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    url,
    publish: async (kind) => {
      const { changed, wall } = messages.next(kind);
      app.graphql.pubsub.publish({ topic: TOPIC, payload: { wall } });
      return changed;
    },
  };
}
