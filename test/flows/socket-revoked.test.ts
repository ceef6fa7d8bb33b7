import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { keysOf } from "../support/keys.ts";
import { open } from "../support/raw-socket.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
});
afterAll(() => desk.close());

const CREATE = `mutation($client: ID!, $subject: String!) { createTicket(input: { clientId: $client, subject: $subject }) {
  userErrors { code } } }`;

async function socketOf(secret: string) {
  const socket = open(desk);
  socket.send({ type: "connection_init", payload: { authorization: `Bearer ${secret}` } });
  await socket.next((m) => m.type === "connection_ack");
  return socket;
}

test("a socket whose key was revoked does nothing more, also where its client will not hear that it is closed", async () => {
  const keys = keysOf(desk);
  const { secret, apiKey } = await keys.create({ scopes: ["tickets:read", "tickets:write"] });
  const [deaf, beside] = [await socketOf(secret), await socketOf(secret)];
  deaf.ws.pause(); // no close frame is read, so none is answered
  await keys.must("revokeApiKey", { keyId: apiKey.id }, "apiKey { state }");
  expect((await beside.closed).code).toBe(4403);
  const payload = { query: CREATE, variables: { client: desk.clientId, subject: "After the end" } };
  deaf.ws.send(JSON.stringify({ id: "1", type: "subscribe", payload }));
  deaf.ws.resume(); // the desk hears the answer to its close frame after the message
  expect((await deaf.closed).code).toBe(4403);
  // whatever was begun before these is done when they are
  for (const subject of ["one", "two", "three"]) await desk.gql("manager", CREATE, { client: desk.clientId, subject });
  const { data } = await desk.gql("manager", "{ tickets(first: 5) { edges { node { subject } } } }");
  const subjects = data.tickets.edges.map((e: { node: { subject: string } }) => e.node.subject);
  expect(subjects.sort()).toEqual(["one", "three", "two"]);
});
