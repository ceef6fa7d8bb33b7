import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { finders, WITHOUT_NODE } from "../../api/app/node-finders.ts";
import { permissions } from "../../api/people/permissions.ts";
import { ID_PREFIXES, type IdType, toGlobalId } from "../../api/platform/global-id.ts";
import type { ViewerKind } from "../../api/platform/viewer.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { keysOf } from "../support/keys.ts";
import { documentsOf, type Slot } from "../support/slots.ts";
import { operate } from "../support/socket.ts";
import { standing, storiesOf } from "../support/standing.ts";
import { fillWorld, makeWorld, tokenFor, type World } from "../support/worlds.ts";

let desk: TestDesk;
let owner: pg.Client;
let mine: World;
let documents: ReturnType<typeof documentsOf>;
type Attacker = { kind: ViewerKind; token: string };
const attackers = {} as { [who: string]: Attacker };
/** Whose things are asked for: another partner's, another client's of the same partner, a colleague's. */
const victims = {} as { [which in "otherPartner" | "otherClient" | "colleague"]: World };
/** Who may not see whom. */
const strangers: readonly (readonly [who: string, of: keyof typeof victims])[] = [
  ["partner", "otherPartner"],
  ["requester", "otherPartner"],
  ["lead", "otherPartner"],
  ["monitoring", "otherPartner"],
  ["wall", "otherPartner"],
  ["requester", "otherClient"],
  ["lead", "otherClient"],
  ["monitoring", "otherClient"],
  ["requester", "colleague"],
];
/** What a colleague has of their own; the client's people, devices and contract are everybody's there. */
const PERSONAL: readonly IdType[] = ["Ticket", "SlaClock", "RemoteSession", "TimelineEntry", "Attachment"];
/** What a partner's own system has there, and nobody at its clients. */
const INTEGRATION: readonly IdType[] = ["WebhookEndpoint", "WebhookDelivery", "BulkExport"];

