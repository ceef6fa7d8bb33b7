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

/** The newest version of the plan that a client's contract of today names; without a contract, the standard plan. */
export async function planForClient(context: Pick<Context, "house">, clientId: string): Promise<PlanVersion> {
  const [row] = await context.house.readAsDesk<{ id: string }>({
    name: "plan-for-client",
    text: `select p.id from plan p where p.code = coalesce(
             (select c.plan_code from contract c join client k on k.partner_id = c.partner_id and k.id = c.client_id
               where c.client_id = $1 and c.from_date <= (desk_now() at time zone k.time_zone)::date::text
                 and (c.until_date is null or c.until_date >= (desk_now() at time zone k.time_zone)::date::text)
               order by c.from_date desc, c.id desc limit 1), $2)
           order by p.version desc limit 1`,
    values: [clientId, DEFAULT_PLAN],
  });
  if (!row) throw new Error("the standard plan was never published");
  return planOf(context, row.id);
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
export async function planByCode(context: Pick<Context, "house">, code: string): Promise<PlanVersion> {
  const plan = (await newestPlans(context)).find((p) => p.code === code);
  if (!plan) throw new Error(`no plan ${code}`);
  return plan;
}
export async function calendarByCode(context: Pick<Context, "house">, code: string): Promise<CalendarVersion> {
  const calendar = (await newestCalendars(context)).find((c) => c.definition.code === code);
  if (!calendar) throw new Error(`no calendar ${code}`);
  return calendar;
}
