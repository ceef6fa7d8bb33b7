import pg from "pg";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { anyQuery, type Known } from "./any-query.ts";
import { startDesk, type TestDesk } from "./desk.ts";
import { roomy } from "./serve-desk.ts";
import { openTickets } from "./timers.ts";
import { verbsOn } from "./verbs.ts";

/** What a partner's client and a technician ask: everything that answers rows. */
const asked = {
  partner: ["tickets", "ticket", "node", "nodes", "clients", "viewer", "slaReport", "apiLimits"],
  technician: [
    "tickets",
    "ticket",
    "node",
    "nodes",
    "clients",
    "viewer",
    "queue",
    "technicians",
    "teams",
    "plans",
    "calendars",
  ],
} as const;

/** A desk with enough on it that pages are full: tickets with devices, holders, conversations and breaches. */
export async function fullDesk(tickets = 120) {
  const desk = await startDesk({
    at: "2026-11-30T15:00:00Z",
    worker: false,
    budgets: { ...roomy, operationCost: BUDGETS.operationCost },
  });
  await openTickets(desk, tickets, "2026-11-30T15:00:00Z");
  const known = await furnish(desk);
  const schema = buildSchema();
  const query = (who: keyof typeof asked, next: () => number) => anyQuery(schema, known, next, asked[who]);
  return { desk, known, query };
}

async function furnish(desk: TestDesk): Promise<Known> {
  const on = verbsOn(desk);
  const { tickets } = await on.ask("manager", "{ tickets(first: 100) { edges { node { id } } } }");
  const ids = tickets.edges.map((e: { node: { id: string } }) => e.node.id) as string[];
  for (const id of ids) {
    await on.act("technician", "takeTicket", { ticketId: id });
    for (let i = 0; i < 6; i += 1)
      await on.act("technician", "reply", { ticketId: id, body: `We look into it (${i}).` });
    await on.act("partner", "addNote", { ticketId: id, body: "Seen." });
  }
  for (let i = 0; i < 6; i += 1) {
    await on.ask("manager", `mutation { createTeam(input: { name: "Team ${i}" }) { team { id } } }`);
    await on.ask("manager", `mutation { createTechnician(input: { name: "Technician ${i}" }) { technician { id } } }`);
  }
  const clients = [desk.clientId, ...(await Promise.all(Array.from({ length: 25 }, (_, i) => client(on, desk, i))))];
  await people(desk);
  return {
    Ticket: ids,
    Client: clients,
    Technician: [toGlobalId("Technician", desk.cast.technician.id)],
  };
}

async function client(on: ReturnType<typeof verbsOn>, desk: TestDesk, i: number): Promise<string> {
  const input = {
    name: `Client ${i}`,
    code: `C${i}`,
    timeZone: "America/New_York",
    planCode: "standard",
    calendarCode: "provider",
    contractFrom: "2026-01-01",
    partnerId: toGlobalId("Partner", desk.cast.partner.id),
  };
  const made = "createClient(input: $i) { client { id } userErrors { message } }";
  return (await on.ask("manager", `mutation($i: CreateClientInput!) { ${made} }`, { i: input })).createClient.client.id;
}

/** Everybody has three people, three devices and, on each ticket, one of each: no verb makes these yet. */
async function people(desk: TestDesk): Promise<void> {
  const staff = new pg.Client(desk.urls.staff);
  await staff.connect();
  await staff.query(`
    insert into device (id, partner_id, client_id, name, technology_kind, created_at)
      select gen_random_uuid(), partner_id, id, 'Device ' || n, 'PRINTER', now() from client, generate_series(1, 3) n;
    insert into contact (id, partner_id, client_id, name, lead, created_at)
      select gen_random_uuid(), partner_id, id, 'Contact ' || n, false, now() from client, generate_series(1, 3) n;
    update ticket t set device_id = (select id from device d where d.client_id = t.client_id limit 1),
                        requester_id = (select id from contact c where c.client_id = t.client_id limit 1);`);
  await staff.end();
}
