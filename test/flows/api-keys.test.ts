import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Composed, compose } from "../../api/app/compose.ts";
import { entities } from "../../api/app/entities.ts";
import { createServer } from "../../api/app/server.ts";
import { makeSignIns } from "../../api/app/sign-ins.ts";
import { createOrm } from "../../api/platform/database.ts";
import { createLog } from "../../api/platform/log.ts";
import { openSocket } from "../support/credential-socket.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ask, keysOf } from "../support/keys.ts";

let desk: TestDesk;
let keys: ReturnType<typeof keysOf>;
/** A second process of the same desk: what is revoked on the first must be known here too. */
let other: { url: string; wsUrl: string; composed: Composed; close(): Promise<void> };
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  keys = keysOf(desk);
  const log = createLog("error");
  const composed = await compose(desk.urls, "test", log, false);
  const server = await createServer(composed, log, {});
  const origin = await server.listen(0, "127.0.0.1");
  other = {
    url: `${origin}/graphql`,
    wsUrl: `${origin.replace("http", "ws")}/graphql`,
    composed,
    close: () => server.close().then(() => composed.close()),
  };
});
afterAll(async () => {
  await other.close();
  await desk.close();
});

const me = "{ viewer { kind name scopes } }";
const status = async (token: string, url = desk.url) => (await ask(url, token, me)).status;

