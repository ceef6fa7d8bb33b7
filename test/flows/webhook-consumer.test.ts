import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOfOther, keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { deskNow, serverDocuments, travelTo } from "../support/server-documents.ts";
import { webhooksOn } from "../support/webhook-api.ts";
import { answers, Consumer, hangsUp, type Mood, OK, silence } from "../support/webhook-consumer.ts";
import { allSent, untilNothingWaits } from "../support/webhook-rest.ts";

let consumer: Consumer;
let desk: TestDesk;
let other: string;
let client: pg.Client;
beforeAll(async () => {
  consumer = await Consumer.start();
  desk = await startDesk({ settings: { webhookAllowLocal: [consumer.address] }, sending: { limitMs: 100 } });
  other = await clientOfOther(desk);
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
  await consumer.close();
});

const httpDate = (inSeconds: number) => new Date(Date.now() + inSeconds * 1000).toUTCString();
/** What the receiver does, half an hour each: six hours in all. */
const moods: readonly [what: string, mood: () => Mood, forgetful?: true][] = [
  ["is well", () => OK],
  ["is down", () => hangsUp],
  ["is well again", () => OK],
  ["is broken", () => answers(500)],
  ["has moved, and says so by a redirect", () => answers(301, { location: "http://127.0.0.1:9/" })],
  ["is so slow that nobody waits", () => silence],
  ["is gone", () => answers(410)],
  ["takes everything and says that it failed", () => answers(500), true],
  ["has too much to do, for some seconds", () => answers(429, { "retry-after": "40" })],
  ["has too much to do, until an hour", () => answers(503, { "retry-after": httpDate(600) })],
  [
    "answers now well, now badly",
    () => (request, response, body) => (Math.random() < 0.5 ? OK : answers(502))(request, response, body),
  ],
  ["is well at last", () => OK],
];

test("a receiver that is down, slow, broken, moved, gone, busy and forgetful for six hours ends equal to the server", async () => {
  const endpoint = await hooks().connect(consumer);
  const began = await deskNow(desk);
  for (const [n, [what, mood, forgetful = false]] of moods.entries()) {
    consumer.mood = mood();
    consumer.forgetful = forgetful;
    for (let third = 0; third < 3; third += 1) {
      await keepBusy(desk, [desk.clientId, desk.clientId, other], { writers: 2, each: 2, seed: 100 + n * 3 + third });
      await allSent(client);
      await travelTo(desk, began + (n * 30 + (third + 1) * 10) * 60_000);
      await allSent(client);
    }
    if (what !== "is gone") continue;
    expect(await hooks().look(endpoint.id)).toMatchObject({ status: "DISABLED", disabledReason: /410/ });
    await hooks().must("enableWebhookEndpoint", { endpointId: endpoint.id });
  }
  expect((await deskNow(desk)) - began).toBe(6 * 3_600_000);
  consumer.mood = OK;
  consumer.forgetful = false;
  await untilNothingWaits(desk, client);

  const server = await serverDocuments(desk, desk.cast.partner.id);
  expect(server.size).toBeGreaterThan(10);
  await eventually(
    () => Object.fromEntries([...consumer.tickets].map(([id, { ticket }]) => [id, ticket])),
    (has) => JSON.stringify(sorted(has)) === JSON.stringify(sorted(Object.fromEntries(server))),
  );
  expect(consumer.forged).toEqual([]);
  const state = await hooks().look(endpoint.id, ["FAILED", "READY", "WAITING"]);
  expect(state).toMatchObject({ status: "ENABLED", deliveries: [] });
  const times = new Map<string, number>();
  for (const { id } of consumer.received) times.set(id, (times.get(id) ?? 0) + 1);
  const twice = [...times.values()].filter((n) => n > 1).length;
  expect(twice, "messages that came more than once, under one id").toBeGreaterThan(0);
  const positions = consumer.received.map((r) => Number(r.position));
  expect(positions, "messages that came out of order").not.toEqual(positions.toSorted((a, b) => a - b));
  const wanted = await client.query(
    `select count(*)::int as n from event where partner_id = $1 and partner_position > $2 and payload->>'commitment' is distinct from 'INTERNAL'`,
    [desk.cast.partner.id, endpoint.position],
  );
  expect(times.size, "every event arrived").toBe(wanted.rows[0].n);
  console.log(
    `${consumer.attempts} attempts, ${consumer.received.length} taken, ${times.size} events, ${twice} of them more than once, ${server.size} tickets equal`,
  );
}, 240_000);

const hooks = () => webhooksOn(desk);
const sorted = (of: Record<string, object>) => Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1));
