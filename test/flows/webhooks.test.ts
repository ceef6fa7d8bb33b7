import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { changesOf, walk } from "../support/feed.ts";
import { verbsOn } from "../support/verbs.ts";
import { webhooksOn } from "../support/webhook-api.ts";
import { answers, Consumer, hangsUp, OK, silence } from "../support/webhook-consumer.ts";

let consumer: Consumer;
let slow: Consumer;
let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let hooks: ReturnType<typeof webhooksOn>;
let client: pg.Client;
beforeAll(async () => {
  [consumer, slow] = await Promise.all([Consumer.start(), Consumer.start()]);
  desk = await startDesk({
    settings: { webhookAllowLocal: [consumer.address, slow.address] },
    sending: { limitMs: 300 },
  });
  on = verbsOn(desk);
  hooks = webhooksOn(desk);
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
  await Promise.all([consumer.close(), slow.close()]);
});
afterEach(async () => {
  consumer.mood = slow.mood = OK;
  for (const { id } of await hooks.deliveries()) await hooks.must("deleteWebhookEndpoint", { endpointId: id });
  for (const one of [consumer, slow]) {
    one.received.length = one.forged.length = one.secrets.length = one.attempts = 0;
    one.tickets.clear();
  }
});

/** Once everything that can go now has gone: each endpoint stands at the end of the feed, and nothing is ready. */
const sent = () =>
  eventually(
    async () =>
      (
        await client.query(
          `select (select count(*) from webhook_endpoint e join event_counter c using (partner_id)
                    where e.status = 'ENABLED' and e.quiet_until is null and e.position < c.last)
                + (select count(*) from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                    where d.ready_at is not null and e.status = 'ENABLED' and e.quiet_until is null)
                + (select count(*) from event_inbox) as n`,
        )
      ).rows[0].n,
    (n) => n === "0",
  );
const later = async (seconds: number) => {
  const { data } = await desk.gql("manager", "{ deskClock { now } }");
  await desk.travel(new Date(Date.parse(data.deskClock.now) + seconds * 1000).toISOString());
};

describe("a webhook endpoint", () => {
  test("is sent what happens from then on, in the feed's order, each signed, with the ticket as it is", async () => {
    await on.open();
    const endpoint = await hooks.connect(consumer);
    const { id } = await on.open();
    await on.done("technician", "reply", { ticketId: id, body: "We look into it." });
    await sent();
    const { changes } = await walk(desk, "partner", { after: endpoint.position });
    expect(consumer.received.map((r) => r.position)).toEqual(changes.map((c) => c.position));
    expect(consumer.received.map((r) => (r.body.data as { id: string }).id)).toEqual(changes.map((c) => c.id));
    expect(consumer.forged).toEqual([]);
    const reply = consumer.received.find((r) => r.body.type === "TICKET_REPLIED");
    expect(reply?.body).toMatchObject({
      timestamp: "2026-11-30T15:00:00Z",
      data: {
        actor: { kind: "TECHNICIAN", name: "Tess Technician" },
        ticket: { id, version: 2, status: "NEW", clocks: [{ metric: "FIRST_RESPONSE", verdict: "MET" }] },
        entry: { kind: "REPLY", public: true, body: "We look into it." },
        tombstone: null,
      },
    });
    expect(await hooks.look(endpoint.id)).toMatchObject({ status: "ENABLED", deliveries: [] });
  });

  test("gets only the types it asked for, and not what its partner's own keys did", async () => {
    await hooks.connect(consumer, { types: ["NOTE_ADDED", "TICKET_REPLIED"], excludeOwn: true });
    const { id } = await on.open();
    await on.done("partner", "addNote", { ticketId: id, body: "Ours" });
    await on.done("technician", "addNote", { ticketId: id, body: "Theirs" });
    await sent();
    expect(consumer.received.map((r) => [r.body.type, (r.body.data["entry"] as { body: string }).body])).toEqual([
      ["NOTE_ADDED", "Theirs"],
    ]);
  });

  test("answers its secret once, and after a rotation messages carry both signatures until the overlap is over", async () => {
    const endpoint = await hooks.connect(consumer, { types: ["TICKET_CREATED"] });
    const { secret } = await hooks.must("rotateWebhookSecret", { endpointId: endpoint.id, overlapSeconds: 3_600 });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await on.open();
    await sent();
    expect(consumer.received[0]?.signatures).toHaveLength(2);
    expect(consumer.forged, "the old secret verifies still").toEqual([]);
    consumer.secrets = [secret];
    await later(3_600);
    await on.open();
    await sent();
    expect(consumer.received[1]?.signatures).toHaveLength(1);
    expect(consumer.forged).toEqual([]);
    const { data } = await desk.gql("partner", '{ __type(name: "WebhookEndpoint") { fields { name } } }');
    expect(data.__type.fields.map((f: { name: string }) => f.name)).not.toContain("secret");
  });

  test("a test message arrives, and its delivery says so", async () => {
    const endpoint = await hooks.connect(consumer);
    const { delivery } = await hooks.must("sendTestWebhook", { endpointId: endpoint.id });
    await sent();
    expect(consumer.received).toMatchObject([{ id: delivery.webhookId, body: { type: "TEST", position: null } }]);
    expect((await hooks.look(endpoint.id)).deliveries).toMatchObject([
      {
        id: delivery.id,
        state: "DELIVERED",
        type: "TEST",
        changeId: null,
        tries: [{ n: 1, status: 204, error: null }],
      },
    ]);
  });
});

