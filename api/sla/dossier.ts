import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { ClockFact as Fact } from "../core/sla-clock/facts.ts";
import { type ClockFact, SlaClock } from "./sla.entity.ts";

/** What the clocks of a ticket need to know of it. */
export type Promised = {
  readonly id: string;
  readonly partnerId: string;
  readonly planId: string;
  /** Facts recorded so far; grows here. */
  factCount: number;
};

export type FactRow = Pick<ClockFact, "seq" | "kind" | "detail" | "happenedAt" | "recordedAt">;
export const asFact = (row: FactRow): Fact =>
  ({ ...row.detail, kind: row.kind, seq: row.seq, happenedAt: row.happenedAt, recordedAt: row.recordedAt }) as Fact;

/** A ticket's rows of `clock_fact` in the order of recording, as one value for `asFact`. */
export const FACTS = `json_agg(json_build_object('seq', seq, 'kind', kind, 'detail', detail,
                      'happenedAt', extract(epoch from happened_at)::bigint,
                      'recordedAt', extract(epoch from recorded_at)::bigint) order by seq)`;

/** Every fact of a ticket, in the order of recording. */
export async function factsOf(em: SqlEntityManager, ticket: Pick<SlaClock, "ticketId" | "partnerId">): Promise<Fact[]> {
  const [row] = await em.execute<[{ facts: FactRow[] | null }]>(
    `select ${FACTS} as facts from clock_fact where partner_id = ? and ticket_id = ?`,
    [ticket.partnerId, ticket.ticketId],
  );
  return (row.facts ?? []).map(asFact);
}

export type Dossier = { before: Fact[]; clocks: SlaClock[] };
type Row = { facts: FactRow[] | null; id: string | null };

/** All that a ticket's clocks are read from, and the clocks as they were last read, in one statement. */
export async function readDossier(em: SqlEntityManager, ticket: Promised): Promise<Dossier> {
  if (ticket.factCount === 0) return { before: [], clocks: [] };
  const rows = await em.execute<Row[]>(
    `select f.facts, c.*
       from (select ${FACTS} as facts
               from clock_fact where partner_id = ? and ticket_id = ?) f
       left join sla_clock c on c.partner_id = ? and c.ticket_id = ?`,
    [ticket.partnerId, ticket.id, ticket.partnerId, ticket.id],
  );
  const [{ facts }] = rows as [Row];
  const clocks = rows.flatMap(({ facts: _, ...row }) => (row.id === null ? [] : [em.map(SlaClock, row as never)]));
  if (facts?.length !== ticket.factCount)
    throw new Error(`ticket ${ticket.id} should have ${ticket.factCount} facts, and has ${facts?.length ?? 0}`);
  return { before: facts.map((row) => asFact(row)), clocks };
}
