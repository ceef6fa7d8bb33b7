import { expect, test } from "vitest";
import { ask, keysOf } from "../support/keys.ts";
import { webhookDesk } from "../support/webhook-desk.ts";

const w = webhookDesk();

const CREATE = `mutation($url: String!) { done: createWebhookEndpoint(input: { url: $url }) {
  endpoint { id withContacts } secret userErrors { code field message } } }`;
const MOVE = `mutation($id: ID!, $url: String!) { done: updateWebhookEndpoint(input: { endpointId: $id, url: $url }) {
  endpoint { url } userErrors { code field } } }`;

/** A key with these scopes, as one that asks by it. */
async function keyWith(...scopes: string[]) {
  const { secret } = await keysOf(w.desk).create({ scopes });
  return async (query: string, variables: object) => (await ask(w.desk.url, secret, query, variables)).data.done;
}
const requesters = () => w.consumer.received.map((r) => r.body.data.ticket?.["requester"] as object);

test("nobody has sent to an address of theirs what their key may not read", async () => {
  const manage = await keyWith("webhooks:manage", "tickets:read");
  const { endpoint, userErrors } = await manage(CREATE, { url: w.consumer.url });
  expect(endpoint).toBeNull();
  expect(userErrors).toEqual([
    {
      code: "MISSING_SCOPE",
      field: "url",
      message: "Messages carry what changes:read is needed for: your key lacks it.",
    },
  ]);
});

test("messages say who asked, and how to reach them only where the key that made the endpoint may know that", async () => {
  const without = await keyWith("webhooks:manage", "changes:read", "tickets:read");
  const { endpoint, secret } = await without(CREATE, { url: w.consumer.url });
  expect(endpoint.withContacts).toBe(false);
  w.consumer.secrets.push(secret);
  await w.on.open();
  await w.sent();
  expect(w.consumer.received.length).toBeGreaterThan(0);
  for (const requester of requesters()) expect(Object.keys(requester)).toEqual(["id"]);
});

test("a key that may not read contacts cannot point elsewhere what carries them", async () => {
  const all = await keyWith("webhooks:manage", "changes:read", "tickets:read", "contacts:read");
  const { endpoint } = await all(CREATE, { url: w.consumer.url });
  expect(endpoint.withContacts).toBe(true);
  const less = await keyWith("webhooks:manage", "changes:read", "tickets:read");
  const moved = await less(MOVE, { id: endpoint.id, url: w.slow.url });
  expect(moved.userErrors).toEqual([{ code: "MISSING_SCOPE", field: "url" }]);
  expect((await all(MOVE, { id: endpoint.id, url: w.slow.url })).endpoint.url).toBe(w.slow.url);
});
