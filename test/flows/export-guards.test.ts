import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VERB } from "../../api/partners/cost/weights.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ask, keysOf } from "../support/keys.ts";
import { roomy } from "../support/serve-desk.ts";

let desk: TestDesk;
let client: pg.Client;
beforeAll(async () => {
  // each key may ask for one thing and fetch two files, or fetch three, and has to wait for more
  desk = await startDesk({
    budgets: {
      ...roomy,
      reserve: { maximum: 3 * VERB, restorePerSecond: 0.001 },
      pool: { maximum: 0, restorePerSecond: 0 },
    },
  });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

const keyWith = async (...scopes: string[]) => (await keysOf(desk).create({ scopes })).secret;
const START = `mutation($parts: [ExportPart!]) { startExport(input: { parts: $parts }) { export { id } userErrors { code } } }`;
const states = async () =>
  (await client.query<{ state: string }>("select state from bulk_export order by id")).rows.map((row) => row.state);
/** An export of these parts, done; its id. */
async function exported(parts: string[]): Promise<string> {
  const secret = await keyWith("export", "tickets:read", "clients:read", "contacts:read");
  const { data } = await ask(desk.url, secret, START, { parts });
  expect(data.startExport.userErrors).toEqual([]);
  await eventually(states, (all) => all.at(-1) === "DONE", 30_000);
  return data.startExport.export.id;
}
const get = async (secret: string, id: string, file: string) => {
  const response = await fetch(`${desk.origin}/exports/${id}/${file}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return { response, body: response.ok ? null : ((await response.json()) as any).errors[0].extensions };
};

test("files are fetched only by a key that may read all that they were made of", async () => {
  const id = await exported(["CLIENTS", "CONTACTS"]);
  const less = await keyWith("export", "clients:read");
  for (const file of ["contacts.jsonl.gz", "clients.jsonl.gz"]) {
    const { response, body } = await get(less, id, file);
    expect(response.status).toBe(403);
    expect(body).toEqual({ code: "FORBIDDEN", requiredScope: "contacts:read" });
  }
  const enough = await keyWith("export", "clients:read", "contacts:read");
  expect((await get(enough, id, "contacts.jsonl.gz")).response.status).toBe(200);
});

test("each costs what a verb does, and says when to come back", async () => {
  const id = await exported(["CLIENTS"]);
  const secret = await keyWith("export", "clients:read");
  for (const status of [200, 200, 200, 429]) {
    const { response, body } = await get(secret, id, "clients.jsonl.gz");
    expect(response.status).toBe(status);
    if (status === 429) {
      expect(body).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
      expect(Number(response.headers.get("retry-after"))).toBe(body.retryAfterSeconds);
    }
  }
});

test("who asked for one, and who took which file of it, stands in the audit", async () => {
  const id = await exported(["CLIENTS"]);
  await get(await keyWith("export", "clients:read"), id, "clients.jsonl.gz");
  const { data, errors } = await desk.gql(
    "manager",
    `query($of: ID!) { auditEntries(first: 5, filter: { aboutId: $of }) { edges { node {
      action actor { type name } about { type id } address details { name value } } } } }`,
    { of: id },
  );
  expect(errors).toBeUndefined();
  const shared = { action: "EXPORTED", about: { type: "BulkExport", id } };
  expect(data.auditEntries.edges.map((e: { node: object }) => e.node)).toMatchObject([
    { ...shared, address: "127.0.0.1", details: expect.arrayContaining([{ name: "what", value: "clients.jsonl.gz" }]) },
    { ...shared, address: null, details: [{ name: "what", value: "clients" }] },
  ]);
});

test("the newest five keep their files", async () => {
  while ((await states()).length < 7) await exported(["CLIENTS"]);
  await eventually(states, (all) => all.filter((state) => state === "DONE").length === 5);
  expect((await states()).slice(-5)).toEqual(Array(5).fill("DONE"));
});
