import { Calendar, Plan } from "../clients/agreement.entity.ts";
import { newestCalendar, newestPlan } from "../clients/agreements.ts";
import { type CalendarDefinition, calendarFaults } from "../core/business-calendar/calendar.ts";
import { coverageTermsFaults } from "../core/coverage-policy/terms.ts";
import type { PlanTerms } from "../core/plan.ts";
import { policyFaults } from "../core/sla-clock/policy-faults.ts";
import { priorityFaults } from "../core/urgency.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";

export type Fault = { field: string; message: string };
type Published<T> = { kind: "published"; row: T } | { kind: "refused"; faults: readonly Fault[] };

/** Two publications of one code at once get two versions, one after the other. */
const alone = (desk: Desk, what: string, code: string) =>
  desk.em.execute("select pg_advisory_xact_lock(hashtext(?))", [`${what} ${code}`]);

type CalendarDraft = Omit<CalendarDefinition, "version">;

/** Everything that is wrong with a calendar, field by field. */
export const calendarDraftFaults = (draft: CalendarDraft): Fault[] => [
  ...named(draft.code),
  ...calendarFaults({ ...draft, version: 1 }).filter((fault) => fault.field !== "code"),
];

/** Publishes the next version of a calendar. All faults are reported; nothing is saved when there is one. */
export async function publishCalendar(desk: Desk, draft: CalendarDraft): Promise<Published<Calendar>> {
  const faults = calendarDraftFaults(draft);
  if (faults.length > 0) return { kind: "refused", faults };
  await alone(desk, "calendar", draft.code);
  const version = ((await newestCalendar(desk.em, draft.code))?.definition.version ?? 0) + 1;
  const row = desk.em.create(Calendar, {
    id: uuidv7(),
    code: draft.code,
    version,
    timeZone: draft.timeZone,
    definition: { ...draft, version },
    publishedAt: desk.now,
  });
  await tell(desk, "CalendarPublished", { code: draft.code, version });
  return { kind: "published", row };
}

/** Publishes the next version of a plan. It applies to tickets from then on; open clocks keep the version they have. */
export async function publishPlan(
  desk: Desk,
  draft: { code: string; name: string; terms: PlanTerms },
): Promise<Published<Plan>> {
  const faults = [...named(draft.code), ...planFaults(draft.terms, draft.code)];
  if (draft.name.trim() === "") faults.push({ field: "name", message: "a plan needs a name" });
  if (faults.length > 0) return { kind: "refused", faults };
  await alone(desk, "plan", draft.code);
  const version = ((await newestPlan(desk.em, draft.code))?.version ?? 0) + 1;
  const row = desk.em.create(Plan, { id: uuidv7(), ...draft, version, publishedAt: desk.now });
  await tell(desk, "PlanPublished", { code: draft.code, version });
  return { kind: "published", row };
}

/** Everything that is wrong with a plan's terms, field by field. */
export function planFaults(terms: PlanTerms, code: string): Fault[] {
  const { priorities, targets, historical, settling, statedPriorities, reopenDays } = terms;
  const codes = new Set(priorities.map((p) => p.code));
  const faults = [
    ...priorityFaults(priorities),
    ...policyFaults({ planCode: code, version: 1, historical, targets, settling }),
    ...coverageTermsFaults(terms.coverage),
    ...targets.flatMap(({ priority }, i) =>
      codes.has(priority) ? [] : [{ field: `targets[${i}].priority`, message: `the plan has no priority ${priority}` }],
    ),
  ];
  for (const needed of statedPriorities ? [] : ["URGENT", "STANDARD"])
    if (!codes.has(needed))
      faults.push({ field: "priorities", message: `a plan that derives priorities needs ${needed}` });
  if (reopenDays !== null && (reopenDays < 0 || reopenDays > 3660))
    faults.push({ field: "reopenDays", message: `expected 0 to 3660 days, got ${reopenDays}` });
  return faults;
}

const named = (code: string): Fault[] =>
  /^[a-z0-9][a-z0-9-]{0,62}$/.test(code)
    ? []
    : [{ field: "code", message: `expected small letters, digits and hyphens, got "${code}"` }];

async function tell(
  desk: Desk,
  type: "PlanPublished" | "CalendarPublished",
  payload: { code: string; version: number },
) {
  const [house] = await desk.em.execute<[{ id: string }]>("select id from partner where house");
  desk.record({ type, ticketId: null, payload, partnerId: house.id });
}
