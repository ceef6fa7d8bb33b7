import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { type LogRow, logColumns } from "../platform/event-log.ts";

const READER = "letters";

/** How far letters were made; null: another worker makes them at the moment. */
export async function holdPlace(em: SqlEntityManager): Promise<string | null> {
  const [row] = await em.execute<{ position: string }[]>(
    "select position::text from log_reader where name = ? for update skip locked",
    [READER],
  );
  return row?.position ?? null;
}

export const keepPlace = (em: SqlEntityManager, position: string) =>
  em.execute("update log_reader set position = ? where name = ?", [position, READER]);

/** What follows a position of the log: how far it was looked through, and what of it is written about. */
export async function newsAfter(em: SqlEntityManager, position: string, types: readonly string[], limit: number) {
  const rows = await em.execute<(LogRow & { last: string; atSeconds: number })[]>(
    `with page as materialized (select * from event where position > ?::bigint order by position limit ?)
     select ${logColumns}, extract(epoch from event.at)::float8 as "atSeconds", x.last
       from (select max(position)::text as last from page) x
       left join page event on event.type = any(?) order by event.position`,
    [position, limit, `{${types.join(",")}}`],
  );
  const news = rows.filter((row) => row.id !== null).map((row) => ({ ...row, at: row.atSeconds as Instant }));
  return { last: rows[0]?.last ?? null, news: news as LogRow[] };
}

/** All that letters need to know of a ticket. `first`: the first letter that was ever made of it. */
export type Addressee = {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly channel: string;
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly outcome: string;
  readonly clauseCode: string | null;
  readonly clauseTitle: string | null;
  /** What was missing at first for a decision, as a sentence; null: nothing. */
  readonly asks: string | null;
  /** The outcome that the newest letter told of; null: none did. */
  readonly toldOutcome: string | null;
  /** What was promised at first, by whatever clock promises the first response to the client. */
  readonly promisedAt: Instant | null;
  readonly first: string | null;
};

/** Tickets whose requester has an address. Uses the keys of all of them that lead with the partner. */
export const addressees = (em: SqlEntityManager, ticketIds: readonly string[]) =>
  em.execute<Addressee[]>(
    `select t.id as "ticketId", t.number, t.subject, t.channel, c.id as "contactId", c.name, c.email, k.time_zone as zone,
            d.decision->>'outcome' as outcome, d.decision->'clause'->>'code' as "clauseCode",
            d.decision->'clause'->>'title' as "clauseTitle", p."promisedAt",
            case d.decision->>'outcome' when 'NEEDS_INFORMATION' then d.decision->'nextStep'->>'label' end as asks,
            (select m.facts->>'outcome' from mail m where m.partner_id = t.partner_id and m.ticket_id = t.id
                and m.kind in ('ACKNOWLEDGEMENT', 'COVERAGE_CHANGED') order by m.id desc limit 1) as "toldOutcome",
            (select m.id from mail m where m.partner_id = t.partner_id and m.ticket_id = t.id order by m.id limit 1) as first
       from ticket t
       join contact c on c.partner_id = t.partner_id and c.id = t.requester_id and c.email is not null
       join client k on k.partner_id = t.partner_id and k.id = t.client_id
       left join lateral (select decision from coverage_decision d
                           where d.partner_id = t.partner_id and d.ticket_id = t.id order by d.decided_at, d.id limit 1) d on true
       left join lateral (
         select coalesce((select (e.payload->>'dueAt')::float8 from event e
                           where e.partner_id = t.partner_id and e.ticket_id = t.id and e.type = 'SlaClockStarted'
                             and e.payload->>'clockId' = s.id::text order by e.position limit 1),
                         extract(epoch from s.due_at)::float8) as "promisedAt"
           from sla_clock s where s.partner_id = t.partner_id and s.ticket_id = t.id
            and s.metric = 'FIRST_RESPONSE' and s.cycle = 1 and s.commitment = 'CONTRACTUAL') p on true
      where t.id = any(?)`,
    [`{${ticketIds.join(",")}}`],
  );

/** Messages by their ids. */
export const messages = (em: SqlEntityManager, ids: readonly string[]) =>
  em.execute<{ id: string; body: string | null; actor: string }[]>(
    "select id, body, actor_name as actor from timeline_entry where public and kind = 'REPLY' and id = any(?)",
    [`{${ids.join(",")}}`],
  );

/** Agreed times by the ids of their appointments. */
export const appointments = (em: SqlEntityManager, ids: readonly string[]) =>
  em.execute<{ id: string; technician: string; from: Instant; until: Instant; sequence: number }[]>(
    `select id, technician_name as technician, extract(epoch from from_at)::float8 as "from",
            extract(epoch from until_at)::float8 as until, sequence
       from appointment where id = any(?)`,
    [`{${ids.join(",")}}`],
  );

export type DecisionSaid = {
  readonly id: string;
  readonly clauseCode: string | null;
  readonly clauseTitle: string | null;
  readonly label: string;
  readonly url: string | null;
};

/** What decisions on coverage say to whoever asked; why somebody decided by hand is not among it. */
export const decisions = (em: SqlEntityManager, ids: readonly string[]) =>
  em.execute<DecisionSaid[]>(
    `select id, decision->'clause'->>'code' as "clauseCode", decision->'clause'->>'title' as "clauseTitle",
            decision->'nextStep'->>'label' as label, decision->'nextStep'->>'url' as url
       from coverage_decision where id = any(?)`,
    [`{${ids.join(",")}}`],
  );