describe("only 2xx is success", () => {
  test.each([
    ["500", answers(500), { status: 500, error: "Answered 500", excerpt: "status 500" }],
    [
      "a redirect",
      answers(301, { location: "http://127.0.0.1:1/" }),
      { status: 301, error: "Redirects are not followed" },
    ],
    ["silence past the limit", silence, { status: null, error: "No answer within 0.3 s" }],
    ["a broken line", hangsUp, { status: null, error: expect.stringMatching(/closed|reset/i) }],
  ] as const)(
    "%s is tried again later, under the same id, and what came after it goes first",
    async (_name, mood, seen) => {
      const endpoint = await hooks.connect(consumer, { types: ["NOTE_ADDED"] });
      const { id } = await on.open();
      consumer.mood = mood;
      await on.done("technician", "addNote", { ticketId: id, body: "first" });
      const [failed] = await eventually(
        async () => (await hooks.look(endpoint.id)).deliveries,
        (d) => d.length === 1,
      );
      expect(failed).toMatchObject({ state: "WAITING", type: "NOTE_ADDED", tries: [{ n: 1, ...seen }] });
      consumer.mood = OK;
      await on.done("technician", "addNote", { ticketId: id, body: "second" });
      await sent();
      expect(consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual(["second"]);
      await later(7);
      await sent();
      expect(consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual([
        "second",
        "first",
      ]);
      expect(consumer.received[1]?.id).toBe(failed.webhookId);
      expect((await hooks.look(endpoint.id)).deliveries).toMatchObject([
        { state: "DELIVERED", tries: [{ n: 1 }, { n: 2, status: 204 }] },
      ]);
    },
  );

  test("429 with Retry-After leaves the whole endpoint alone for as long, and not longer", async () => {
    const endpoint = await hooks.connect(consumer, { types: ["NOTE_ADDED"] });
    const { id } = await on.open();
    consumer.mood = answers(429, { "retry-after": "90" });
    await on.done("technician", "addNote", { ticketId: id, body: "first" });
    await eventually(
      async () => (await hooks.look(endpoint.id)).quietUntil,
      (until) => until !== null,
    );
    consumer.mood = OK;
    await on.done("technician", "addNote", { ticketId: id, body: "second" });
    await later(80);
    await sent();
    expect(consumer.attempts).toBe(1);
    await later(11);
    await sent();
    expect(new Set(consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body))).toEqual(
      new Set(["first", "second"]),
    );
  });

  test("410 disables it with a reason; enabled again, it gets what it missed", async () => {
    const endpoint = await hooks.connect(consumer, { types: ["NOTE_ADDED"] });
    const { id } = await on.open();
    consumer.mood = answers(410);
    await on.done("technician", "addNote", { ticketId: id, body: "first" });
    await eventually(
      () => hooks.look(endpoint.id),
      (e) => e.status === "DISABLED",
    );
    expect((await hooks.look(endpoint.id)).disabledReason).toBe("It answered 410 Gone.");
    await on.done("technician", "addNote", { ticketId: id, body: "second" });
    expect(consumer.attempts).toBe(1);
    consumer.mood = OK;
    await hooks.must("enableWebhookEndpoint", { endpointId: endpoint.id });
    await sent();
    expect(consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual(["first", "second"]);
  });

  test("ten tries over three days, then it is given up, the endpoint is disabled, and a replay sends it", async () => {
    const endpoint = await hooks.connect(consumer, { types: ["NOTE_ADDED"] });
    const { id } = await on.open();
    consumer.mood = answers(503);
    await on.done("technician", "addNote", { ticketId: id, body: "stubborn" });
    const began = Date.now();
    for (let n = 1; n <= 10; n += 1) {
      const { deliveries } = await eventually(
        () => hooks.look(endpoint.id),
        (e) => e.deliveries[0]?.tries.length === n,
      );
      if (n < 10) await desk.travel(deliveries[0].nextTryAt);
    }
    expect(began).toBeGreaterThan(0);
    const given = await hooks.look(endpoint.id, ["FAILED"]);
    expect(given).toMatchObject({
      status: "DISABLED",
      disabledReason: expect.stringMatching(/^10 tries .* Answered 503\.$/),
    });
    const [first, last] = [given.deliveries[0].tries[0].at, given.deliveries[0].tries[9].at];
    expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBeGreaterThan(2.5);
    expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBeLessThan(3.9);
    consumer.mood = OK;
    await hooks.must("enableWebhookEndpoint", { endpointId: endpoint.id });
    const ids = given.deliveries.map((d: { id: string }) => d.id);
    expect((await hooks.must("replayWebhooks", { endpointId: endpoint.id, deliveryIds: ids })).replayed).toBe(1);
    await sent();
    expect(consumer.received.map((r) => r.id)).toEqual([given.deliveries[0].webhookId]);
  });
});

describe("replay", () => {
  test("a range sends again what failed, or everything, under the same ids", async () => {
    const endpoint = await hooks.connect(consumer, { types: ["NOTE_ADDED"] });
    const { id } = await on.open();
    for (const body of ["a", "b", "c"]) await on.done("technician", "addNote", { ticketId: id, body });
    await sent();
    const before = consumer.received.map((r) => r.id);
    expect(before).toHaveLength(3);
    const { to } = await changesOf(desk, "partner");
    const range = { endpointId: endpoint.id, after: endpoint.position, upTo: to };
    expect((await hooks.must("replayWebhooks", range)).replayed).toBe(0);
    expect((await hooks.must("replayWebhooks", { ...range, deliveredToo: true })).replayed).toBe(3);
    await sent();
    expect(consumer.received.slice(3).map((r) => r.id)).toEqual(before);
    for (const wrong of [{}, { after: "0" }, { after: "0", upTo: "1", deliveryIds: [] }])
      expect((await hooks.act("replayWebhooks", { endpointId: endpoint.id, ...wrong })).userErrors).toMatchObject([
        { code: "INVALID" },
      ]);
  });
});

describe("one endpoint never waits for another", () => {
  test("while a dozen are silent, a quick one gets its news at once and in order", async () => {
    slow.mood = silence;
    for (let n = 0; n < 12; n += 1) await hooks.connect(slow);
    await hooks.connect(consumer);
    const began = performance.now();
    const { id } = await on.open();
    await eventually(
      () => consumer.received.length,
      (n) => n >= 3,
    );
    expect(performance.now() - began, "12 limits of 0.3 s one after the other").toBeLessThan(3_000);
    const positions = consumer.received.map((r) => Number(r.position));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(consumer.tickets.has(id)).toBe(true);
  });
});

describe("whose they are", () => {
  test("another partner sees none, can touch none, and is sent its own only", async () => {
    const endpoint = await hooks.connect(consumer);
    expect(await hooks.deliveries(undefined, "otherPartner")).toEqual([]);
    for (const verb of [
      "disableWebhookEndpoint",
      "enableWebhookEndpoint",
      "deleteWebhookEndpoint",
      "rotateWebhookSecret",
      "sendTestWebhook",
      "updateWebhookEndpoint",
    ])
      expect((await hooks.act(verb, { endpointId: endpoint.id }, "otherPartner")).userErrors, verb).toMatchObject([
        { code: "NOT_FOUND", field: "endpointId" },
      ]);
    await hooks.connect(slow, {}, "otherPartner");
    await on.open();
    await sent();
    expect(consumer.received.length).toBeGreaterThan(0);
    expect(slow.attempts).toBe(0);
  });

  test.each(["requester", "wall", "technician", "monitoring"] as const)("a %s manages none", async (who) => {
    await expect(hooks.act("createWebhookEndpoint", { url: consumer.url }, who)).rejects.toThrow(/FORBIDDEN/);
  });

  test.each(["https://127.0.0.1/", "http://10.0.0.1/", "https://hooks.acme.com:22/", "https://u:p@hooks.acme.com/"])(
    "%s is refused with its field",
    async (url) => {
      const refused = [{ code: "TARGET_REFUSED", field: "url" }];
      expect((await hooks.act("createWebhookEndpoint", { url })).userErrors).toMatchObject(refused);
      const { id } = await hooks.connect(consumer);
      expect((await hooks.act("updateWebhookEndpoint", { endpointId: id, url })).userErrors).toMatchObject(refused);
    },
  );
});
