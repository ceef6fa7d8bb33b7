import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { localDate } from "../core/business-calendar/zone.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { Instant } from "../core/time.ts";
import {
  type AddOnPeriod,
  addOnsOf,
  type CalendarVersion,
  newestCalendar,
  newestPlan,
  type PlanVersion,
} from "./agreements.ts";

/** The provider's own agreement: what a client without a contract in force is clocked by. */
export const DEFAULT_PLAN = "standard";
export const DEFAULT_CALENDAR = "provider";

export type ServedClient = { id: string; partnerId: string; name: string; code: string; timeZone: string };

/** What was agreed with a client at an instant: the contract (or none) with the plan and calendar versions then newest. */
export type Agreement = {
  readonly client: ServedClient;
  readonly contractId: string | null;
  readonly plan: PlanVersion;
  readonly calendar: CalendarVersion;
  readonly addOns: readonly AddOnPeriod[];
  /** Manufacturer support that the contract records as paid for. */
  readonly paidSupport: readonly PaidSupport[];
  /** The calendar date at the client, `YYYY-MM-DD`. */
  readonly today: string;
};

const AGREEMENTS = 7100;

/**
 * The client with this id, or null. Until the transaction ends, nobody changes what is agreed with clients: a ticket
 * that is created beside a publication is either created under it or found by what applies it to open tickets.
 */
export async function findClient(em: SqlEntityManager, clientId: string): Promise<ServedClient | null> {
  const [row] = await em.execute<(ServedClient & { held: unknown })[]>(
    `select id, partner_id as "partnerId", name, code, time_zone as "timeZone", pg_advisory_xact_lock_shared(${AGREEMENTS}) as held
       from client where id = ?`,
    [clientId],
  );
  if (!row) return null;
  const { held: _, ...client } = row;
  return client;
}

/** Waits until no ticket is being created, and lets none begin, before what is agreed is changed. One change at a time. */
export async function changeAgreements(em: SqlEntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(${AGREEMENTS})`);
}

/** The agreement in force for a client at an instant. Contract dates are days of the client's own calendar. */
export async function findContract(em: SqlEntityManager, client: ServedClient, at: Instant): Promise<Agreement> {
  const today = localDate(client.timeZone, at);
  const [contract] = await em.execute<
    { id: string; planCode: string; calendarCode: string; paidSupport: PaidSupport[] | null }[]
  >(
    `select id, plan_code as "planCode", calendar_code as "calendarCode", paid_support as "paidSupport" from contract
      where partner_id = ? and client_id = ? and from_date <= ? and (until_date is null or until_date >= ?)
      order by from_date desc, id desc limit 1`,
    [client.partnerId, client.id, today, today],
  );
  const plan = await newestPlan(em, contract?.planCode ?? DEFAULT_PLAN);
  const calendar = await newestCalendar(em, contract?.calendarCode ?? DEFAULT_CALENDAR);
  if (!plan || !calendar) throw new Error(`client ${client.code}: its plan or calendar was never published`);
  const addOns = await addOnsOf(em, contract?.id ?? null);
  const paidSupport = contract?.paidSupport ?? [];
  return { client, contractId: contract?.id ?? null, plan, calendar, addOns, paidSupport, today };
}

/** A client who has just the standard plan: what the service sells, for questions that name no client. */
export async function standardAgreement(em: SqlEntityManager, at: Instant): Promise<Agreement> {
  const [plan, calendar] = [await newestPlan(em, DEFAULT_PLAN), await newestCalendar(em, DEFAULT_CALENDAR)];
  if (!plan || !calendar) throw new Error("the standard plan or the provider's calendar was never published");
  const nobody = "00000000-0000-0000-0000-000000000000";
  const client = { id: nobody, partnerId: nobody, name: "", code: "", timeZone: calendar.definition.timeZone };
  return {
    client,
    contractId: nobody,
    plan,
    calendar,
    addOns: [],
    paidSupport: [],
    today: localDate(client.timeZone, at),
  };
}
