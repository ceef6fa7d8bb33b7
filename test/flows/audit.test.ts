import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { keysOf } from "../support/keys.ts";
import { staffOf } from "../support/staff.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let keys: ReturnType<typeof keysOf>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  keys = keysOf(desk);
});
afterAll(() => desk.close());

const query = `query($first: Int!, $after: String, $filter: AuditFilter) {
  auditEntries(first: $first, after: $after, filter: $filter) {
    edges { node { id at action address actor { type id name } about { type id name } details { name value } } }
    pageInfo { hasNextPage endCursor } } }`;
const page = async (filter: object = {}, first = 100, after: string | null = null) => {
  const { data, errors } = await desk.gql("manager", query, { first, after, filter });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.auditEntries;
};
const entries = async (...actions: string[]) =>
  (await page({ actions })).edges.map(({ node: { details, ...node } }: any) => ({
    ...node,
    ...Object.fromEntries(details.map((d: any) => [d.name, d.value])),
  })) as Record<string, any>[];

describe("what matters for safety is recorded with who did it", () => {
  test("sign-ins, good, bad and one too many, with their address; nobody unknown is named", async () => {
    const staff = staffOf(desk);
    await staff.join("ada@desk.example");
    await staff.signIn("ada@desk.example");
    await staff.signIn("ada@desk.example", "not the password");
    await staff.signIn("typed-my-Secret-here@nowhere", "x");
    for (let i = 0; i < 6; i++) await staff.signIn("gone@desk.example", "x");
    const [newest, ...older] = await entries("SIGNED_IN");
    expect(newest).toMatchObject({ by: "PASSWORD", address: "127.0.0.1", actor: { type: "TECHNICIAN", name: "ada" } });
    expect(newest?.["actor"].id).toMatch(/^tec_/);
    expect(older).toMatchObject([{ by: "NEW_PASSWORD" }]);
    const refused = await entries("SIGN_IN_REFUSED");
    expect(refused).toHaveLength(7);
    expect(refused.at(-1)).toMatchObject({
      actor: { type: "NOBODY", id: null },
      about: { type: "Technician", name: "ada" },
    });
    expect(refused.at(-2)).toMatchObject({ about: null });
    expect(await entries("SIGN_IN_LOCKED"), "told once, when it begins").toHaveLength(1);
    expect(await entries("STAFF_INVITED")).toMatchObject([
      { email: "ada@desk.example", role: "TECHNICIAN", actor: { name: "Max Manager" } },
    ]);
    expect(await entries("PASSWORD_SET")).toHaveLength(1);
  });

  test("keys: made, replaced and ended, by their beginnings", async () => {
    const { apiKey } = await keys.create({ name: "PSA", scopes: ["tickets:read", "export"] });
    const rotated = await keys.must("rotateApiKey", { keyId: apiKey.id }, "apiKey { id prefix }");
    await keys.must("revokeApiKey", { keyId: apiKey.id, reason: "It leaked" }, "apiKey { id }");
    const about = { type: "ApiKey", id: apiKey.id, name: "PSA" };
    expect(await entries("KEY_CREATED")).toMatchObject([
      { about, prefix: apiKey.prefix, scopes: "tickets:read export" },
    ]);
    expect(await entries("KEY_ROTATED")).toMatchObject([
      { about, oldPrefix: apiKey.prefix, prefix: rotated.apiKey.prefix, overlapSeconds: "86400" },
    ]);
    expect(await entries("KEY_REVOKED")).toMatchObject([
      { about, reason: "It leaked", actor: { name: "Max Manager" } },
    ]);
    expect((await page({ aboutId: apiKey.id })).edges).toHaveLength(3);
  });

  test("a priority set by hand, a remote session's start and end, an export", async () => {
    const on = verbsOn(desk);
    const { id, number } = await on.open();
    await on.done("manager", "setPriority", { ticketId: id, priority: "URGENT", reason: "Their boss called" });
    await allowImmediate(desk);
    const start = `mutation($i: StartSessionInput!) { startSession(input: $i) { session { id } userErrors { code } } }`;
    const { data } = await desk.gql("technician", start, { i: { ticketId: id, consentBy: "Robin" } });
    await desk.travel("2026-11-30T15:10:00Z"); // nobody was heard of: it ends by itself
    expect(await entries("PRIORITY_OVERRIDDEN")).toMatchObject([
      { about: { type: "Ticket", id, name: `#${number}` }, to: "URGENT", reason: "Their boss called" },
    ]);
    expect(await entries("SESSION_STARTED")).toMatchObject([{ about: { id }, actor: { name: "Tess Technician" } }]);
    expect(await entries("SESSION_ENDED")).toMatchObject([
      {
        about: { id: data.startSession.session.id },
        endedBy: "VANISHED",
        seconds: "60",
        actor: { type: "DESK", id: null },
      },
    ]);
    const report = `{ slaReport(input: { from: "2026-11-01", until: "2026-12-01", timeZone: "UTC" }) { csv } }`;
    expect((await desk.gql("partner", report)).errors).toBeUndefined();
    expect(await entries("EXPORTED")).toMatchObject([
      { what: "slaReport.csv", actor: { type: "PARTNER", name: "First partner" } },
    ]);
  });

  test("what was refused leaves no trace of having been done", async () => {
    // a key's first use of the day is written beside the requests, up to a second later
    const acts = async () =>
      (await page()).edges.filter((edge: { node: { action: string } }) => edge.node.action !== "KEY_USED").length;
    const before = await acts();
    await keys.act("createApiKey", { partnerId: keys.partnerId, name: "X", scopes: ["nothing"] }, "secret");
    await keys.act("createPartner", { name: "First partner" }, "partner { id }");
    await keys.act("revokeApiKey", { keyId: keys.partnerId }, "apiKey { id }");
    const on = verbsOn(desk);
    await on.act("manager", "setPriority", { ticketId: (await on.open()).id, priority: "ODD", reason: "X" });
    expect(await acts()).toBe(before);
  });
});

