import { type Client, type ClientOptions, createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { SHAPE, SOCKETS } from "../../api/platform/shape-limits.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { keysOf } from "../support/keys.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const subscription = "subscription { changes { __typename } }";
const init = (token: string) => ({ authorization: `Bearer ${token}` });
/** A socket of `ws` with what a test adds to its upgrade. */
const opening = (protocols: string | undefined, headers: Record<string, string> = {}) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, protocols, { headers });
    }
  };

type Opened = { client: Client; closed: Promise<{ code: number; reason: string }>; connected: Promise<unknown> };
/** The protocol's own client, connected at once; `first` is done with its socket before it says who it is. */
function connect(more: Partial<ClientOptions>, first: (socket: WebSocket) => void = () => {}, at = desk): Opened {
  let client = {} as Client;
  let isConnected: (x: unknown) => void;
  const connected = new Promise((done) => {
    isConnected = done;
  });
  const closed = new Promise<{ code: number; reason: string }>((done) => {
    client = createClient({
      url: at.wsUrl,
      webSocketImpl: WebSocket,
      connectionParams: init(at.tokens.partner),
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => {},
      on: {
        opened: (socket) => first(socket as WebSocket),
        connected: (socket) => isConnected(socket),
        closed: (event) => done(event as { code: number; reason: string }),
      },
      ...more,
    });
  });
  return { client, closed, connected };
}
const watch = (client: Client) => client.subscribe({ query: subscription }, { next() {}, error() {}, complete() {} });

describe("graphql-ws's client is told by the code why its socket was closed", () => {
  const cases: readonly [code: number, why: string, () => Opened][] = [
    [4400, "what is no message", () => connect({}, (socket) => socket.send("no json"))],
    [
      4401,
      "an operation before it said who it is",
      () =>
        connect({}, (socket) =>
          socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: subscription } })),
        ),
    ],
    [4403, "a token that is none", () => connect({ connectionParams: init("wd_nobody") })],
    [4403, "no token at all", () => connect({ connectionParams: {} })],
    [4406, "no protocol that the desk speaks", () => connect({ webSocketImpl: opening(undefined) })],
    [4408, "saying nothing", () => connect({ connectionParams: () => new Promise(() => {}) })],
    [
      4429,
      "saying twice who it is",
      () =>
        connect({}, (socket) =>
          socket.send(JSON.stringify({ type: "connection_init", payload: init(desk.tokens.partner) })),
        ),
    ],
    [1009, "a message past the limit", () => connect({}, (socket) => socket.send("x".repeat(SHAPE.frameBytes + 1)))],
    [
      1006,
      "a page of another site",
      () => connect({ webSocketImpl: opening("graphql-transport-ws", { origin: "https://evil.example" }) }),
    ],
  ];
  test.each(cases)("%i: %s", async (code, _why, begin) => {
    const { client, closed } = begin();
    expect((await closed).code).toBe(code);
    await client.dispose();
  });

  test("4409: two operations of one name", async () => {
    const { client, closed } = connect({ generateID: () => "same" });
    watch(client);
    watch(client);
    expect((await closed).code).toBe(4409);
  });

  test("4403: its key was revoked, or expired", async () => {
    const keys = keysOf(desk);
    const revoked = await keys.create();
    const expiring = await keys.create({ expiresAt: "2026-12-02T00:00:00Z" });
    const [one, other] = [revoked, expiring].map(({ secret }) => connect({ connectionParams: init(secret) })) as [
      Opened,
      Opened,
    ];
    await Promise.all([one.connected, other.connected]);
    await keys.must("revokeApiKey", { keyId: revoked.apiKey.id, reason: "It leaked" }, "apiKey { id }");
    expect((await one.closed).code).toBe(4403);
    await desk.travel("2026-12-02T00:00:00Z");
    expect((await other.closed).code).toBe(4403);
  });

  test("1013: its credential holds as many sockets as it may", async () => {
    const { secret } = await keysOf(desk).create();
    const connectionParams = init(secret);
    const held = Array.from({ length: SOCKETS.perCredential }, () => connect({ connectionParams }));
    await Promise.all(held.map((one) => one.connected));
    expect((await connect({ connectionParams }).closed).code).toBe(1013);
    await Promise.all(held.map((one) => one.client.dispose()));
  });

  test("1001: the process is being stopped", async () => {
    const other = await startDesk({ worker: false });
    const { closed, connected } = connect({}, undefined, other);
    await connected;
    await Promise.all([closed.then(({ code }) => expect(code).toBe(1001)), other.close()]);
  });
});

test("it is refused by the same limits as over HTTP, and its socket stays open", async () => {
  const { client } = connect({});
  const refusal = (query: string) =>
    new Promise<readonly { extensions: { code: string } }[]>((done) => {
      client.subscribe({ query }, { next() {}, error: (e) => done(e as never), complete() {} });
    });
  const deep = `{ tickets(first: 1) { edges { node { client { ${"contacts { client { ".repeat(12)} name ${"} }".repeat(12)} } } } } }`;
  const bombs = { deep, aliases: `{ ${Array.from({ length: 500 }, (_, i) => `a${i}: __typename`).join(" ")} }` };
  for (const [name, query] of Object.entries(bombs))
    expect((await refusal(query))[0]?.extensions.code, name).toBe("GRAPHQL_VALIDATION_FAILED");
  const answers = client.iterate<{ viewer: { kind: string } }>({ query: "{ viewer { kind } }" });
  expect((await answers.next()).value?.data?.viewer.kind).toBe("PARTNER");
  await client.dispose();
});
