import { addOnsByContract, calendarOf, planOf } from "../clients/read-agreements.ts";
import type { OpenHours } from "../core/business-calendar/open-periods.ts";
import type { ClockFact } from "../core/sla-clock/facts.ts";
import { type ClockReading, readClocks } from "../core/sla-clock/read-clock.ts";
import type { SlaPolicy } from "../core/sla-clock/targets.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";
import { composeHours } from "./operating-hours.ts";
import { slaPolicy } from "./sla-policy.ts";

/** What is stored of a clock and cannot be read from facts. */
type Stored = {
  id: string;
  ticketId: string;
  metric: ClockReading["metric"];
  cycle: number;
  commitment: string;
  sealedAt: Instant | null;
  shown: boolean;
  timeZoneData: string;
};
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
  readonly policy: SlaPolicy;
  readonly hours: OpenHours;
  readonly calendar: { readonly timeZone: string; readonly version: number };
  readonly asOf: Instant;
};

export type ClockedTicket = { id: string; planId: string; calendarId: string; contractId: string | null };

/** All clocks of a ticket, read from its facts at the request's instant; many tickets are read by three statements. */
export async function clocksOf(context: Context, ticket: ClockedTicket): Promise<ClockOf[]> {
  const [facts, stored, addOns, plan, calendar, asOf] = await Promise.all([
    context.load("clock-facts", ticket.id, (ids) => factsByTicket(context, ids)),
    context.load("stored-clocks", ticket.id, (ids) => storedByTicket(context, ids)),
    ticket.contractId ? context.load("add-ons", ticket.contractId, (ids) => addOnsByContract(context, ids)) : null,
    planOf(context, ticket.planId),
    calendarOf(context, ticket.calendarId),
    context.now(),
  ]);
  const hours = composeHours(calendar.definition, calendar.id, addOns ?? []);
  const policy = slaPolicy(plan);
  const { timeZone, version } = calendar.definition;
  const readings = readClocks(facts ?? [], policy, hours, asOf);
  return readings.flatMap((reading) => {
    const row = stored?.find((s) => s.metric === reading.metric && s.cycle === reading.cycle);
    return row
      ? [{ stored: row, reading, facts: facts ?? [], policy, hours, calendar: { timeZone, version }, asOf }]
      : [];
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
                  c.time_zone_data as "timeZoneData"
             from sla_clock c join ticket t on t.partner_id = c.partner_id and t.id = c.ticket_id
            where t.id = any($1) order by c.started_at, c.metric, c.cycle`,
    values: [ids],
  });
  return groupBy(rows, (row) => row.ticketId);
}
