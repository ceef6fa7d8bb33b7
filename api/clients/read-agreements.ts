import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Context } from "../platform/context.ts";
import type { AddOnPeriod, CalendarVersion, PlanVersion } from "./agreements.ts";
import { DEFAULT_CALENDAR, DEFAULT_PLAN } from "./find-contract.ts";

// Published versions never change: read once, they are true for the life of the process.
const plans = new Map<string, PlanVersion>();
const calendars = new Map<string, CalendarVersion>();

/** A plan version by id, outside a verb. */
export async function planOf(context: Pick<Context, "house">, id: string): Promise<PlanVersion> {
  let plan = plans.get(id);
  if (!plan) {
    [plan] = await context.house.readAsDesk<{
      id: string;
      code: string;
      version: number;
      name: string;
      terms: PlanTerms;
    }>({
      name: "plan-by-id",
      text: "select id, code, version, name, terms from plan where id = $1",
      values: [id],
    });
    if (!plan) throw new Error(`no plan version ${id}`);
    plans.set(id, plan);
  }
  return plan;
}

export async function calendarOf(context: Pick<Context, "house">, id: string): Promise<CalendarVersion> {
  let calendar = calendars.get(id);
  if (!calendar) {
    [calendar] = await context.house.readAsDesk<{ id: string; definition: CalendarDefinition }>({
      name: "calendar-by-id",
      text: "select id, definition from calendar where id = $1",
      values: [id],
    });
    if (!calendar) throw new Error(`no calendar version ${id}`);
    calendars.set(id, calendar);
  }
  return calendar;
}

/** The provider's own calendar in its newest version: the desk's own hours and zone. */
export async function newestCalendarAsDesk(context: Pick<Context, "house">): Promise<CalendarVersion> {
  const [row] = await context.house.readAsDesk<{ id: string }>({
    name: "newest-calendar",
    text: "select id from calendar where code = $1 order by version desc limit 1",
    values: [DEFAULT_CALENDAR],
  });
  if (!row) throw new Error("the provider's own calendar was never published");
  return calendarOf(context, row.id);
}

/** The after-hours and immediate stretches of several contracts; a contract without any is absent. */
export async function addOnsByContract(
  context: Pick<Context, "house">,
  contractIds: readonly string[],
): Promise<Map<string, AddOnPeriod[]>> {
  const rows = await context.house.readAsDesk<AddOnPeriod & { contractId: string }>({
    name: "add-ons-by-contract",
    text: `select contract_id as "contractId", kind, from_at as "from", until_at as "until"
             from add_on where contract_id = any($1) and from_at is distinct from until_at order by from_at, id`,
    values: [contractIds],
  });
  const found = new Map<string, AddOnPeriod[]>();
  for (const { contractId, ...period } of rows) found.set(contractId, [...(found.get(contractId) ?? []), period]);
  return found;
}

/** For each client the newest version of the plan that its contract of today names; without a contract, the standard plan. */
export async function plansForClients(
  context: Pick<Context, "house">,
  clientIds: readonly string[],
): Promise<Map<string, PlanVersion>> {
  const rows = await context.house.readAsDesk<{ clientId: string; id: string }>({
    name: "plans-for-clients",
    text: `select k.id as "clientId", (select p.id from plan p where p.code = coalesce(
             (select c.plan_code from contract c
               where c.partner_id = k.partner_id and c.client_id = k.id
                 and c.from_date <= (desk_now() at time zone k.time_zone)::date::text
                 and (c.until_date is null or c.until_date >= (desk_now() at time zone k.time_zone)::date::text)
               order by c.from_date desc, c.id desc limit 1), $2)
           order by p.version desc limit 1) as id from client k where k.id = any($1)`,
    values: [clientIds, DEFAULT_PLAN],
  });
  return new Map(await Promise.all(rows.map(async (row) => [row.clientId, await planOf(context, row.id)] as const)));
}

/** All plans in their newest versions. */
export const newestPlans = (context: Pick<Context, "house">): Promise<PlanVersion[]> =>
  context.house.readAsDesk<PlanVersion>({
    name: "newest-plans",
    text: "select distinct on (code) id, code, version, name, terms from plan order by code, version desc limit 100",
    values: [],
  });

export const newestCalendars = (context: Pick<Context, "house">): Promise<CalendarVersion[]> =>
  context.house.readAsDesk<CalendarVersion>({
    name: "newest-calendars",
    text: "select distinct on (code) id, definition from calendar order by code, version desc limit 100",
    values: [],
  });

/** Every version of one plan or calendar, newest first, a hundred at most. */
export const versionsOfPlan = (context: Pick<Context, "house">, code: string): Promise<PlanVersion[]> =>
  context.house.readAsDesk<PlanVersion>({
    name: "versions-of-plan",
    text: "select id, code, version, name, terms from plan where code = $1 order by version desc limit 100",
    values: [code],
  });

export const versionsOfCalendar = (context: Pick<Context, "house">, code: string): Promise<CalendarVersion[]> =>
  context.house.readAsDesk<CalendarVersion>({
    name: "versions-of-calendar",
    text: "select id, definition from calendar where code = $1 order by version desc limit 100",
    values: [code],
  });

/** The newest version of a plan, or of a calendar, that a contract names. */
export async function planByCode(context: Context, code: string): Promise<PlanVersion> {
  const plan = await context.load("newest-plan", code, async () => byCode(await newestPlans(context), (p) => p.code));
  if (!plan) throw new Error(`no plan ${code}`);
  return plan;
}
export async function calendarByCode(context: Context, code: string): Promise<CalendarVersion> {
  const calendar = await context.load("newest-calendar", code, async () =>
    byCode(await newestCalendars(context), (c) => c.definition.code),
  );
  if (!calendar) throw new Error(`no calendar ${code}`);
  return calendar;
}
const byCode = <T>(all: readonly T[], code: (one: T) => string): Map<string, T> =>
  new Map(all.map((one) => [code(one), one]));
