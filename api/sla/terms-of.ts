import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { type CalendarVersion, calendarVersion, type PlanVersion, planVersion } from "../clients/agreements.ts";
import { calendarOf, planOf } from "../clients/read-agreements.ts";
import type { OpenHours } from "../core/business-calendar/open-periods.ts";
import type { ClockFact, VersionRef, Versions } from "../core/sla-clock/facts.ts";
import type { SlaPolicy } from "../core/sla-clock/targets.ts";
import type { Context } from "../platform/context.ts";
import { composeHours } from "./operating-hours.ts";
import { slaPolicy } from "./sla-policy.ts";

/** Where published versions are found. They never change, so each is read once in the life of the process. */
export type Shelf = {
  readonly plan: (id: string) => Promise<PlanVersion>;
  readonly calendar: (id: string) => Promise<CalendarVersion>;
};

/** The shelf as a transaction reaches it. */
export const shelfWithin = (em: SqlEntityManager): Shelf => ({
  plan: (id) => planVersion(em, id),
  calendar: (id) => calendarVersion(em, id),
});

/** The shelf outside a transaction. */
export const shelfOf = (context: Pick<Context, "house">): Shelf => ({
  plan: (id) => planOf(context, id),
  calendar: (id) => calendarOf(context, id),
});

/** All that a ticket's facts are read by. */
export type Terms = { readonly policy: SlaPolicy; readonly hours: OpenHours; readonly versions: Versions };

/**
 * The versions that a ticket's facts name, found before they are read: reading is pure and cannot wait. `planId` is the
 * plan of its creation; the hours of its creation stand in its first fact.
 */
export async function termsOf(facts: readonly ClockFact[], planId: string, shelf: Shelf): Promise<Terms> {
  const policies = new Map<string, SlaPolicy>();
  const calendars = new Map<string, CalendarVersion>();
  let hours: OpenHours | null = null;
  for (const fact of facts) {
    if (fact.kind === "POLICY_APPLIED") policies.set(idOf(fact.policy), slaPolicy(await shelf.plan(idOf(fact.policy))));
    const named = fact.kind === "CREATED" ? fact.hours : fact.kind === "CALENDAR_APPLIED" ? fact.calendar : undefined;
    if (!named) continue;
    const calendar = calendars.get(idOf(named)) ?? (await shelf.calendar(idOf(named)));
    calendars.set(idOf(named), calendar);
    hours ??= composeHours(calendar, named.afterHours);
  }
  if (hours === null) throw new Error("a ticket's first fact does not say by which hours it counts");
  const versions: Versions = {
    policy: (ref) => policies.get(idOf(ref)) as SlaPolicy,
    hours: (ref) => composeHours(calendars.get(idOf(ref)) as CalendarVersion, ref.afterHours),
  };
  return { policy: slaPolicy(await shelf.plan(planId)), hours, versions };
}

function idOf(ref: VersionRef): string {
  if (ref.id === undefined)
    throw new Error(`a fact names version ${ref.version} of ${ref.code} without saying where it is kept`);
  return ref.id;
}
