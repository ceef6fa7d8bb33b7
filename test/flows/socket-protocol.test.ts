import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { SHAPE, SOCKETS } from "../../api/platform/shape-limits.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { keysOf } from "../support/keys.ts";
import { open, talk } from "../support/raw-socket.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const init = (token: string) => ({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
const wall = "subscription { wall { __typename } }";
const subscribeWall = (id: string) => ({ id, type: "subscribe", payload: { query: wall } });

describe("by a client that says every word itself, a socket is closed with", () => {
  test("4400 for what is no message, or none of a client's", async () => {
    for (const text of [
      "no json",
      "{}",
      '{"type":"shout"}',
      '{"type":"subscribe"}',
      '{"type":"next","id":"1","payload":{}}',
      '{"type":"connection_ack"}',
      "null",
      "[]",
    ]) {
      const socket = open(desk);
      socket.send(text);
      expect((await socket.closed).code, text).toBe(4400);
    }
  });

  test("4401 for an operation before anybody said who they are", async () => {
    const socket = open(desk);
    socket.send(subscribeWall("1"));
    expect((await socket.closed).code).toBe(4401);
  });

  test("4403 for a token that is none, or for none at all", async () => {
    for (const payload of [
      undefined,
      {},
      { authorization: 7 },
      { authorization: "Bearer wd_partner_no" },
      { Authorization: "x" },
    ]) {
      const socket = open(desk);
      socket.send({ type: "connection_init", payload });
      expect((await socket.closed).code, JSON.stringify(payload)).toBe(4403);
    }
  });

  test("4406 for another protocol, or none", async () => {
    const socket = open(desk, "");
    expect((await socket.closed).code).toBe(4406);
    const old = new WebSocket(desk.wsUrl, "graphql-ws");
    const refused = await new Promise((done) => old.once("error", done).once("close", done));
    expect(String(refused)).toMatch(/subprotocol/); // the client's own library does not take an answer without one
  });

  test("4408 for saying nothing", async () => {
    const began = performance.now();
    const socket = open(desk);
    expect((await socket.closed).code).toBe(4408);
    expect(performance.now() - began).toBeLessThan(SOCKETS.initSeconds * 1000 + 1_500);
  });

  test("4409 for an operation of a name that runs already", async () => {
    const socket = await talk(desk, "technician");
    socket.send(subscribeWall("1"));
    await socket.next((m) => m.type === "next");
    socket.send(subscribeWall("1"));
    expect(await socket.closed).toEqual({ code: 4409, reason: "Subscriber for 1 already exists" });
  });

  test("4429 for saying twice who it is", async () => {
    const socket = await talk(desk, "technician");
    socket.send(init(desk.tokens.manager));
    expect((await socket.closed).code).toBe(4429);
  });

  test("1009 for a message past the limit, and the desk goes on", async () => {
    const socket = await talk(desk, "technician");
    socket.send(JSON.stringify({ type: "ping", payload: { x: "x".repeat(SHAPE.frameBytes) } }));
    expect((await socket.closed).code).toBe(1009);
    expect((await desk.gql("technician", "{ viewer { name } }")).errors).toBeUndefined();
  });
});

describe("who may open a socket", () => {
  const refusal = (headers: Record<string, string>, path = "/graphql") =>
    new Promise<number>((done) => {
      const ws = new WebSocket(`${desk.origin.replace("http", "ws")}${path}`, "graphql-transport-ws", { headers });
      ws.on("unexpected-response", (_request, response) => done(response.statusCode ?? 0));
      ws.on("open", () => {
        done(101);
        ws.close();
      });
      ws.on("error", () => {});
    });

  test("a page of this desk may, one of another origin may not, and a client that is no browser may", async () => {
    expect(await refusal({ origin: desk.origin })).toBe(101);
    expect(await refusal({})).toBe(101);
    for (const origin of ["https://evil.example", "null", `${desk.origin}.evil.example`, "http://127.0.0.1:1"])
      expect(await refusal({ origin }), origin).toBe(403);
    expect(await refusal({}, "/elsewhere")).toBe(404);
  });

  test("whoever's credential ends is closed with 4403 at once, and nobody else is", async () => {
    const { apiKey, secret } = await keysOf(desk).create();
    const [gone, stays] = [open(desk), await talk(desk, "technician")];
    gone.send(init(secret));
    await gone.next((m) => m.type === "connection_ack");
    await keysOf(desk).must("revokeApiKey", { keyId: apiKey.id, reason: "It leaked" }, "apiKey { id }");
    expect(await gone.closed).toEqual({ code: 4403, reason: "Forbidden" });
    expect((await stays.run("{ viewer { kind } }")).payload.data.viewer.kind).toBe("TECHNICIAN");
    stays.close();
  });

  test("a credential holds so many sockets, and one more is closed with 1013", async () => {
    const held = await Promise.all(Array.from({ length: SOCKETS.perCredential }, () => talk(desk, "monitoring")));
    const more = open(desk);
    more.send(init(desk.tokens.monitoring));
    expect((await more.closed).code).toBe(1013);
    for (const socket of held) socket.close();
  });
});

