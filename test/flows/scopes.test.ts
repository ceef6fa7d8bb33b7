import { randomUUID } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import { nodeScopes, permissions, type Scope } from "../../api/people/permissions.ts";
import { issueToken } from "../../api/people/sign-in.ts";
import { createOrm } from "../../api/platform/database.ts";
import { type IdType, toGlobalId } from "../../api/platform/global-id.ts";
import { anyDocuments } from "../support/any-document.ts";
import { type Answer, startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
});
afterAll(() => desk.close());

/** A key of the first partner with these scopes, as a client that asks by it. */
async function keyWith(...scopes: Scope[]) {
  const orm = await createOrm(desk.urls.staff, entities, 1);
  const { id: partnerId, name } = desk.cast.partner;
  const token = await (orm.em.fork() as SqlEntityManager).transactional(async (tx) =>
    issueToken(tx as SqlEntityManager, { kind: "PARTNER", name, partnerId, scopes }, 0 as never),
  );
  await orm.close(true);
  return async (query: string, variables?: object): Promise<Answer<any>> => {
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<any>;
  };
}

describe("a key does what its scopes say", () => {
  test("without any scope every operation that needs one is refused by its name, and the others answer", async () => {
    const ask = await keyWith();
    let refused = 0;
    for (const { field, text } of await anyDocuments(desk)) {
      const row = permissions[field];
      if (!row?.viewers.includes("PARTNER")) continue;
      const error = (await ask(text)).errors?.[0];
      if (row.scope === null) expect(error?.extensions["requiredScope"], field).toBeUndefined();
      else {
        expect(error?.extensions, field).toMatchObject({ code: "FORBIDDEN", requiredScope: row.scope });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(8);
  });

  test("with a scope exactly its operations open up", async () => {
    const ask = await keyWith("clients:read");
    const { data, errors } = await ask("{ clients(first: 5) { edges { node { name } } } }");
    expect(errors).toBeUndefined();
    expect(data.clients.edges).toHaveLength(1);
    const other = await ask("{ tickets(first: 5) { edges { node { number } } } }");
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", requiredScope: "tickets:read" });
  });

  test("the ready-made partners are restricted by no scope that there is", async () => {
    const { errors } = await desk.gql("partner", "{ clients(first: 5) { edges { node { contacts { email } } } } }");
    expect(errors).toBeUndefined();
  });
});

describe("a field behind a scope", () => {
  const page = "{ clients(first: 5) { edges { node { name contacts { name email phone } } } } }";

  test("is null with an error that names the scope, and the rest of the page stands", async () => {
    const ask = await keyWith("clients:read");
    const { data, errors } = await ask(page);
    const [client] = data.clients.edges;
    expect(client.node.contacts).toEqual([{ name: "Robin Requester", email: null, phone: null }]);
    expect(errors?.map((e) => [e.path?.at(-1), e.extensions])).toMatchObject([
      ["email", { code: "FORBIDDEN", requiredScope: "contacts:read" }],
      ["phone", { code: "FORBIDDEN", requiredScope: "contacts:read" }],
    ]);
  });

  test("is answered with it", async () => {
    const ask = await keyWith("clients:read", "contacts:read");
    expect((await ask(page)).errors).toBeUndefined();
  });

  test("the feed tells what happened to whoever may read it, and shows tickets to whoever may read those", async () => {
    const create = `mutation($c: ID!) { createTicket(input: { clientId: $c, subject: "Seen by few" }) { ticket { id } } }`;
    const { data: made } = await desk.gql("manager", create, { c: desk.clientId });
    await desk.gql("manager", "mutation($to: DateTime!) { setClock(input: { to: $to }) { position } }", {
      to: "2026-11-30T15:00:00Z",
    }); // the log holds it when this is answered
    const changes = `{ changes(after: "0", first: 1) { changes {
      type ticketId ticket { subject } clock { id } entry { body } tombstone { ticketId } } } }`;
    const { data, errors } = await (await keyWith("changes:read"))(changes);
    expect(data.changes.changes).toEqual([
      {
        ...{ type: "TICKET_CREATED", ticketId: made.createTicket.ticket.id },
        ...{ ticket: null, clock: null, entry: null, tombstone: null },
      },
    ]);
    expect(errors?.map((e) => [e.path?.at(-1), e.extensions["requiredScope"]])).toEqual(
      ["ticket", "clock", "entry"].map((field) => [field, "tickets:read"]),
    );
    expect((await (await keyWith("changes:read", "tickets:read"))(changes)).errors).toBeUndefined();
  });

  test("whoever reads tickets learns whose they are, and not all that is the client's", async () => {
    const ask = await keyWith("tickets:read");
    const ofClient = "client { name contacts { name } contract { from } devices { name } }";
    const { data, errors } = await ask(`{ tickets(first: 1) { edges { node { ${ofClient} } } } }`);
    const nothing = { contacts: null, contract: null, devices: null };
    expect(data.tickets.edges[0].node.client).toEqual({ name: "First client", ...nothing });
    expect(errors?.map((e) => e.extensions["requiredScope"])).toEqual(Array(3).fill("clients:read"));
  });

  test("a thing that is looked up by its id needs the scope of its type", async () => {
    const ask = await keyWith("clients:read");
    const document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const { data, errors } = await ask(document, { ids: [desk.clientId, `tkt_${"0".repeat(32)}`] });
    expect(data.nodes).toEqual([{ id: desk.clientId }, null]);
    expect(errors).toMatchObject([{ path: ["nodes", 1], extensions: { requiredScope: "tickets:read" } }]);
  });

  test("whatever hangs on a ticket or a client is looked up with its scope alone", async () => {
    const ask = await keyWith("changes:read");
    for (const [type, scope] of Object.entries(nodeScopes)) {
      const id = toGlobalId(type as IdType, randomUUID());
      const { errors } = await ask("query($id: ID!) { node(id: $id) { id } }", { id });
      expect(errors?.[0]?.extensions["requiredScope"] ?? null, type).toBe(scope);
    }
  });
});
