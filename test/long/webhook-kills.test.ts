import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepBusy } from "../support/busy-desk.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { deskNow, serverDocuments, travelTo } from "../support/server-documents.ts";
import { webhooksOn } from "../support/webhook-api.ts";
import { Consumer, type Mood, OK } from "../support/webhook-consumer.ts";
import { untilNothingWaits } from "../support/webhook-rest.ts";

const KILLS = 20;
let consumer: Consumer;
let desk: TestDesk;
let client: pg.Client;
let worker: ChildProcess | null = null;
const settings = () => ({ webhookAllowLocal: [consumer.address] });
const begin = async () => {
  const file = new URL("./worker-process.ts", import.meta.url);
  worker = await runChild(file, [JSON.stringify(desk.urls), JSON.stringify(settings())]);
};
beforeAll(async () => {
  consumer = await Consumer.start();
  desk = await startDesk({ worker: false, settings: settings() });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  await begin();
});
afterAll(async () => {
  if (worker) await kill(worker);
  await client.end();
  await desk.close();
  await consumer.close();
});

/** Takes a moment, and fails now and then: the worker dies with messages on their way. */
const moody: Mood = (request, response, body) => {
  setTimeout(() => {
    if (Math.random() < 0.1) response.writeHead(500).end("no");
    else OK(request, response, body);
  }, Math.random() * 30);
};

test(`the worker is killed ${KILLS} times while it delivers: nothing is lost, what came twice has one id`, async () => {
  const endpoint = await webhooksOn(desk).connect(consumer);
  consumer.mood = moody;
  let over = false;
  const writing = (async () => {
    for (let seed = 1; !over; seed += 1) await keepBusy(desk, [desk.clientId], { writers: 2, each: 5, seed });
  })();
  for (let k = 0; k < KILLS; k += 1) {
    const enough = consumer.attempts + 5 + Math.floor(Math.random() * 20);
    await eventually(
      () => consumer.attempts,
      (n) => n >= enough,
      150_000, // a lease of the one that died runs out first
    );
    await kill(worker as ChildProcess);
    // what is retried by the clock, and the lease of the dead, need not be waited for: time passes
    await client.query("update webhook_endpoint set leased_until = clock_timestamp() - interval '1 second'");
    await begin();
    await travelTo(desk, (await deskNow(desk)) + 60_000);
  }
  over = true;
  await writing;
  consumer.mood = OK;
  await untilNothingWaits(desk, client, 300_000); // the writers were faster than one receiver
  const server = await serverDocuments(desk, desk.cast.partner.id);
  const has = () => [...consumer.tickets].map(([id, { ticket }]) => [id, ticket] as const);
  await eventually(has, (all) => JSON.stringify(sorted(all)) === JSON.stringify(sorted([...server])), 60_000);
  const { rows } = await client.query<{ id: string }>(
    `select 'evt_' || replace(id::text, '-', '') as id from event
      where partner_id = $1 and partner_position > $2 and payload->>'commitment' is distinct from 'INTERNAL'`,
    [desk.cast.partner.id, endpoint.position],
  );
  const arrived = new Map(consumer.received.map((r) => [r.body.data["id"] as string, r.id]));
  expect(rows.filter((row) => !arrived.has(row.id))).toEqual([]);
  for (const { body, id } of consumer.received) expect(arrived.get(body.data["id"] as string)).toBe(id);
  expect(consumer.forged).toEqual([]);
  const twice = consumer.received.length - arrived.size;
  console.log(
    `${KILLS} kills: ${rows.length} events, ${consumer.attempts} attempts, ${twice} came again; ${server.size} tickets equal`,
  );
}, 900_000);

const sorted = (of: readonly (readonly [string, object])[]) => of.toSorted(([a], [b]) => (a < b ? -1 : 1));
