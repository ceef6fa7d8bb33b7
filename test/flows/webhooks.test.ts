import { describe, expect, test } from "vitest";
import { walk } from "../support/feed.ts";
import { webhookDesk } from "../support/webhook-desk.ts";

const w = webhookDesk();

describe("a webhook endpoint", () => {
  test("is sent what happens from then on, in the feed's order, each signed, with the ticket as it is", async () => {
    await w.on.open();
    const endpoint = await w.hooks.connect(w.consumer);
    const { id } = await w.on.open();
    await w.on.done("technician", "reply", { ticketId: id, body: "We look into it." });
    await w.sent();
    const { changes } = await walk(w.desk, "partner", { after: endpoint.position });
    expect(w.consumer.received.map((r) => r.position)).toEqual(changes.map((c) => c.position));
    expect(w.consumer.received.map((r) => (r.body.data as { id: string }).id)).toEqual(changes.map((c) => c.id));
    expect(w.consumer.forged).toEqual([]);
    const reply = w.consumer.received.find((r) => r.body.type === "TICKET_REPLIED");
    expect(reply?.body).toMatchObject({
      timestamp: "2026-11-30T15:00:00Z",
      data: {
        actor: { kind: "TECHNICIAN", name: "Tess Technician" },
        ticket: { id, version: 2, status: "NEW", clocks: [{ metric: "FIRST_RESPONSE", verdict: "MET" }] },
        entry: { kind: "REPLY", public: true, body: "We look into it." },
        tombstone: null,
      },
    });
    expect(await w.hooks.look(endpoint.id)).toMatchObject({ status: "ENABLED", deliveries: [] });
  });

  test("gets only the types it asked for, and not what its partner's own keys did", async () => {
    await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED", "TICKET_REPLIED"], excludeOwn: true });
    const { id } = await w.on.open();
    await w.on.done("partner", "addNote", { ticketId: id, body: "Ours" });
    await w.on.done("technician", "addNote", { ticketId: id, body: "Theirs" });
    await w.sent();
    expect(w.consumer.received.map((r) => [r.body.type, (r.body.data["entry"] as { body: string }).body])).toEqual([
      ["NOTE_ADDED", "Theirs"],
    ]);
  });

  test("are signed with the newest four secrets at most, however often somebody rotates", async () => {
    const endpoint = await w.hooks.connect(w.consumer);
    for (let n = 0; n < 6; n += 1) {
      const { secret } = await w.hooks.must("rotateWebhookSecret", { endpointId: endpoint.id });
      w.consumer.secrets.push(secret);
    }
    w.consumer.secrets = w.consumer.secrets.slice(-4, -3); // the oldest that still counts
    await w.on.open();
    await w.sent();
    expect(w.consumer.forged).toEqual([]);
    expect(new Set(w.consumer.received.map((r) => r.signatures.length))).toEqual(new Set([4]));
  });

  test("answers its secret once, and after a rotation messages carry both signatures until the overlap is over", async () => {
    const endpoint = await w.hooks.connect(w.consumer, { types: ["TICKET_CREATED"] });
    const { secret } = await w.hooks.must("rotateWebhookSecret", { endpointId: endpoint.id, overlapSeconds: 3_600 });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await w.on.open();
    await w.sent();
    expect(w.consumer.received[0]?.signatures).toHaveLength(2);
    expect(w.consumer.forged, "the old secret verifies still").toEqual([]);
    w.consumer.secrets = [secret];
    await w.later(3_600);
    await w.on.open();
    await w.sent();
    expect(w.consumer.received[1]?.signatures).toHaveLength(1);
    expect(w.consumer.forged).toEqual([]);
    const { data } = await w.desk.gql("partner", '{ __type(name: "WebhookEndpoint") { fields { name } } }');
    expect(data.__type.fields.map((f: { name: string }) => f.name)).not.toContain("secret");
  });

  test("a test message arrives, and its delivery says so", async () => {
    const endpoint = await w.hooks.connect(w.consumer);
    const { delivery } = await w.hooks.must("sendTestWebhook", { endpointId: endpoint.id });
    await w.sent();
    expect(w.consumer.received).toMatchObject([{ id: delivery.webhookId, body: { type: "TEST", position: null } }]);
    expect((await w.hooks.look(endpoint.id)).deliveries).toMatchObject([
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

describe("whose they are", () => {
  test("another partner sees none, can touch none, and is sent its own only", async () => {
    const endpoint = await w.hooks.connect(w.consumer);
    expect(await w.hooks.deliveries(undefined, "otherPartner")).toEqual([]);
    for (const verb of [
      "disableWebhookEndpoint",
      "enableWebhookEndpoint",
      "deleteWebhookEndpoint",
      "rotateWebhookSecret",
      "sendTestWebhook",
      "updateWebhookEndpoint",
    ])
      expect((await w.hooks.act(verb, { endpointId: endpoint.id }, "otherPartner")).userErrors, verb).toMatchObject([
        { code: "NOT_FOUND", field: "endpointId" },
      ]);
    await w.hooks.connect(w.slow, {}, "otherPartner");
    await w.on.open();
    await w.sent();
    expect(w.consumer.received.length).toBeGreaterThan(0);
    expect(w.slow.attempts).toBe(0);
  });

  test.each(["requester", "wall", "technician", "monitoring"] as const)("a %s manages none", async (who) => {
    await expect(w.hooks.act("createWebhookEndpoint", { url: w.consumer.url }, who)).rejects.toThrow(/FORBIDDEN/);
  });

  test.each([
    "https://127.0.0.1/",
    "http://10.0.0.1/",
    "https://w.hooks.acme.com:22/",
    "https://u:p@w.hooks.acme.com/",
  ])("%s is refused with its field", async (url) => {
    const refused = [{ code: "TARGET_REFUSED", field: "url" }];
    expect((await w.hooks.act("createWebhookEndpoint", { url })).userErrors).toMatchObject(refused);
    const { id } = await w.hooks.connect(w.consumer);
    expect((await w.hooks.act("updateWebhookEndpoint", { endpointId: id, url })).userErrors).toMatchObject(refused);
  });
});