describe("operations on a socket keep the same rules as over HTTP", () => {
  test("so many run at once; one more is refused, and the others run on", async () => {
    const socket = await talk(desk, "technician");
    for (let i = 0; i < SOCKETS.operationsPerSocket; i += 1) socket.send(subscribeWall(`s${i}`));
    socket.send(subscribeWall("more"));
    const refused = await socket.next((m) => m.id === "more");
    expect(refused.type).toBe("error");
    expect(refused.payload[0].extensions.code).toBe("RATE_LIMITED");
    socket.send({ id: "s0", type: "complete" });
    await eventually(
      async () => (await socket.run("{ viewer { name } }")).type,
      (type) => type === "next",
    );
    socket.close();
  });

  test.each([
    ["{", "GRAPHQL_PARSE_FAILED"],
    ["{ nope }", "GRAPHQL_VALIDATION_FAILED"],
    ["query A { viewer { name } } query B { viewer { name } }", "OPERATION_RESOLUTION_FAILURE"],
    ["", "BAD_REQUEST"],
  ])("%s is refused by its code, with its request's name", async (query, code) => {
    const socket = await talk(desk, "partner");
    const { type, payload } = await socket.run(query);
    expect(type).toBe("error");
    expect(payload[0].extensions).toMatchObject({ code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    socket.close();
  });

  test("variables that do not fit are the client's to mend, in a query and in a subscription", async () => {
    const socket = await talk(desk, "technician");
    for (const query of [
      "query($id: ID!) { node(id: $id) { id } }",
      "subscription($id: ID!) { ticket(id: $id) { id } }",
    ])
      expect((await socket.run(query)).payload.errors[0].extensions.code, query).toBe("BAD_USER_INPUT");
    socket.send({ id: "x", type: "subscribe", payload: { query: "{ viewer { name } }", variables: "text" } });
    expect((await socket.closed).code, "no message of the protocol at all").toBe(4400);
  });

  test("a wall screen runs the board's documents, and nothing else, by either way", async () => {
    const socket = await talk(desk, "wall");
    expect((await socket.run("{ viewer { kind name } }")).payload[0].extensions.code).toBe("FORBIDDEN");
    expect((await desk.gql("wall", "{ viewer { kind name } }")).errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
    const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } };
    expect((await socket.run("", {}, unknown)).payload[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    socket.close();
  });
});

test("the protocol's own client gets its pictures, and hears of a refused token by its code", async () => {
  const client = (token: string) =>
    createClient({
      url: desk.wsUrl,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
  const good = client(desk.tokens.technician);
  const pictures = good.iterate<{ wall: { __typename: string } }>({ query: wall });
  const first = (await pictures.next()).value;
  expect(first?.data?.wall.__typename).toBe("WallSnapshot");
  await good.dispose();
  const bad = client("wd_nobody");
  const closed = await new Promise<any>((done) => {
    bad.subscribe({ query: wall }, { next: () => {}, error: done, complete: () => {} });
  });
  expect(closed.code).toBe(4403);
});

test("a reader that does not read costs little, and is cut", async () => {
  const socket = await talk(desk, "technician");
  (socket.ws as unknown as { _socket: { pause(): void } })._socket.pause();
  const big = { type: "ping", payload: { x: "x".repeat(200_000) } };
  // each ping is answered with its own payload: eight megabytes wait for it, and then it is cut without a word
  for (let i = 0; i < 200; i += 1) socket.send(big);
  await eventually(
    () => process.memoryUsage().arrayBuffers,
    () => socket.ws.readyState !== WebSocket.OPEN || socket.ws.bufferedAmount === 0,
    5_000,
  );
  (socket.ws as unknown as { _socket: { resume(): void } })._socket.resume();
  expect([1006, 1013]).toContain((await socket.closed).code);
});
