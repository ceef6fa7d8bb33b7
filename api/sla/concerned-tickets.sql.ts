import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { AddOnPeriod } from "../clients/agreements.ts";
import type { ClockFact } from "../core/sla-clock/facts.ts";
import type { Instant } from "../core/time.ts";
import type { Edit } from "./edit.ts";

/** A ticket that an edit concerns, with all that its clocks are read from. */
export type ConcernedTicket = {
  readonly id: string;
  readonly partnerId: string;
  readonly number: number;
  readonly subject: string;
  readonly clientId: string;
  readonly client: string;
  readonly planId: string;
  readonly calendarId: string;
  readonly contractId: string | null;
  readonly factCount: number;
  readonly facts: readonly ClockFact[];
  readonly addOns: readonly AddOnPeriod[];
};

// closed, and may still be reopened by its plan
const reopenable = `t.status = 'CLOSED' and exists (select 1 from plan r where r.id = t.plan_id and (r.terms->>'reopenDays' is null
    or t.closed_at >= (select desk_now()) - (r.terms->>'reopenDays')::int * interval '86400 seconds'))`;
// the plan version that its clocks count by: the last that was applied, else that of its creation
const countsBy = `coalesce((select f.detail->'policy'->>'id' from clock_fact f where f.partner_id = t.partner_id and f.ticket_id = t.id
    and f.kind = 'POLICY_APPLIED' order by f.seq desc limit 1), t.plan_id::text)`;

/**
 * Whose clocks an edit concerns, as a condition on alias `t`. Tickets at rest are among them: one that is reopened goes
 * on under what was applied meanwhile. What is over for good is not.
 */
function concerned(edit: Edit): { where: string; values: unknown[] } {
  const alive = `(t.status not in ('CLOSED', 'CANCELLED', 'MERGED') or ${reopenable})`;
  switch (edit.kind) {
    case "PLAN":
      return {
        where: `${alive} and t.plan_id in (select id from plan where code = ?) and ${countsBy} <> ?`,
        values: [edit.plan.code, edit.plan.id],
      };
    case "CALENDAR":
      return {
        where: `${alive} and t.calendar_id in (select id from calendar where code = ? and id <> ?)`,
        values: [edit.calendar.definition.code, edit.calendar.id],
      };
    case "ADD_ON":
      return { where: `${alive} and t.contract_id = ?`, values: [edit.contractId] };
  }
}

export async function countConcerned(em: SqlEntityManager, edit: Edit): Promise<number> {
  const { where, values } = concerned(edit);
  const [row] = await em.execute<[{ n: number }]>(`select count(*)::int as n from ticket t where ${where}`, values);
  return row.n;
}

type FactRow = { kind: string; seq: number; happenedAt: Instant; recordedAt: Instant; detail: object };
type Row = Omit<ConcernedTicket, "facts" | "addOns"> & { facts: FactRow[] | null; addOns: AddOnPeriod[] | null };

const seconds = (column: string) => `extract(epoch from ${column})::bigint`;

/** One page of them by id, after the last; `locked`: nobody changes them until the transaction ends. */
export async function concernedPage(
  em: SqlEntityManager,
  edit: Edit,
  after: string | null,
  limit: number,
  locked: boolean,
): Promise<ConcernedTicket[]> {
  const { where, values } = concerned(edit);
  const rows = await em.execute<Row[]>(
    `select t.id, t.partner_id as "partnerId", t.number, t.subject, t.client_id as "clientId", k.name as client,
            t.plan_id as "planId", t.calendar_id as "calendarId", t.contract_id as "contractId", t.fact_count as "factCount",
            (select json_agg(json_build_object('seq', f.seq, 'kind', f.kind, 'detail', f.detail,
                      'happenedAt', ${seconds("f.happened_at")}, 'recordedAt', ${seconds("f.recorded_at")}) order by f.seq)
               from clock_fact f where f.partner_id = t.partner_id and f.ticket_id = t.id) as facts,
            (select json_agg(json_build_object('kind', a.kind, 'from', ${seconds("a.from_at")},
                      'until', ${seconds("a.until_at")}) order by a.from_at, a.id)
               from add_on a where a.contract_id = t.contract_id and a.from_at is distinct from a.until_at) as "addOns"
       from ticket t join client k on k.partner_id = t.partner_id and k.id = t.client_id
      where ${where} and t.id > ? order by t.id limit ? ${locked ? "for no key update of t" : ""}`,
    [...values, after ?? "00000000-0000-0000-0000-000000000000", limit],
  );
  return rows.map(({ facts, addOns, ...ticket }) => ({
    ...ticket,
    addOns: addOns ?? [],
    facts: (facts ?? []).map(({ detail, ...fact }) => ({ ...detail, ...fact }) as ClockFact),
  }));
}
