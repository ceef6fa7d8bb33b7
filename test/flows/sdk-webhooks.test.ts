import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesk, type Desk, verifyWebhook, type WebhookMessage } from "../../schema/sdk/index.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let server: Server;
let desk: TestDesk;
let partner: Desk;
/** What a partner's server knows: its secrets, and what it believed. */
const secrets: string[] = [];
const believed: WebhookMessage[] = [];
const rejected: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      believed.push(verifyWebhook(request.headers, Buffer.concat(chunks), secrets));
      response.writeHead(204).end();
    } catch (error) {
      rejected.push((error as Error).message);
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await startDesk({ settings: { webhookAllowLocal: [address] } });
  partner = createDesk({ url: desk.url, token: desk.tokens.partner });
  const { endpoint, secret } = await partner.createWebhookEndpoint({ url: `http://${address}/`, name: "PSA" });
  expect(endpoint).toMatchObject({ name: "PSA", status: "ENABLED" });
  secrets.push(secret);
});
afterAll(async () => {
  await desk.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const endpointId = async () => (await partner.webhookEndpoints().toArray())[0]?.id as string;

test("messages are verified, also while the secret is rotated, and none are believed without it", async () => {
  await partner.sendTestWebhook({ endpointId: await endpointId() });
  await expect.poll(() => believed.at(-1)?.type, { timeout: 10_000 }).toBe("TEST");

  const { id } = await verbsOn(desk).open();
  await expect
    .poll(() => believed.find((m) => m.type === "TICKET_CREATED"), { timeout: 10_000 })
    .toMatchObject({
      position: expect.stringMatching(/^\d+$/),
      data: { ticketId: id, ticket: { id, status: "NEW" }, actor: { kind: "REQUESTER" }, origin: null },
    });

  const { secret } = await partner.rotateWebhookSecret({ endpointId: await endpointId(), overlapSeconds: 3600 });
  await verbsOn(desk).done("technician", "takeTicket", { ticketId: id });
  await expect.poll(() => believed.some((m) => m.type === "TICKET_TAKEN"), { timeout: 10_000 }).toBe(true);
  secrets.splice(0, 1, secret);
  await verbsOn(desk).done("technician", "reply", { ticketId: id, body: "On our way." });
  await expect
    .poll(() => believed.find((m) => m.type === "TICKET_REPLIED"), { timeout: 10_000 })
    .toMatchObject({
      data: { entry: { body: "On our way." } },
    });
  expect(rejected).toEqual([]);

  secrets.length = 0;
  await partner.sendTestWebhook({ endpointId: await endpointId() });
  await expect.poll(() => rejected.length, { timeout: 10_000 }).toBeGreaterThan(0);
  // the desk writes down how it went after it was answered
  const statuses = async () => {
    const tests = partner.webhookDeliveries(await endpointId(), { filter: { type: { eq: "TEST" } } });
    return (await tests.toArray()).flatMap(({ tries }) => tries.map(({ status }) => status));
  };
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(expect.arrayContaining([204, 400]));
  await partner.deleteWebhookEndpoint({ endpointId: await endpointId() });
  expect(await partner.webhookEndpoints().toArray()).toEqual([]);
});
