import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesk, Forbidden, Unauthenticated } from "../../schema/sdk/index.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { flakyProxy } from "../support/flaky-proxy.ts";
import { keysOf } from "../support/keys.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let line: Awaited<ReturnType<typeof flakyProxy>>;
beforeAll(async () => {
  desk = await startDesk();
  line = await flakyProxy(desk.url);
});
afterAll(async () => {
  await line.close();
  await desk.close();
});

test("a key for tickets and changes is all that keeping in step takes", async () => {
  const { secret } = await keysOf(desk).create({ scopes: ["tickets:read", "tickets:write", "changes:read"] });
  const psa = createDesk({ url: desk.url, token: secret });
  const input = { clientId: desk.clientId, subject: "By a narrow key", externalRef: { system: "psa", id: "1" } };
  const { ticket } = await psa.createTicket(input);
  await psa.reply({ ticketId: ticket.id, body: "It is urgent." });
  await psa.setExternalRef({ ticketId: ticket.id, system: "other", id: "2" });
  await verbsOn(desk).done("technician", "reply", { ticketId: ticket.id, body: "On our way." });
  expect(await psa.tickets().toArray()).toHaveLength(1);
  expect((await psa.timeline(ticket.id).toArray()).map(({ body }) => body)).toContain("On our way.");
  for await (const change of psa.changes({ after: "0" }))
    if (change.type === "TICKET_REPLIED") {
      expect(change).toMatchObject({ own: false, ticket: { subject: input.subject }, entry: { body: "On our way." } });
      break;
    }
  const refusal = await psa
    .webhookEndpoints()
    .toArray()
    .catch((error) => error);
  expect(refusal).toBeInstanceOf(Forbidden);
  expect(refusal.requiredScope).toBe("webhooks:manage");
});

test("a feed whose key is revoked ends and says so; it does not go on trying", async () => {
  const keys = keysOf(desk);
  const { apiKey, secret } = await keys.create({ scopes: ["tickets:read", "changes:read"] });
  const following = (async () => {
    for await (const _ of createDesk({ url: line.url, token: secret }).changes());
  })();
  await expect.poll(() => line.opened, { timeout: 5000 }).toBe(1);
  await keys.must("revokeApiKey", { keyId: apiKey.id }, "apiKey { id }");
  await expect(following).rejects.toThrow(Unauthenticated);
});

test("a new key is taken up where the client asks for it", async () => {
  const { apiKey, secret } = await keysOf(desk).create({ scopes: ["tickets:read", "changes:read"] });
  let token = secret;
  const psa = createDesk({ url: desk.url, token: async () => token });
  const rotated = await psa.rotateApiKey({ keyId: apiKey.id, overlapSeconds: 0 });
  await expect(psa.viewer()).rejects.toThrow(Unauthenticated);
  token = rotated.secret;
  expect(await psa.viewer()).toMatchObject({ kind: "PARTNER", scopes: ["tickets:read", "changes:read"] });
});