beforeAll(async () => {
  desk = await startDesk({ worker: false });
  const { partner, otherPartner } = desk.cast;
  mine = await makeWorld(desk, "ownworld", partner.id);
  victims.otherPartner = await makeWorld(desk, "secretpartner", otherPartner.id);
  victims.otherClient = await makeWorld(desk, "secretclient", partner.id);
  victims.colleague = await fillWorld(desk, "secretcolleague", partner.id, mine.ids.Client, undefined);
  const plain = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const of = { partnerId: partner.id, clientId: plain(mine.ids.Client) };
  const contactId = plain(mine.ids.Contact);
  const people = {
    partner: { kind: "PARTNER", name: "Partner", partnerId: partner.id },
    requester: { kind: "REQUESTER", name: "Requester", contactId, ...of },
    lead: { kind: "REQUESTER", name: "Lead", contactId, lead: true, ...of },
    monitoring: { kind: "MONITORING", name: "Monitoring", ...of },
    wall: { kind: "WALL", name: "Wall" },
  } as const;
  for (const [who, person] of Object.entries(people))
    attackers[who] = { kind: person.kind, token: await tokenFor(desk, person) };
  await giveKey(victims.otherPartner, otherPartner.id);
  documents = documentsOf(buildSchema(), (type) => mine.ids[type] ?? unknown(type));
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

/** A key of that partner, named by the world's word. */
async function giveKey({ marker, ids, all }: World, partnerId: string): Promise<void> {
  const { apiKey } = await keysOf(desk).create({ partnerId: toGlobalId("Partner", partnerId), name: `${marker} in` });
  ids.ApiKey = apiKey.id;
  all.push(apiKey.id);
}
const unknown = (type: IdType) => toGlobalId(type, randomUUID());
/** No two requests are alike in their names. */
const unnamed = (text: string) => text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""');
/** The whole answer as text: over HTTP, or the first message on a socket. */
async function ask({ token }: Attacker, operation: string, query: string): Promise<string> {
  desk.trust(query);
  if (operation === "subscription")
    return unnamed(JSON.stringify(await operate({ ...desk, tokens: { x: token } as never }, "x" as never, { query })));
  const response = await fetch(desk.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return unnamed(`${response.status} ${await response.text()}`);
}
const idsOf = (of: keyof typeof victims, slot: Slot): [IdType, string][] =>
  slot.types.flatMap((type): [IdType, string][] => {
    if (type === "Team" || (of === "colleague" && !PERSONAL.includes(type))) return [];
    if (type === "Ticket")
      return [
        [type, victims[of].ids.Ticket],
        [type, victims[of].second],
      ];
    const id =
      type === "Partner" && of === "otherPartner"
        ? toGlobalId("Partner", desk.cast.otherPartner.id)
        : victims[of].ids[type];
    return id ? [[type, id]] : [];
  });
/** Whoever may use an operation; the others are refused by the table itself, whatever they ask for. */
const mayUse = ({ kind }: Attacker, field: string) => permissions[field]?.viewers.includes(kind) ?? false;
const leaks = (text: string, of: keyof typeof victims) => {
  const { marker, all, ids } = victims[of];
  const theirs = [`${marker} is`, `${marker} in`, `${marker} within`, `${marker} tried`, ...all];
  // whose the client is knows its people and devices
  const clients = [marker, marker.toUpperCase(), ids.Client, ids.Contact];
  return [...theirs, ...(of === "colleague" ? [] : clients)].filter((word) => text.includes(word));
};

describe.each(strangers)("%s asks for what is of the %s", (who, of) => {
  test("every operation that takes an id answers a foreign one to the letter as an unknown one", async () => {
    const me = attackers[who] as Attacker;
    const differing: string[] = [];
    let asked = 0;
    for (const slot of documents.slots())
      for (const [type, id] of idsOf(of, slot)) {
        const foreign = await ask(me, slot.operation, slot.document(id));
        const nobodys = await ask(me, slot.operation, slot.document(unknown(type)));
        asked += 1;
        const told = leaks(foreign, of);
        if (foreign !== nobodys || told.length > 0 || foreign.includes("INTERNAL"))
          differing.push(
            `${slot.field} ${slot.path.join(".")} ${type}: ${foreign.slice(0, 300)} | ${nobodys.slice(0, 300)}`,
          );
        if (!mayUse(me, slot.field)) expect(foreign, slot.field).toContain("FORBIDDEN");
      }
    expect(differing).toEqual([]);
    expect(asked).toBeGreaterThan(of === "colleague" ? 30 : 50);
  });

  test("every query, asked for all it tells, tells nothing of it", async () => {
    const me = attackers[who] as Attacker;
    for (const { field, document } of documents.whole("query")) {
      if (who === "wall" && mayUse(me, field)) continue; // a wall shows the whole desk, and only what a wall shows
      const text = await ask(me, "query", document);
      expect(leaks(text, of), `${field}: ${text.slice(0, 500)}`).toEqual([]);
      expect(text, document).not.toMatch(/GRAPHQL_VALIDATION_FAILED|COST_EXCEEDED|RATE_LIMITED/);
    }
  });

  test("a feed from its beginning tells nothing of it, by pages and on a socket", async () => {
    const me = attackers[who] as Attacker;
    await desk.travel("2026-11-30T15:00:01Z"); // gives what has happened its places
    for (const [operation, args] of [
      ["query", 'after: "0", first: 100'],
      ["subscription", 'after: "0"'],
    ] as const) {
      const told = await ask(me, operation, documents.asked(operation, "changes", args));
      expect(leaks(told, of), told.slice(0, 500)).toEqual([]);
      expect(told).toContain(mayUse(me, "changes") ? "TICKET_CREATED" : "FORBIDDEN");
    }
  });

  test("numbers and names in other systems find nothing either", async () => {
    const me = attackers[who] as Attacker;
    const { number, marker } = victims[of];
    for (const by of [`number: ${number}`, `externalRef: { system: "psa", id: "${marker}" }`]) {
      const text = await ask(me, "query", `{ ticket(${by}) { id } }`);
      expect(text).toMatch(
        mayUse(me, "ticket") ? /^200 \{"data":\{"ticket":null\},"extensions":\{"cost":/ : /FORBIDDEN/,
      );
    }
  });
});

test("nothing of the other partner was changed, nor any other's ticket", async () => {
  const others = [victims.otherPartner, victims.otherClient, victims.colleague];
  const keys = "select id, revoked_at, replaced_by, expires_at from access_token order by id";
  const now = async () => [
    await standing(owner, desk.cast.otherPartner.id),
    await storiesOf(owner, others),
    (await owner.query(keys)).rows,
  ];
  const before = await now();
  for (const [who, of] of strangers)
    for (const slot of documents.slots().filter((s) => s.operation === "mutation"))
      for (const [, id] of idsOf(of, slot)) await ask(attackers[who] as Attacker, "mutation", slot.document(id));
  expect(await now()).toEqual(before);
});

describe("the same questions about what is one's own are answered", () => {
  const node = async (token: string, id: string) =>
    JSON.parse((await ask({ kind: "PARTNER", token }, "query", `{ node(id: "${id}") { __typename id } }`)).slice(4))
      .data.node;

  test("every type with an id of its own is found by it, or says why it is not", () => {
    const types = Object.keys(ID_PREFIXES) as IdType[];
    expect(types.filter((type) => !(type in finders) && !(type in WITHOUT_NODE))).toEqual([]);
    expect(types.filter((type) => type in finders && type in WITHOUT_NODE)).toEqual([]);
  });

  test("by staff, by the partner and by the client's people, as far as each may see", async () => {
    const { Technician: _none, ...ids } = mine.ids as { [type in IdType]?: string };
    for (const [type, id] of Object.entries(ids).filter(([of]) => !INTEGRATION.includes(of as IdType))) {
      expect(await node(desk.tokens.manager, id), type).toEqual({ __typename: type, id });
      expect(await node((attackers["partner"] as Attacker).token, id), type).toEqual({ __typename: type, id });
      expect(await node((attackers["requester"] as Attacker).token, id), type).toEqual({ __typename: type, id });
    }
  });

  test("endpoints, deliveries and exports by the partner they are of, and by no person at a client", async () => {
    for (const type of INTEGRATION) {
      const id = mine.ids[type] as string;
      expect(await node((attackers["partner"] as Attacker).token, id), type).toEqual({ __typename: type, id });
      const others = ["requester", "lead", "monitoring"].map((who) => (attackers[who] as Attacker).token);
      for (const token of [...others, desk.tokens.technician]) expect(await node(token, id), type).toBeNull();
      // a manager looks after endpoints; what was exported is the partner's
      const seen = type === "BulkExport" ? null : { __typename: type, id };
      expect(await node(desk.tokens.manager, id), `a manager, ${type}`).toEqual(seen);
    }
  });

  test("plans, calendars, technicians and partners too, where one comes across them", async () => {
    const { data } = await desk.gql("manager", "{ plans { id } calendars { id } }");
    const tess = toGlobalId("Technician", desk.cast.technician.id);
    const max = toGlobalId("Technician", desk.cast.manager.id);
    const partner = attackers["partner"] as Attacker;
    for (const id of [data.plans[0].id, data.calendars[0].id, tess, toGlobalId("Partner", desk.cast.partner.id)])
      expect(await node(partner.token, id)).toMatchObject({ id });
    expect(await node(partner.token, max), "who never worked for them").toBeNull();
    expect(await node(desk.tokens.manager, max)).toMatchObject({ id: max });
  });

  test("a line within the desk is read by the partner and not by its requester", async () => {
    const { data } = await desk.gql(
      "manager",
      "query($id: ID!) { ticket(id: $id) { timeline(first: 100) { edges { node { id kind } } } } }",
      { id: mine.ids.Ticket },
    );
    const lines: { id: string; kind: string }[] = data.ticket.timeline.edges.map((e: { node: object }) => e.node);
    const note = lines.find((line) => line.kind === "NOTE")?.id as string;
    expect(await node((attackers["partner"] as Attacker).token, note)).toMatchObject({ id: note });
    expect(await node((attackers["requester"] as Attacker).token, note)).toBeNull();
  });
});

describe("by many ids at once", () => {
  test("a hundred are answered, more are refused instead of cut", async () => {
    const nodes = (n: number) =>
      desk.gql("partner", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array(n).fill(mine.ids.Ticket) });
    expect((await nodes(100)).data.nodes).toHaveLength(100);
    expect((await nodes(101)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