describe("a key", () => {
  test("is told once, known again by its beginning, and kept as a hash", async () => {
    const { apiKey, secret } = await keys.create({ name: "Autotask", scopes: ["tickets:write", "tickets:read"] });
    expect(secret).toMatch(/^wd_partner_[0-9a-f]{8}_[\w-]{43}$/); // 43 characters of 6 bits: 256 bits
    expect(secret.startsWith(`${apiKey.prefix}_`)).toBe(true);
    expect(apiKey).toMatchObject({ name: "Autotask", scopes: ["tickets:read", "tickets:write"], state: "ACTIVE" });
    expect(apiKey).toMatchObject({ createdBy: "Max Manager", createdAt: "2026-11-30T15:00:00Z", expiresAt: null });
    const owner = new pg.Client(desk.urls.owner);
    await owner.connect();
    const { rows } = await owner.query("select t::text as row from access_token t");
    await owner.end();
    expect(rows.length).toBeGreaterThan(7);
    expect(rows.map((r) => r.row).join("\n")).not.toContain(secret.slice(-43));
    expect((await ask(desk.url, secret, me)).data.viewer).toEqual({
      ...{ kind: "PARTNER", name: "Autotask", scopes: ["tickets:read", "tickets:write"] },
    });
  });

  test("needs a name, a scope that there is, a partner that there is, and an end that is to come", async () => {
    const refused = async (more: object) =>
      (await keys.act("createApiKey", { partnerId: keys.partnerId, name: "X", scopes: ["export"], ...more }, "secret"))
        .userErrors[0];
    expect(await refused({ name: " " })).toMatchObject({ code: "INVALID", field: "name" });
    expect(await refused({ scopes: [] })).toMatchObject({ code: "INVALID", field: "scopes" });
    expect(await refused({ scopes: ["export", "all"] })).toMatchObject({ code: "INVALID", field: "scopes[1]" });
    expect(await refused({ partnerId: desk.clientId })).toMatchObject({ code: "NOT_FOUND", field: "partnerId" });
    expect(await refused({ expiresAt: "2026-11-30T15:00:00Z" })).toMatchObject({ code: "INVALID", field: "expiresAt" });
  });

  test("is seen by its partner, with all that the partner has, and by no other", async () => {
    const { apiKey, secret } = await keys.create();
    const mine = (await keys.list("partner")).map((key) => key.id);
    expect(mine).toContain(apiKey.id);
    expect((await keys.list("otherPartner")).map((key) => key.id)).not.toContain(apiKey.id);
    expect((await keys.list()).length).toBeGreaterThan(mine.length);
    const page = "{ apiKeys(first: 1) { edges { cursor node { name } } pageInfo { hasNextPage } } }";
    expect((await ask(desk.url, secret, page)).data.apiKeys.pageInfo.hasNextPage).toBe(true);
  });

  test("of a monitoring source opens tickets for its client, and nothing else", async () => {
    const input = { clientId: desk.clientId, name: "Uptime" };
    const { secret, apiKey } = await keys.must("createMonitoringSource", input, "secret apiKey { id kind scopes }");
    expect(apiKey).toMatchObject({ kind: "MONITORING", scopes: null });
    expect(secret).toMatch(/^wd_monitoring_/);
    const create = `mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { channel } userErrors { code } } }`;
    const done = await ask(desk.url, secret, create, { i: { clientId: desk.clientId, subject: "Down" } });
    expect(done.data.createTicket.ticket).toEqual({ channel: "MONITORING" });
    expect((await ask(desk.url, secret, "{ technicians { name } }")).errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

describe("its use", () => {
  test("is written at most once a minute, beside the requests, and recorded for good once a day", async () => {
    const { apiKey, secret } = await keys.create({ name: "Busy" });
    const use = async () => {
      for (let i = 0; i < 5; i++) await ask(desk.url, secret, me);
      await desk.composed.keyUse.write();
      return (await keys.list()).find((key) => key.id === apiKey.id).lastUsedAt;
    };
    expect(apiKey.lastUsedAt).toBeNull();
    expect(await use()).toBe("2026-11-30T15:00:00Z");
    await desk.travel("2026-11-30T15:00:59Z");
    expect(await use()).toBe("2026-11-30T15:00:00Z");
    await desk.travel("2026-11-30T15:01:00Z");
    expect(await use()).toBe("2026-11-30T15:01:00Z");
    const uses = async () => {
      const query = `query($f: AuditFilter!) { auditEntries(first: 100, filter: $f) { edges { node { at } } } }`;
      const { data } = await desk.gql("manager", query, { f: { actions: ["KEY_USED"], aboutId: apiKey.id } });
      return data.auditEntries.edges.map((e: any) => e.node.at);
    };
    expect(await uses()).toEqual(["2026-11-30T15:00:00Z"]);
    await desk.travel("2026-12-01T00:00:00Z");
    await use();
    expect(await uses()).toEqual(["2026-12-01T00:00:00Z", "2026-11-30T15:00:00Z"]);
  });
});

describe("its end", () => {
  test("comes at its instant and not before, on HTTP and on an open socket", async () => {
    const { secret } = await keys.create({ expiresAt: "2026-12-01T12:00:00Z" });
    const socket = await openSocket(desk.wsUrl, secret);
    await desk.travel("2026-12-01T11:59:59Z");
    expect(await status(secret)).toBe(200);
    expect(socket.closed()).toBeNull();
    await desk.travel("2026-12-01T12:00:00Z");
    expect(await status(secret)).toBe(401);
    await eventually(socket.closed, (code) => code === 4403, 3_000);
  });

  test("by revocation is at once: both processes answer 401, and close what it had opened with 4403", async () => {
    const { apiKey, secret } = await keys.create();
    const sockets = await Promise.all([openSocket(desk.wsUrl, secret), openSocket(other.wsUrl, secret)]);
    const bystander = await openSocket(other.wsUrl, desk.tokens.partner);
    expect([await status(secret), await status(secret, other.url)]).toEqual([200, 200]);
    const revoked = await keys.must("revokeApiKey", { keyId: apiKey.id, reason: "It leaked" }, "apiKey { state }");
    const since = performance.now();
    await eventually(
      () => Promise.all([status(secret), status(secret, other.url)]),
      (both) => both.every((code) => code === 401),
      500,
    );
    for (const socket of sockets) await eventually(socket.closed, (code) => code === 4403, 500);
    expect(performance.now() - since, "long before the second that a look-up is believed").toBeLessThan(700);
    expect(revoked.apiKey.state).toBe("REVOKED");
    expect(bystander.closed()).toBeNull();
    bystander.close();
    const again = await keys.act("revokeApiKey", { keyId: apiKey.id }, "apiKey { id }");
    expect(again.userErrors).toMatchObject([{ code: "ALREADY_ENDED" }]);
  });
});

describe("a rotation", () => {
  test("gives a new key with the same rights; the old one goes on for the overlap and ends with it", async () => {
    const { apiKey, secret } = await keys.create({ name: "Halo", expiresAt: "2027-12-01T12:00:00Z" });
    await desk.travel("2026-12-02T12:00:00Z");
    const { apiKey: fresh, ...done } = await keys.must(
      "rotateApiKey",
      { keyId: apiKey.id, overlapSeconds: 3_600 },
      "secret apiKey { id name scopes expiresAt } replaced { state expiresAt replacedBy { id } }",
    );
    expect(fresh).toMatchObject({ name: "Halo", scopes: ["tickets:read"], expiresAt: "2027-12-02T12:00:00Z" });
    expect(done.replaced).toEqual({
      state: "REPLACED",
      expiresAt: "2026-12-02T13:00:00Z",
      replacedBy: { id: fresh.id },
    });
    expect([await status(secret), await status(done.secret)]).toEqual([200, 200]);
    const twice = await keys.act("rotateApiKey", { keyId: apiKey.id }, "secret");
    expect(twice.userErrors).toMatchObject([{ code: "ALREADY_REPLACED" }]);
    await desk.travel("2026-12-02T13:00:00Z");
    expect([await status(secret), await status(done.secret)]).toEqual([401, 200]);
  });

  test("without overlap ends the old key at once", async () => {
    const { apiKey, secret } = await keys.create();
    const socket = await openSocket(other.wsUrl, secret);
    await keys.must("rotateApiKey", { keyId: apiKey.id, overlapSeconds: 0 }, "secret");
    await eventually(
      () => status(secret, other.url),
      (code) => code === 401,
      500,
    );
    await eventually(socket.closed, (code) => code === 4403, 500);
  });

  test("is open to a partner for its own keys that can do no more than the one that asks", async () => {
    const [small, great] = [
      await keys.create({ name: "small" }),
      await keys.create({ scopes: ["tickets:read", "export"] }),
    ];
    const rotate = `mutation($i: RotateApiKeyInput!) { rotateApiKey(input: $i) { secret userErrors { code } } }`;
    const by = async (secret: string, keyId: string) =>
      (await ask(desk.url, secret, rotate, { i: { keyId } })).data.rotateApiKey;
    expect(await by(small.secret, great.apiKey.id)).toEqual({ secret: null, userErrors: [{ code: "NOT_YOURS" }] });
    expect((await by(small.secret, small.apiKey.id)).userErrors).toEqual([]);
    expect((await by(desk.tokens.otherPartner, great.apiKey.id)).userErrors).toEqual([{ code: "NOT_FOUND" }]);
    expect((await by(desk.tokens.partner, great.apiKey.id)).userErrors).toEqual([]);
  });
});

test("a new start makes ready-made tokens anew, and leaves keys and sessions that somebody was given", async () => {
  const { secret } = await keys.create();
  const orm = await createOrm(desk.urls.staff, entities, 1);
  const { tokens } = await makeSignIns(orm, desk.cast);
  await orm.close(true);
  expect(await status(secret)).toBe(200);
  expect(await status(tokens.partner)).toBe(200);
  await eventually(
    () => status(desk.tokens.partner),
    (code) => code === 401,
    3_000,
  );
});
