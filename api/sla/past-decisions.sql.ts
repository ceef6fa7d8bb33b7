import type { NamedClause } from "../core/coverage-policy/decide.ts";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import type { Outcome } from "../core/coverage-policy/judge.ts";
import type { Instant } from "../core/time.ts";
import type { KnownContext } from "../coverage/coverage-decision.entity.ts";
import { instantText } from "../platform/scalars.ts";

export type PastRow = {
  readonly id: string;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly client: string;
  readonly outcome: Outcome;
  /** Code of the clause that decided. */
  readonly clause: string | null;
  readonly facts: RequestFacts;
  readonly decidedAt: Instant;
  /** Null where it was decided before this was kept; the rest of the row is then what can be told of it. */
  readonly context: KnownContext | null;
  readonly hasContract: boolean;
  readonly immediate: boolean;
  readonly afterHours: boolean;
  readonly askedOn: string;
};

/**
 * What the rules decided under a plan, whichever version, in `[from, until)`: one page in the order of time. Decisions by
 * hand are left out, and what was restored when one was withdrawn is not counted twice. Uses coverage_decision
 * (decided_at, id).
 */
export function pastDecisions(
  planCode: string,
  period: { from: Instant; until: Instant },
  after: { decidedAt: Instant; id: string } | null,
  page: number,
): { text: string; values: unknown[] } {
  const start = after ? "(d.decided_at, d.id) > (?::timestamptz, ?::uuid)" : "d.decided_at >= ?::timestamptz";
  const addOn = (kind: string) => `exists (select 1 from add_on a
            where a.partner_id = t.partner_id and a.contract_id = t.contract_id and a.kind = '${kind}'
              and a.from_at <= d.decided_at and (a.until_at is null or a.until_at > d.decided_at))`;
  return {
    text: `select d.id, t.id as "ticketId", t.number, t.subject, k.name as client, d.outcome,
                  d.clause, d.facts, extract(epoch from d.decided_at)::float8 as "decidedAt",
                  d.context, t.contract_id is not null as "hasContract",
                  case when d.context is null then ${addOn("IMMEDIATE")} else false end as immediate,
                  case when d.context is null then ${addOn("AFTER_HOURS")} else false end as "afterHours",
                  to_char(t.created_at at time zone k.time_zone, 'YYYY-MM-DD') as "askedOn"
             from coverage_decision d
             join ticket t on t.partner_id = d.partner_id and t.id = d.ticket_id
             join plan p on p.id = t.plan_id
             join client k on k.partner_id = t.partner_id and k.id = t.client_id
            where ${start} and d.decided_at < ?::timestamptz and d.kind = 'RULES' and p.code = ?
            order by d.decided_at, d.id
            limit ?`,
    values: [
      ...(after ? [instantText(after.decidedAt), after.id] : [instantText(period.from)]),
      instantText(period.until),
      planCode,
      page,
    ],
  };
}

export type ClauseRow = { readonly id: string; readonly clause: NamedClause | null };

/** The clauses that decided, as they were called then: read for those alone that are listed, since decisions are long. */
export const clausesThen = (ids: readonly string[]): { text: string; values: unknown[] } => ({
  text: `select id, decision->'clause' as clause from coverage_decision where id in (${ids.map(() => "?").join(", ")})`,
  values: [...ids],
});
