import type pg from "pg";
import type { TestDesk } from "./desk.ts";

const create =
  "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } userErrors { message } } }";
const AT_ONCE = 4;
const APART_S = 20;

/** Tickets opened one after the other, so that their clocks fall due one after the other: four edges each. */
export async function openTickets(desk: TestDesk, count: number, from: string): Promise<void> {
  for (let n = 0; n < count; n += AT_ONCE) {
    const at = new Date(Date.parse(from) + (n / AT_ONCE) * APART_S * 1000).toISOString();
    const ask = (i: number) =>
      desk.gql(
        "manager",
        create,
        { input: { clientId: desk.clientId, subject: `Timer ${n + i}`, affected: "ONE" } },
        at,
      );
    const answers = await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, i) => ask(i)));
    for (const { data, errors } of answers)
      if (!data?.createTicket.ticket) throw new Error(JSON.stringify(errors ?? data));
  }
}

/** The instants at which an edge of any clock falls due, in order: at risk, and one second past the promise. */
export async function edgeInstants(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ at: string }>(
    `select extract(epoch from at_risk_at) as at from sla_clock where at_risk_at is not null and ended_at is null
     union all select extract(epoch from due_at) + 1 from sla_clock where due_at is not null and ended_at is null
     order by at`,
  );
  return rows.map((r) => Number(r.at));
}

/** Sets the sandbox's clock behind the product's back, as time itself would: nobody but the workers fires what is due. */
export const letTimePass = (client: pg.Client, to: number) =>
  client.query(
    "with t as (update desk_clock set now = to_timestamp($1), anchored_at = clock_timestamp()) select pg_notify('wake', '')",
    [to],
  );

export const announcements = (client: pg.Client) =>
  client
    .query<{ n: number }>(
      `select (select count(*) from event where type in ('SlaAtRisk', 'SlaBreached'))::int
            + (select count(*) from event_inbox where type in ('SlaAtRisk', 'SlaBreached'))::int as n`,
    )
    .then(({ rows }) => rows[0]?.n ?? 0);

/** What was announced: how often in all, and how many different edges; and any that came before its time. */
export async function announced(client: pg.Client): Promise<{ events: number; edges: number; early: number }> {
  const { rows } = await client.query<{ events: number; edges: number; early: number }>(
    `select count(*)::int as events, count(distinct (e.type, e.payload->>'clockId'))::int as edges,
            count(*) filter (where e.at < case e.type when 'SlaAtRisk' then c.at_risk_at else c.due_at end)::int as early
       from event e join sla_clock c on c.id = (e.payload->>'clockId')::uuid
      where e.type in ('SlaAtRisk', 'SlaBreached')`,
  );
  return rows[0] as { events: number; edges: number; early: number };
}
