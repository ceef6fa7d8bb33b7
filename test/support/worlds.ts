import { randomUUID } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { entities } from "../../api/app/entities.ts";
import { issueToken, type TokenFor } from "../../api/people/sign-in.ts";
import { createOrm } from "../../api/platform/database.ts";
import { type IdType, toGlobalId } from "../../api/platform/global-id.ts";
import type { TestDesk } from "./desk.ts";
import { post } from "./post.ts";
import { upload } from "./upload.ts";
import { verbsOn } from "./verbs.ts";

/** A client with all that can hang on one: every id of it, and a word that stands in every text of it. */
export type World = {
  marker: string;
  ids: { [type in IdType]?: string } & { Ticket: string; Client: string; Contact: string };
  /** The ids of its tickets and of all that hangs on them, lines of the story included. */
  all: string[];
  second: string;
  number: number;
};

const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** What only the partner itself has: an endpoint named by the marker, a delivery to it, and an export. */
export type Integration = { WebhookEndpoint: string; WebhookDelivery: string; BulkExport: string };

async function integrate(desk: TestDesk, marker: string, partnerId: string): Promise<Integration> {
  const token = await tokenFor(desk, { kind: "PARTNER", name: `${marker} system`, partnerId });
  const ask = async (query: string) => {
    const answer = await post({ ...desk, tokens: { ...desk.tokens, partner: token } }, "partner", { query });
    if (answer.errors) throw new Error(answer.text);
    return answer.data.did;
  };
  const { endpoint } = await ask(`mutation { did: createWebhookEndpoint(input: {
      url: "https://${marker}.example.com/", name: "${marker} is told" }) { endpoint { id } } }`);
  const { delivery } = await ask(
    `mutation { did: sendTestWebhook(input: { endpointId: "${endpoint.id}" }) { delivery { id } } }`,
  );
  // where one of the partner's is under way already, it is answered
  const started = await ask("mutation { did: startExport(input: {}) { export { id } } }");
  return { WebhookEndpoint: endpoint.id, WebhookDelivery: delivery.id, BulkExport: started.export.id };
}

/** Makes a client at a partner by the desk's own verbs, with a requester, a device, two tickets and a running session. */
export async function makeWorld(desk: TestDesk, marker: string, partnerId: string): Promise<World> {
  const on = verbsOn(desk);
  const { done: made } = await on.ask(
    "manager",
    "mutation($input: CreateClientInput!) { done: createClient(input: $input) { client { id contract { id } } userErrors { message } } }",
    {
      input: {
        partnerId: toGlobalId("Partner", partnerId),
        name: `${marker} Ltd`,
        code: marker.toUpperCase(),
        timeZone: "America/New_York",
        planCode: "standard",
        calendarCode: "provider",
        contractFrom: "2026-01-01",
        addOns: [{ kind: "IMMEDIATE", from: "2026-01-01T00:00:00Z" }],
      },
    },
  );
  const Client = made.client.id as string;
  const world = await fillWorld(desk, marker, partnerId, Client, made.client.contract.id);
  const integration = await integrate(desk, marker, partnerId);
  return {
    ...world,
    ids: { ...world.ids, ...integration },
    all: [...world.all, integration.WebhookEndpoint, integration.WebhookDelivery],
  };
}

/** The same at a client that exists: another person of it, with tickets of their own. */
export async function fillWorld(
  desk: TestDesk,
  marker: string,
  partnerId: string,
  Client: string,
  Contract: string | undefined,
): Promise<World> {
  const on = verbsOn(desk);
  const staff = new pg.Client(desk.urls.staff);
  await staff.connect();
  const insert = async (table: string, columns: string, values: string) =>
    (
      await staff.query(
        `insert into ${table} (id, partner_id, client_id, name, created_at, ${columns})
         values (gen_random_uuid(), $1, $2, $3, now(), ${values}) returning id`,
        [partnerId, uuidOf(Client), `${marker} ${table}`],
      )
    ).rows[0].id as string;
  const Contact = toGlobalId("Contact", await insert("contact", "email", `'${marker}@example.com'`));
  const Device = toGlobalId("Device", await insert("device", "technology_kind", "'PRINTER'"));
  await staff.end();
  const { createTeam } = await on.ask(
    "manager",
    `mutation { createTeam(input: { name: "Team ${randomUUID()}" }) { team { id } } }`,
  );
  const Team = createTeam.team.id as string;
  const request = { clientId: Client, requesterId: Contact, deviceId: Device, teamId: Team, affected: "ALL" };
  const open = (subject: string, more: object) =>
    on.done("technician", "createTicket", { ...request, subject, description: `${marker} in detail`, ...more });
  const ticket = await open(`${marker} is broken`, { externalRef: { system: "psa", id: marker } });
  const second = await open(`${marker} is broken too`, {});
  const ticketId = ticket.id as string;
  const shown = await upload(desk, "manager", `${marker} is shown.txt`, `${marker} is shown`);
  const within = await upload(desk, "manager", `${marker} within.txt`, `${marker} within the desk`);
  await on.done("manager", "reply", { ticketId, body: `${marker} is looked into`, attachmentIds: [shown] });
  await on.done("manager", "addNote", { ticketId, body: `${marker} within the desk`, attachmentIds: [within] });
  await on.done("technician", "completeStep", { ticketId, step: "TEST", note: `${marker} tried` });
  const { startSession } = await on.ask(
    "technician",
    `mutation { startSession(input: { ticketId: "${ticketId}", consentBy: "Robin" }) { session { id } userErrors { message } } }`,
  );
  const seen = await on.look(ticketId, "number slaClocks { id } timeline(first: 100) { edges { node { id kind } } }");
  const story = seen.timeline.edges.map((e: { node: { id: string } }) => e.node.id);
  const ids = {
    // a team is the desk's own, whoever's ticket is with it
    ...{ Ticket: ticketId, Client, Contact, Device, Team, ...(Contract && { Contract }) },
    SlaClock: seen.slaClocks[0].id as string,
    RemoteSession: startSession.session.id as string,
    TimelineEntry: story[0] as string,
    Attachment: shown,
  };
  const all = [
    ticketId,
    ids.SlaClock,
    ids.RemoteSession,
    second.id,
    shown,
    within,
    ...story,
    ...seen.slaClocks.map((c: { id: string }) => c.id),
  ];
  return { marker, ids, all, second: second.id, number: seen.number };
}

/** A token for somebody who is not among the ready-made ones. */
export async function tokenFor(desk: TestDesk, who: TokenFor): Promise<string> {
  const orm = await createOrm(desk.urls.staff, entities, 1);
  try {
    return await (orm.em.fork() as SqlEntityManager).transactional(async (tx) =>
      issueToken(tx as SqlEntityManager, who, 0 as never),
    );
  } finally {
    await orm.close(true);
  }
}
