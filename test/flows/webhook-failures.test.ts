import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { changesOf } from "../support/feed.ts";
import { answers, hangsUp, OK, silence } from "../support/webhook-consumer.ts";
import { webhookDesk } from "../support/webhook-desk.ts";

const w = webhookDesk();

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
      const endpoint = await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
      const { id } = await w.on.open();
      w.consumer.mood = mood;
      await w.on.done("technician", "addNote", { ticketId: id, body: "first" });
      const [failed] = await eventually(
        async () => (await w.hooks.look(endpoint.id)).deliveries,
        (d) => d.length === 1,
      );
      expect(failed).toMatchObject({ state: "WAITING", type: "NOTE_ADDED", tries: [{ n: 1, ...seen }] });
      w.consumer.mood = OK;
      await w.on.done("technician", "addNote", { ticketId: id, body: "second" });
      await w.sent();
      expect(w.consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual(["second"]);
      await w.later(7);
      await w.sent();
      expect(w.consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual([
        "second",
        "first",
      ]);
      expect(w.consumer.received[1]?.id).toBe(failed.webhookId);
      expect((await w.hooks.look(endpoint.id)).deliveries).toMatchObject([
        { state: "DELIVERED", tries: [{ n: 1 }, { n: 2, status: 204 }] },
      ]);
    },
  );

  test("429 with Retry-After leaves the whole endpoint alone for as long, and not longer", async () => {
    const endpoint = await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
    const { id } = await w.on.open();
    w.consumer.mood = answers(429, { "retry-after": "90" });
    await w.on.done("technician", "addNote", { ticketId: id, body: "first" });
    await eventually(
      async () => (await w.hooks.look(endpoint.id)).quietUntil,
      (until) => until !== null,
    );
    w.consumer.mood = OK;
    await w.on.done("technician", "addNote", { ticketId: id, body: "second" });
    await w.later(80);
    await w.sent();
    expect(w.consumer.attempts).toBe(1);
    await w.later(11);
    await w.sent();
    expect(new Set(w.consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body))).toEqual(
      new Set(["first", "second"]),
    );
  });

  test("410 disables it with a reason; enabled again, it gets what it missed", async () => {
    const endpoint = await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
    const { id } = await w.on.open();
    w.consumer.mood = answers(410);
    await w.on.done("technician", "addNote", { ticketId: id, body: "first" });
    await eventually(
      () => w.hooks.look(endpoint.id),
      (e) => e.status === "DISABLED",
    );
    expect(await w.hooks.look(endpoint.id)).toMatchObject({ disabledReason: "It answered 410 Gone.", version: 2 });
    await w.on.done("technician", "addNote", { ticketId: id, body: "second" });
    expect(w.consumer.attempts).toBe(1);
    w.consumer.mood = OK;
    await w.hooks.must("enableWebhookEndpoint", { endpointId: endpoint.id });
    await w.sent();
    expect(w.consumer.received.map((r) => (r.body.data["entry"] as { body: string }).body)).toEqual([
      "first",
      "second",
    ]);
  });

  test("on a clock that runs, a retry goes when its time has come, without being asked for", async () => {
    await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
    const { id } = await w.on.open();
    w.consumer.mood = answers(500);
    await w.on.done("technician", "addNote", { ticketId: id, body: "once more" });
    await eventually(
      () => w.consumer.attempts,
      (n) => n === 1,
    );
    w.consumer.mood = OK;
    const run = (rate: number) => w.desk.gql("manager", `mutation { setClock(input: { rate: ${rate} }) { position } }`);
    await run(20); // its next try is some seconds ahead
    const began = performance.now();
    await eventually(
      () => w.consumer.received.length,
      (n) => n === 1,
    );
    expect(performance.now() - began, "nobody waited for a poll").toBeLessThan(2_500);
    await run(0);
  });

  test("ten tries over three days, then it is given up, the endpoint is disabled, and a replay sends it", async () => {
    const endpoint = await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
    const { id } = await w.on.open();
    w.consumer.mood = answers(503);
    await w.on.done("technician", "addNote", { ticketId: id, body: "stubborn" });
    for (let n = 1; n <= 10; n += 1) {
      const { deliveries } = await eventually(
        () => w.hooks.look(endpoint.id),
        (e) => e.deliveries[0]?.tries.length === n && e.deliveries[0].state !== "READY",
      );
      if (n < 10) await w.desk.travel(deliveries[0].nextTryAt);
    }
    const given = await w.hooks.look(endpoint.id, ["FAILED"]);
    expect(given).toMatchObject({
      status: "DISABLED",
      disabledReason: expect.stringMatching(/^10 tries .* Answered 503\.$/),
    });
    const [first, last] = [given.deliveries[0].tries[0].at, given.deliveries[0].tries[9].at];
    expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBeGreaterThan(2.5);
    expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBeLessThan(3.9);
    w.consumer.mood = OK;
    await w.hooks.must("enableWebhookEndpoint", { endpointId: endpoint.id });
    const ids = given.deliveries.map((d: { id: string }) => d.id);
    expect((await w.hooks.must("replayWebhooks", { endpointId: endpoint.id, deliveryIds: ids })).replayed).toBe(1);
    await w.sent();
    expect(w.consumer.received.map((r) => r.id)).toEqual([given.deliveries[0].webhookId]);
  });
});

describe("replay", () => {
  test("a range sends again what failed, or everything, under the same ids", async () => {
    const endpoint = await w.hooks.connect(w.consumer, { types: ["NOTE_ADDED"] });
    const { id } = await w.on.open();
    for (const body of ["a", "b", "c"]) await w.on.done("technician", "addNote", { ticketId: id, body });
    await w.sent();
    const before = w.consumer.received.map((r) => r.id);
    expect(before).toHaveLength(3);
    const { to } = await changesOf(w.desk, "partner");
    const range = { endpointId: endpoint.id, after: endpoint.position, upTo: to };
    expect((await w.hooks.must("replayWebhooks", range)).replayed).toBe(0);
    expect((await w.hooks.must("replayWebhooks", { ...range, deliveredToo: true })).replayed).toBe(3);
    await w.sent();
    expect(w.consumer.received.slice(3).map((r) => r.id)).toEqual(before);
    for (const wrong of [{}, { after: "0" }, { after: "0", upTo: "1", deliveryIds: [] }])
      expect((await w.hooks.act("replayWebhooks", { endpointId: endpoint.id, ...wrong })).userErrors).toMatchObject([
        { code: "INVALID" },
      ]);
  });
});

describe("one endpoint never waits for another", () => {
  test("while a dozen are silent, a quick one gets its news at once and in order", async () => {
    w.slow.mood = silence;
    for (let n = 0; n < 12; n += 1) await w.hooks.connect(w.slow);
    await w.hooks.connect(w.consumer);
    const began = performance.now();
    const { id } = await w.on.open();
    await eventually(
      () => w.consumer.received.length,
      (n) => n >= 3,
    );
    expect(performance.now() - began, "12 limits of 0.3 s one after the other").toBeLessThan(3_000);
    const positions = w.consumer.received.map((r) => Number(r.position));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(w.consumer.tickets.has(id)).toBe(true);
  });
});