describe("the audit is read by managers alone, newest first, page by page", () => {
  test("a walk meets every entry once, and filters hold together", async () => {
    const all = (await page()).edges.map((e: any) => e.node);
    expect(all.length).toBeGreaterThan(15);
    const walked: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page({}, 4, after);
      walked.push(...edges.map((e: any) => e.node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual(all.map((n: any) => n.id));
    expect(all.map((n: any) => n.at)).toEqual(
      all
        .map((n: any) => n.at)
        .toSorted()
        .toReversed(),
    );
    // the use of keys is written beside requests, at no instant of its own
    const actions = ["SIGNED_IN", "SIGN_IN_REFUSED", "SESSION_ENDED", "EXPORTED"];
    const later = await page({ from: "2026-11-30T15:00:01Z", until: "2026-11-30T15:30:00Z", actions });
    expect(new Set(later.edges.map((e: any) => e.node.action))).toEqual(new Set(["SESSION_ENDED", "EXPORTED"]));
    const [first] = all;
    expect((await desk.gql("manager", "query($id: ID!) { node(id: $id) { id } }", { id: first.id })).data.node).toEqual(
      { id: first.id },
    );
  });

  test("nobody else reads it", async () => {
    for (const who of ["technician", "partner", "requester", "wall", "monitoring"] as const)
      expect((await desk.gql(who, query, { first: 1 })).errors?.[0]?.extensions["code"], who).toBe("FORBIDDEN");
  });
});

describe("the database keeps it", () => {
  test("no role can change, delete or empty it: not even the one that owns it", async () => {
    for (const role of ["owner", "staff", "worker", "scoped"] as const) {
      const client = new pg.Client(desk.urls[role]);
      await client.connect();
      for (const text of [
        "update audit_entry set actor_name = 'Somebody'",
        "delete from audit_entry",
        "truncate audit_entry",
      ]) {
        const refused = await client.query(text).then(
          () => null,
          (error: { code: string }) => error.code,
        );
        expect(refused, `${role}: ${text}`).toBe(role === "owner" ? "23001" : "42501");
      }
      await client.end();
    }
  });
});
