import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { permissions } from "../../api/people/permissions.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { everyAsk } from "../support/every-ask.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { allowImmediate } from "../support/immediate.ts";
import { keysOf } from "../support/keys.ts";
import { post } from "../support/post.ts";
import { documentsOf } from "../support/slots.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let keys: ReturnType<typeof keysOf>;
const schema = buildSchema();
const documents = documentsOf(schema, () => "none_00000000000000000000000000000000");
beforeAll(async () => {
  process.env["TEST_LOG"] ??= "silent";
  desk = await startDesk({ worker: false });
  on = verbsOn(desk);
  keys = keysOf(desk);
  await allowImmediate(desk);
});
afterAll(() => desk?.close());

const asks = everyAsk({
  get desk() {
    return desk;
  },
  get on() {
    return on;
  },
  get keys() {
    return keys;
  },
});

test("there is a request here for every mutation", () => {
  expect(Object.keys(asks).sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  for (const name of Object.keys(asks)) expect(permissions[name], name).toBeDefined();
});

describe("sent twice under one key", () => {
  test.each(Object.entries(asks))("%s is done once, and answered the same to the letter", async (name, prepare) => {
    const [who, input] = await prepare();
    const query = documents.mutation(name);
    const ask = () => post(desk, who, { query, variables: { input } }, { "idempotency-key": `every-${name}` });
    const first = await ask();
    expect(first.errors).toBeUndefined();
    const done = first.data[name];
    expect(done.userErrors).toEqual([]);
    const before = await fingerprint(desk.urls.owner);
    const second = await ask();
    expect(second.said).toBe(first.said);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await fingerprint(desk.urls.owner)).toEqual(before);
    // the record alone, as when the process died before it had answered
    const worker = new pg.Client(desk.urls.worker);
    await worker.connect();
    await worker.query("update idempotency_record set answer = null where key = $1", [`every-${name}`]);
    await worker.end();
    const third = await ask();
    expect(third.errors).toBeUndefined();
    expect(third.data).toEqual(first.data);
  });
});

describe("with a version that is no longer the thing's", () => {
  const fieldsOf = (type: string) => (schema.getType(type) as never as { getFields(): object }).getFields();
  const named = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const verbs = Object.entries(asks).filter(([name]) => "expectedVersion" in fieldsOf(`${named(name)}Input`));
  const versionOf = async (id: string): Promise<number> => {
    const query = "query($id: ID!) { node(id: $id) { ... on Ticket { version } ... on WebhookEndpoint { version } } }";
    return (await on.ask("manager", query, { id })).node.version;
  };

  test("this is asked of every verb on a ticket and on an endpoint", () => {
    const takes = (id: string) => verbs.filter(([name]) => id in fieldsOf(`${named(name)}Input`)).length;
    expect([takes("ticketId"), takes("endpointId")]).toEqual([verbs.length - 5, 5]);
    expect(verbs.length).toBeGreaterThan(20);
  });

  test.each(verbs)("%s changes nothing and answers how it stands", async (name, prepare) => {
    const [who, input] = await prepare();
    const { ticketId, endpointId } = input as { ticketId?: string; endpointId?: string };
    const [id, thing] = ticketId ? [ticketId, "ticket"] : [endpointId as string, "endpoint"];
    const answered = thing in fieldsOf(`${named(name)}Payload`) ? `${thing} { id }` : "";
    const version = await versionOf(id);
    const before = await fingerprint(desk.urls.owner);
    const query = `mutation($input: ${named(name)}Input!) { ${name}(input: $input) {
      ${answered} current { id version } userErrors { code field } } }`;
    for (const stale of [version - 1, version + 1]) {
      const { data } = await post(desk, who, { query, variables: { input: { ...input, expectedVersion: stale } } });
      expect(data[name]).toEqual({
        ...(answered && { [thing]: null }),
        current: { id, version },
        userErrors: [{ code: "STALE_VERSION", field: "expectedVersion" }],
      });
    }
    expect(await fingerprint(desk.urls.owner)).toEqual(before);
    const { data } = await post(desk, who, { query, variables: { input: { ...input, expectedVersion: version } } });
    expect(data[name].userErrors).toEqual([]);
  });
});
