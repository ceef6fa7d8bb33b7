import pg from "pg";
import type { TestDesk } from "./desk.ts";
import { verbsOn } from "./verbs.ts";

/**
 * Fills a desk with copies of one ticket and its clocks, spread over partners, clients, people, statuses and instants
 * the way a desk of some years is; as administrator, past the triggers.
 */
export async function manyTickets(
  desk: Pick<TestDesk, "gql" | "cast" | "clientId" | "urls">,
  adminUrl: string,
  count: number,
  partners = 20,
): Promise<void> {
  const on = verbsOn(desk as TestDesk);
  const { id } = await on.open({ affected: "ONE" });
  await on.done("technician", "reply", { ticketId: id, body: "We are on it." });
  const url = new URL(adminUrl);
  url.pathname = new URL(desk.urls.owner).pathname;
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("set session_replication_role = replica");
  const made = `generate_series(1, $1::int) n`;
  await admin.query(
    `create temp table made as select n, gen_random_uuid() as id, 1 + n % $2::int as p, 1 + n % ($2::int * 10) as k from ${made}`,
    [count, partners],
  );
  await admin.query(`create temp table those as
    select p, case when p = 1 then '${desk.cast.partner.id}'::uuid else gen_random_uuid() end as partner_id from generate_series(1, ${partners}) p`);
  await admin.query(`create temp table theirs as
    select k, case when k = 1 then '${desk.cast.client.id}'::uuid else gen_random_uuid() end as client_id,
           case when k = 1 then '${desk.cast.requester.id}'::uuid else gen_random_uuid() end as requester_id from generate_series(1, ${partners * 10}) k`);
  await admin.query(`insert into partner (id, name, house, created_at) select partner_id, 'Partner ' || p, false, now() from those
    where p > 1`);
  await admin.query(`insert into client (id, partner_id, name, code, time_zone, created_at)
    select client_id, partner_id, 'Client ' || k, 'C' || k, 'America/New_York', now() from theirs join those on p = 1 + (k - 1) % ${partners} where k > 1`);
  // one in fifty is open; each client has ten people who ask
  await admin.query(`insert into ticket select r.* from made m join those o using (p) join theirs h using (k)
    cross join (select * from ticket where number < 1000000 limit 1) t
    cross join lateral jsonb_populate_record(null::ticket, to_jsonb(t) || jsonb_build_object(
      'id', m.id, 'partner_id', o.partner_id, 'client_id', h.client_id,
      'requester_id', case when m.n % 10 = 0 then h.requester_id else gen_random_uuid() end, 'number', 1000000 + m.n,
      'subject', 'Printer ' || m.n || ' does not print', 'queue_key', null,
      'status', case when m.n % 50 = 0 then (array['NEW', 'OPEN', 'WAITING', 'RESOLVED'])[1 + m.n / 50 % 4] else 'CLOSED' end,
      'assignee_id', case when m.n % 7 = 0 then null when m.n % 100 = 1 then '${desk.cast.technician.id}'::uuid else md5((m.n % 60)::text)::uuid end,
      'team_id', case when m.n % 3 = 0 then md5('team' || m.n % 8)::uuid end,
      'priority', case when m.n % 20 = 0 then 'URGENT' else 'STANDARD' end,
      'affected', (array['ONE', 'SEVERAL', 'ALL'])[1 + m.n % 3],
      'created_at', '2024-01-01T00:00:00Z'::timestamptz + m.n * interval '10 minutes',
      'updated_at', '2024-01-01T00:00:00Z'::timestamptz + m.n * interval '10 minutes' + (m.n * 7919 % 5000) * interval '1 minute')) r`);
  await admin.query(`insert into sla_clock select r.* from ticket t
    cross join (select * from sla_clock where ticket_id in (select id from ticket where number < 1000000)) c
    cross join lateral jsonb_populate_record(null::sla_clock, to_jsonb(c) || jsonb_build_object(
      'id', gen_random_uuid(), 'partner_id', t.partner_id, 'ticket_id', t.id, 'next_edge_at', null, 'next_edge', null,
      'verdict', case when t.status <> 'CLOSED' then null when t.number % 25 = 0 then 'MISSED' else 'MET' end,
      'ended_at', case when t.status = 'CLOSED' then t.updated_at end, 'shown', t.status <> 'CLOSED' and c.shown,
      'breached_at', case when t.number % 25 = 0 then t.created_at + interval '1 day' end,
      'started_at', t.created_at, 'due_at', t.created_at + interval '1 day')) r where t.number >= 1000000`);
  // few enough to be worked on: each with the facts that its clocks are read from
  if (count <= 20_000)
    await admin.query(`insert into clock_fact select r.* from ticket t
      cross join (select * from clock_fact where ticket_id in (select id from ticket where number < 1000000)) f
      cross join lateral jsonb_populate_record(null::clock_fact, to_jsonb(f) || jsonb_build_object(
        'id', gen_random_uuid(), 'partner_id', t.partner_id, 'ticket_id', t.id)) r where t.number >= 1000000`);
  await admin.query(`insert into external_ref (partner_id, system, external_id, ticket_id)
    select partner_id, case when number % 10 = 0 then 'other' else 'psa' end, number::text, id from ticket where number >= 1000000`);
  await admin.query("select setval('ticket_number', 1000001 + $1::int)", [count]);
  await admin.query("analyze");
  await admin.end();
}
