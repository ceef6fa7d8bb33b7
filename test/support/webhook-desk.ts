import pg from "pg";
import { afterAll, afterEach, beforeAll } from "vitest";
import { startDesk, type TestDesk } from "./desk.ts";
import { deskNow, travelTo } from "./server-documents.ts";
import { verbsOn } from "./verbs.ts";
import { webhooksOn } from "./webhook-api.ts";
import { Consumer, OK } from "./webhook-consumer.ts";
import { allSent } from "./webhook-rest.ts";

/** A desk and two receivers beside it, made for the tests of one file; each test begins without an endpoint. */
export const webhookDesk = () => {
  const made = {} as {
    desk: TestDesk;
    consumer: Consumer;
    slow: Consumer;
    on: ReturnType<typeof verbsOn>;
    hooks: ReturnType<typeof webhooksOn>;
    client: pg.Client;
    /** Once everything that can go now has gone. */
    sent(): Promise<string>;
    later(seconds: number): Promise<void>;
  };
  beforeAll(async () => {
    const [consumer, slow] = await Promise.all([Consumer.start(), Consumer.start()]);
    const settings = { webhookAllowLocal: [consumer.address, slow.address] };
    const desk = await startDesk({ settings, sending: { limitMs: 300 } });
    const client = new pg.Client(desk.urls.owner);
    await client.connect();
    Object.assign(made, {
      ...{ desk, consumer, slow, client, on: verbsOn(desk), hooks: webhooksOn(desk) },
      sent: () => allSent(client),
      later: async (seconds: number) => travelTo(desk, (await deskNow(desk)) + seconds * 1000),
    });
  });
  afterEach(async () => {
    const { consumer, slow, hooks } = made;
    consumer.mood = slow.mood = OK;
    for (const { id } of await hooks.deliveries()) await hooks.must("deleteWebhookEndpoint", { endpointId: id });
    for (const one of [consumer, slow]) {
      one.received.length = one.forged.length = one.secrets.length = one.attempts = 0;
      one.tickets.clear();
    }
  });
  afterAll(async () => {
    await made.client.end();
    await made.desk.close();
    await Promise.all([made.consumer.close(), made.slow.close()]);
  });
  return made;
};
