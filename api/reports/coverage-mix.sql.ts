import { startOfDay } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import type { Query } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";

/** Tickets created in `[from, until)`, days of the zone; ids are uuids here. Read by staff, who see all. */
export type CoverageFilter = {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
  readonly clientId: string | null;
};

export type Outcomes = {
  readonly covered: number;
  readonly limited: number;
  readonly excluded: number;
  readonly needsInformation: number;
};
export type MixRow = {
  readonly clientId: string;
  readonly client: string;
  readonly tickets: number;
  readonly overridden: number;
  readonly inForce: Outcomes;
  readonly byRules: Outcomes;
};

/** A merged ticket is counted by the one it went into. */
function conditions({ from, until, timeZone, clientId }: CoverageFilter, values: unknown[]): string {
  const day = (date: string) => `$${values.push(instantText(startOfDay(timeZone, date)))}::timestamptz`;
  const all = [`t.created_at >= ${day(from)}`, `t.created_at < ${day(until)}`, "t.status <> 'MERGED'"];
  if (clientId !== null) all.push(`t.client_id = $${values.push(clientId)}`);
  return all.join(" and ");
}

const counted = (outcome: string) =>
  `json_build_object(${Object.entries({
    covered: "COVERED",
    limited: "LIMITED",
    excluded: "EXCLUDED",
    needsInformation: "NEEDS_INFORMATION",
  })
    .map(([name, word]) => `'${name}', count(*) filter (where ${outcome} = '${word}')`)
    .join(", ")})`;

/** Uses ticket (created_at, id); for overridden tickets alone, coverage_decision by ticket. */
export function coverageMix(filter: CoverageFilter, most: number): Query {
  const values: unknown[] = [];
  const text = `select k.id as "clientId", k.name as client, count(*)::int as tickets,
         (count(*) filter (where t.coverage_overridden))::int as overridden,
         ${counted("t.coverage_outcome")} as "inForce", ${counted("coalesce(r.outcome, t.coverage_outcome)")} as "byRules"
    from ticket t
    join client k on k.partner_id = t.partner_id and k.id = t.client_id
    left join lateral (select d.outcome from coverage_decision d
                        where t.coverage_overridden and d.partner_id = t.partner_id and d.ticket_id = t.id
                          and d.kind <> 'OVERRIDE'
                        order by d.decided_at desc, d.id desc limit 1) r on true
   where ${conditions(filter, values)}
   group by k.id, k.name
   order by k.name, k.id
   limit ${most}`;
  return { text, values };
}

export type OverrideRow = {
  readonly id: string;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly client: string;
  readonly outcome: string;
  readonly clause: string | null;
  readonly rulesOutcome: string;
  readonly rulesClause: string | null;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
  readonly stands: boolean;
};

/** Decisions by hand about those tickets, newest first, one further than wanted. Uses coverage_decision (decided_at, id). */
export function listOverrides(filter: CoverageFilter, page: PageRequest): Query {
  const { limit } = pageSize(page);
  const values: unknown[] = [];
  let where = conditions(filter, values);
  if (page.after != null) {
    const [at, id] = readCursor(page.after, "instant", "id");
    where += ` and (d.decided_at, d.id) < ($${values.push(instantText(at))}::timestamptz, $${values.push(id)}::uuid)`;
  }
  const text = `select d.id, t.id as "ticketId", t.number, t.subject, k.name as client, d.outcome, d.clause,
         r.outcome as "rulesOutcome", r.clause as "rulesClause", d.decided_by->>'name' as by, d.reason,
         d.decided_at as at,
         t.coverage_overridden and not exists (select 1 from coverage_decision later
            where later.partner_id = d.partner_id and later.ticket_id = d.ticket_id and later.in_force
              and (later.decided_at, later.id) > (d.decided_at, d.id)) as stands
    from coverage_decision d
    join ticket t on t.partner_id = d.partner_id and t.id = d.ticket_id
    join client k on k.partner_id = t.partner_id and k.id = t.client_id
    join coverage_decision r on r.id = d.overrides_id
   where d.kind = 'OVERRIDE' and ${where}
   order by d.decided_at desc, d.id desc
   limit ${limit + 1}`;
  return { text, values };
}
