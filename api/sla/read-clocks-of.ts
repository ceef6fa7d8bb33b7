import type { ClockFact } from "../core/sla-clock/facts.ts";
import { type ClockReading, readClocks } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";
import type { SlaClock } from "./sla.entity.ts";
import { shelfOf, type Terms, termsOf } from "./terms-of.ts";

/** What is stored of a clock: its row's own, and, once it is sealed, the whole verdict. */
type Stored = Pick<
  SlaClock,
  | "id"
  | "ticketId"
  | "metric"
  | "cycle"
  | "commitment"
  | "sealedAt"
  | "shown"
  | "timeZoneData"
  | "policyVersion"
  | "calendarVersion"
  | "dueAt"
  | "atRiskAt"
  | "satisfiedAt"
  | "endedAt"
  | "breachedAt"
  | "verdict"
  | "elapsedSeconds"
  | "remainingSeconds"
>;
type FactRow = {
  ticketId: string;
  kind: string;
  seq: number;
  happenedAt: Instant;
  recordedAt: Instant;
  detail: object;
};

/** A clock of a ticket, read at `asOf`, with all that it was read from. */
export type ClockOf = {
  readonly stored: Stored;
  readonly reading: ClockReading;
  readonly facts: readonly ClockFact[];
  readonly terms: Terms;
  readonly asOf: Instant;
  /** Whether its verdict was history at `asOf`: then its row is the record, whatever a reading would say today. */
  readonly sealed: boolean;
};

export type ClockedTicket = { id: string; planId: string };

/**
 * All clocks of a ticket, read from its facts at an instant, as recorded by then; without one, at the request's own.
 * Many tickets are read by two statements.
 */
export async function clocksOf(context: Context, ticket: ClockedTicket, at?: Instant): Promise<ClockOf[]> {
  const [all, stored, now] = await Promise.all([
    context.load("clock-facts", ticket.id, (ids) => factsByTicket(context, ids)),
    context.load("stored-clocks", ticket.id, (ids) => storedByTicket(context, ids)),
    context.now(),
  ]);
  const asOf = at ?? now;
  const facts = all?.filter((fact) => fact.recordedAt <= asOf) ?? [];
  if (facts.length === 0) return [];
  const terms = await termsOf(facts, ticket.planId, shelfOf(context));
  const readings = readClocks(facts, terms.policy, terms.hours, asOf, terms.versions);
  return readings.flatMap((reading) => {
    const row = stored?.find((s) => s.metric === reading.metric && s.cycle === reading.cycle);
    const sealed = row?.sealedAt != null && row.sealedAt <= asOf;
    return row ? [{ stored: row, reading, facts, terms, asOf, sealed }] : [];
  });
}

async function factsByTicket(context: Context, ids: readonly string[]): Promise<Map<string, ClockFact[]>> {
  const rows = await context.read<FactRow>({
    name: "clock-facts",
    text: `select f.ticket_id as "ticketId", f.kind, f.seq, f.happened_at as "happenedAt", f.recorded_at as "recordedAt",
                  f.detail
             from clock_fact f join ticket t on t.partner_id = f.partner_id and t.id = f.ticket_id
            where t.id = any($1) order by f.ticket_id, f.seq`,
    values: [ids],
  });
  const groups = groupBy(rows, (row) => row.ticketId);
  return new Map(
    [...groups].map(([id, of]) => [
      id,
      of.map(
        ({ kind, seq, happenedAt, recordedAt, detail }) =>
          ({ ...detail, kind, seq, happenedAt, recordedAt }) as ClockFact,
      ),
    ]),
  );
}

async function storedByTicket(context: Context, ids: readonly string[]): Promise<Map<string, Stored[]>> {
  const rows = await context.read<Stored>({
    name: "stored-clocks",
    text: `select c.id, c.ticket_id as "ticketId", c.metric, c.cycle, c.commitment, c.sealed_at as "sealedAt", c.shown,
                  c.time_zone_data as "timeZoneData", c.policy_version as "policyVersion",
                  c.calendar_version as "calendarVersion", c.due_at as "dueAt", c.at_risk_at as "atRiskAt",
                  c.satisfied_at as "satisfiedAt", c.ended_at as "endedAt", c.breached_at as "breachedAt", c.verdict,
                  c.elapsed_seconds as "elapsedSeconds", c.remaining_seconds as "remainingSeconds"
             from sla_clock c join ticket t on t.partner_id = c.partner_id and t.id = c.ticket_id
            where t.id = any($1) order by c.started_at, c.metric, c.cycle`,
    values: [ids],
  });
  return groupBy(rows, (row) => row.ticketId);
}
