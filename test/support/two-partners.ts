import pg from "pg";
import { inject } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "./desk.ts";
import { allowImmediate } from "./immediate.ts";
import { upload } from "./upload.ts";

/** Tables whose rows belong to partners, and the column that says to whom. Partitions are reached through their parent. */
export const OWNED_TABLES = `
  select c.relname as "table", case when c.relname = 'partner' then 'id' else 'partner_id' end as "column"
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and (c.relname = 'partner' or exists (
           select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id' and not a.attisdropped))
     and c.relname <> 'access_token' -- says whose a token is; the provider's own, for staff only
   order by 1`;

export type OwnedTable = { table: string; column: string };
export type TwoPartners = {
  desk: TestDesk;
  mine: string;
  theirs: string;
  tables: OwnedTable[];
  /** Connected as the owner of the tables, and so under their policies. */
  owner: pg.Client;
  close(): Promise<void>;
};

/** A desk on which two partners have a row each in every table that can hold any. */
export async function twoPartners(): Promise<TwoPartners> {
  const desk = await startDesk({ worker: false });
  const [mine, theirs] = [desk.cast.partner.id, desk.cast.otherPartner.id];
  await fill(desk);
  const owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  const { rows: tables } = await owner.query<OwnedTable>(OWNED_TABLES);
  await copyEverything(desk, tables, mine, theirs);
  return {
    desk,
    mine,
    theirs,
    tables,
    owner,
    close: async () => {
      await owner.end();
      await desk.close();
    },
  };
}

/** By the product's own verbs, as far as they go. */
async function fill(desk: TestDesk): Promise<void> {
  const must = async (who: "manager" | "technician" | "partner", name: string, input: object, answer: string) => {
    const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const { data, errors } = await desk.gql(
      who,
      `mutation($input: ${Name}Input!) { did: ${name}(input: $input) { ${answer} userErrors { code message } } }`,
      { input },
    );
    if (errors || data.did.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data.did.userErrors));
    return data.did;
  };
  const extra = {
    partnerId: toGlobalId("Partner", desk.cast.partner.id),
    name: "Client with an extra",
    code: "EXTRA",
    timeZone: "America/New_York",
    planCode: "standard",
    calendarCode: "provider",
    contractFrom: "2026-01-01",
    addOns: [{ kind: "IMMEDIATE", from: "2026-01-01T00:00:00Z" }],
  };
  await must("manager", "createClient", extra, "client { id }");
  const externalRef = { system: "psa", id: "4711" };
  const request = { clientId: desk.clientId, subject: "Nobody can print", affected: "ALL", externalRef };
  const { ticket } = await must("technician", "createTicket", request, "ticket { id }");
  await allowImmediate(desk);
  const { session } = await must(
    "technician",
    "startSession",
    { ticketId: ticket.id, consentBy: "Robin" },
    "session { id }",
  );
  await desk.travel("2026-11-30T15:00:30Z");
  await must("technician", "endSession", { sessionId: session.id }, "session { id }");
  const attachmentIds = [await upload(desk, "technician")];
  await must("technician", "reply", { ticketId: ticket.id, body: "We look into it.", attachmentIds }, "ticket { id }");
  await upload(desk, "partner", "not attached.txt", "yet");
  await must("partner", "addNote", { ticketId: ticket.id, body: "Seen.", idempotencyKey: "seen" }, "ticket { id }");
  await must("technician", "sendBookingLink", { ticketId: ticket.id }, "link { path }");
  await must(
    "technician",
    "bookAppointment",
    { ticketId: ticket.id, from: "2026-12-01T15:00:00Z" },
    "appointment { id }",
  );
  // called off again: one that stands could not be copied, for nobody is promised twice
  await must("technician", "cancelAppointment", { ticketId: ticket.id }, "appointment { id }");
  const { data } = await desk.gql(
    "manager",
    "query($id: ID!) { ticket(id: $id) { slaClock(metric: FIRST_RESPONSE) { id } } }",
    { id: ticket.id },
  );
  const revision = { clockId: data.ticket.slaClock.id, verdict: "MISSED", reason: "Nobody could read it" };
  await must("manager", "reviseVerdict", revision, "revision { at }");
  const staff = new pg.Client(desk.urls.staff);
  await staff.connect();
  await webhookRows(desk, staff);
  await staff.query(
    `insert into device (id, partner_id, client_id, name, technology_kind, created_at)
     select gen_random_uuid(), partner_id, id, 'A printer', 'PRINTER', now() from client where code = 'FIRST'`,
  );
  await mailRows(staff);
  await staff.end();
}

/** A letter about each ticket, and where answers to it are received; none is made or sent, for no worker runs. */
async function mailRows(staff: pg.Client): Promise<void> {
  await staff.query(
    `insert into mail (id, partner_id, kind, recipient, recipient_name, contact_id, ticket_id, facts, root_id, state, created_at, state_at)
     select gen_random_uuid(), t.partner_id, 'REPLY', 'robin@first.example', 'Robin', gen_random_uuid(), t.id, '{}', gen_random_uuid(),
            'QUEUED', now(), now() from ticket t`,
  );
  await staff.query(
    "insert into reply_address (partner_id, ticket_id, secret, created_at) select partner_id, id, id::text, now() from ticket",
  );
}

/** An endpoint with a delivery that was tried, and an export; nothing is sent, for no worker runs. */
async function webhookRows(desk: TestDesk, staff: pg.Client): Promise<void> {
  const ask = async (query: string, input: object) => {
    const { data, errors } = await desk.gql("partner", query, { input });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.did;
  };
  const { endpoint } = await ask(
    "mutation($input: CreateWebhookEndpointInput!) { did: createWebhookEndpoint(input: $input) { endpoint { id } } }",
    { url: "https://hooks.acme.com/" },
  );
  await ask("mutation($input: SendTestWebhookInput!) { did: sendTestWebhook(input: $input) { delivery { id } } }", {
    endpointId: endpoint.id,
  });
  await ask("mutation($input: StartExportInput!) { did: startExport(input: $input) { export { id } } }", {});
  await staff.query(
    `insert into webhook_try (id, partner_id, delivery_id, n, at, ms)
     select gen_random_uuid(), partner_id, id, 1, now(), 1 from webhook_delivery`,
  );
}

/** The other partner gets a copy of every row, with ids of its own; as administrator, because keys are in the way. */
async function copyEverything(desk: TestDesk, tables: OwnedTable[], mine: string, theirs: string): Promise<void> {
  const url = new URL(inject("adminUrl"));
  url.pathname = new URL(desk.urls.owner).pathname;
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("set session_replication_role = replica");
  /** What two rows may not share, besides the partner. */
  const fresh = `jsonb_build_object('id', gen_random_uuid(), 'number', 900001, 'ord', 900001,
                                    'position', (to_jsonb(t)->>'position')::bigint + 1000)`;
  for (const { table, column } of tables.filter((t) => t.column === "partner_id"))
    await admin.query(
      `insert into ${table} overriding system value
         select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${fresh} || jsonb_build_object('${column}', $2::uuid))).*
           from ${table} t where ${column} = $1 on conflict do nothing`,
      [mine, theirs],
    );
  await admin.end();
}
