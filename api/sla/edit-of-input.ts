import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { CalendarVersion, PlanVersion } from "../clients/agreements.ts";
import { addOnsOf } from "../clients/agreements.ts";
import { type AddOnChange, endAddOn, setAddOn } from "../clients/set-add-on.ts";
import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidOf } from "../platform/global-id.ts";
import { draftCalendar, draftPlan } from "./drafts.ts";
import { calendarDraftOf, planDraftOf } from "./drafts-of-input.ts";
import type { Edit } from "./edit.ts";
import { calendarInputFault, planInputFault, repeatedDays } from "./input-fields.ts";
import type { ApplyToOpenClocksInput, EndAddOnInput, PolicyDryRunInput, SetAddOnInput } from "./policy.graphql.ts";

export type EditFault = { code: "INVALID" | "NOT_FOUND"; field: string; message: string };
type Tried = { kind: "edit"; edit: Edit } | { kind: "refused"; faults: readonly EditFault[] };

/** The one edit that a dry run is asked for, as it would be made now; its faults are those that making it would have. */
export async function editOfInput(desk: Desk, input: PolicyDryRunInput): Promise<Tried> {
  const given = Object.entries(input).filter(([, value]) => value != null);
  if (given.length !== 1) {
    const message = "State exactly one edit: plan, calendar, published, addOn or endAddOn.";
    return { kind: "refused", faults: [{ code: "INVALID", field: "input", message }] };
  }
  const [field] = given[0] as [string, unknown];
  const tried = await tryEdit(desk, input);
  return tried.kind === "edit"
    ? tried
    : { ...tried, faults: tried.faults.map((f) => ({ ...f, field: `${field}.${f.field}` })) };
}

async function tryEdit(desk: Desk, input: PolicyDryRunInput): Promise<Tried> {
  const invalid = (faults: readonly { field: string; message: string }[]): Tried => ({
    kind: "refused",
    faults: faults.map((fault) => ({ code: "INVALID", ...fault })),
  });
  if (input.plan) {
    const made = await draftPlan(desk.em, planDraftOf(input.plan));
    return made.kind === "faulty"
      ? invalid(made.faults.map(planInputFault(input.plan.usualMinutes ?? [])))
      : { kind: "edit", edit: { kind: "PLAN", plan: made.version } };
  }
  if (input.calendar) {
    const repeated = repeatedDays(input.calendar.week);
    const made = await draftCalendar(desk.em, calendarDraftOf(input.calendar), desk.now);
    const faults = made.kind === "faulty" ? made.faults.map(calendarInputFault(input.calendar.week)) : [];
    return made.kind === "faulty" || repeated.length > 0
      ? invalid([...repeated, ...faults])
      : { kind: "edit", edit: calendarEdit(made.version, desk.now) };
  }
  if (input.published) return publishedEdit(desk.em, input.published, desk.now);
  // the verb itself says what it would refuse; what it writes is never committed
  const done = input.addOn ? await buyAddOn(desk, input.addOn) : await stopAddOn(desk, input.endAddOn as EndAddOnInput);
  if (done.kind === "refused") return { kind: "refused", faults: done.faults };
  return { kind: "edit", edit: await addOnEdit(desk.em, done) };
}

/** A calendar version for open clocks, from when it holds. */
export const calendarEdit = (calendar: CalendarVersion, now: Instant): Edit => ({
  kind: "CALENDAR",
  calendar,
  from: calendar.definition.before?.until ?? now,
});

/** The after-hours stretches of a contract as they have become. */
export const addOnEdit = async (
  em: SqlEntityManager,
  { contract, from }: Extract<AddOnChange, { kind: "changed" }>,
): Promise<Edit> => ({
  kind: "ADD_ON",
  contractId: contract.id,
  addOns: (await addOnsOf(em, contract.id)).filter((a) => a.kind === "AFTER_HOURS"),
  from,
});

export const buyAddOn = (desk: Desk, { contractId, kind, from, until }: SetAddOnInput): Promise<AddOnChange> =>
  setAddOn(desk, { contractId: uuidOf("Contract", contractId), kind, from: from ?? null, until: until ?? null });

export const stopAddOn = (desk: Desk, { contractId, kind, until }: EndAddOnInput): Promise<AddOnChange> =>
  endAddOn(desk, { contractId: uuidOf("Contract", contractId), kind, until: until ?? null });

/** A version that was published before. */
export async function publishedEdit(em: SqlEntityManager, ref: ApplyToOpenClocksInput, now: Instant): Promise<Tried> {
  const refused = (code: EditFault["code"], field: string, message: string): Tried => ({
    kind: "refused",
    faults: [{ code, field, message }],
  });
  if (ref.kind === "ADD_ON") return refused("INVALID", "kind", "Only plans and calendars have versions.");
  if (ref.kind === "PLAN") {
    const [plan] = await em.execute<(PlanVersion & { terms: PlanTerms })[]>(
      "select id, code, version, name, terms from plan where code = ? and version = ?",
      [ref.code, ref.version],
    );
    return plan
      ? { kind: "edit", edit: { kind: "PLAN", plan } }
      : refused("NOT_FOUND", "version", `There is no version ${ref.version} of a plan ${ref.code}.`);
  }
  const [calendar] = await em.execute<{ id: string; definition: CalendarDefinition }[]>(
    "select id, definition from calendar where code = ? and version = ?",
    [ref.code, ref.version],
  );
  return calendar
    ? { kind: "edit", edit: calendarEdit(calendar, now) }
    : refused("NOT_FOUND", "version", `There is no version ${ref.version} of a calendar ${ref.code}.`);
}
