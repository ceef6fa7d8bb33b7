import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Instant } from "../core/time.ts";

/** A published version of a plan, as everyone downstream uses it. */
export type PlanVersion = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly terms: PlanTerms;
};
export type CalendarVersion = { readonly id: string; readonly definition: CalendarDefinition };

// Published versions never change, so a version read once is true for the life of the process.
const plans = new Map<string, PlanVersion>();
const calendars = new Map<string, CalendarVersion>();

type PlanRow = { id: string; code: string; version: number; name: string; terms: PlanTerms };
type CalendarRow = { id: string; definition: CalendarDefinition };

/** The plan version with this id. A missing one is a bug: ticket and contract rows only name published versions. */
export async function planVersion(em: SqlEntityManager, id: string): Promise<PlanVersion> {
  const known = plans.get(id);
  if (known) return known;
  const [row] = await em.execute<PlanRow[]>("select id, code, version, name, terms from plan where id = ?", [id]);
  if (!row) throw new Error(`no plan version ${id}`);
  plans.set(id, row);
  return row;
}

/** The newest version of a plan, or null when no plan has this code. */
export async function newestPlan(em: SqlEntityManager, code: string): Promise<PlanVersion | null> {
  const [row] = await em.execute<PlanRow[]>(
    "select id, code, version, name, terms from plan where code = ? order by version desc limit 1",
    [code],
  );
  if (row) plans.set(row.id, row);
  return row ?? null;
}

export async function calendarVersion(em: SqlEntityManager, id: string): Promise<CalendarVersion> {
  const known = calendars.get(id);
  if (known) return known;
  const [row] = await em.execute<CalendarRow[]>("select id, definition from calendar where id = ?", [id]);
  if (!row) throw new Error(`no calendar version ${id}`);
  calendars.set(id, row);
  return row;
}

export async function newestCalendar(em: SqlEntityManager, code: string): Promise<CalendarVersion | null> {
  const [row] = await em.execute<CalendarRow[]>(
    "select id, definition from calendar where code = ? order by version desc limit 1",
    [code],
  );
  if (row) calendars.set(row.id, row);
  return row ?? null;
}

export type AddOnPeriod = { kind: "AFTER_HOURS" | "IMMEDIATE"; from: Instant; until: Instant | null };

/** The dated extras of a contract, oldest first; none without a contract. */
export async function addOnsOf(em: SqlEntityManager, contractId: string | null): Promise<AddOnPeriod[]> {
  if (!contractId) return [];
  return em.execute<AddOnPeriod[]>(
    `select kind, extract(epoch from from_at)::float8 as "from", extract(epoch from until_at)::float8 as "until"
       from add_on where contract_id = ? and from_at is distinct from until_at order by from_at, id`,
    [contractId],
  );
}

/** Manufacturer support that a contract records as paid for; none without a contract. */
export async function paidSupportOf(em: SqlEntityManager, contractId: string | null): Promise<readonly PaidSupport[]> {
  if (!contractId) return [];
  const text = "select paid_support as paid from contract where id = ?";
  const [row] = await em.execute<{ paid: PaidSupport[] | null }[]>(text, [contractId]);
  return row?.paid ?? [];
}

export const isInForce = (addOns: readonly AddOnPeriod[], kind: AddOnPeriod["kind"], at: Instant): boolean =>
  addOns.some((a) => a.kind === kind && a.from <= at && (a.until === null || at < a.until));
