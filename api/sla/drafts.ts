import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { type CalendarVersion, newestCalendar, newestPlan, type PlanVersion } from "../clients/agreements.ts";
import { type CalendarDefinition, calendarFaults } from "../core/business-calendar/calendar.ts";
import type { Product } from "../core/coverage-policy/products.ts";
import { completeTerms, coverageTermsFaults } from "../core/coverage-policy/terms.ts";
import type { PlanTerms } from "../core/plan.ts";
import { policyFaults } from "../core/sla-clock/policy-faults.ts";
import type { Instant } from "../core/time.ts";
import { priorityFaults } from "../core/urgency.ts";
import { newestData } from "../coverage/manufacturer-data.ts";
import { uuidv7 } from "../platform/ids.ts";

export type Fault = { field: string; message: string };
export type Draft<T> = { kind: "sound"; version: T } | { kind: "faulty"; faults: readonly Fault[] };

export type CalendarDraft = Omit<CalendarDefinition, "version" | "before"> & {
  /** From when on it holds; null: from now on. */
  readonly effectiveFrom: Instant | null;
};
export type PlanDraft = {
  readonly code: string;
  readonly name: string;
  readonly terms: PlanTerms;
  /** What of the input cannot be read into terms. */
  readonly faults: readonly Fault[];
};

/** Everything that is wrong with a calendar, field by field. */
export const calendarDraftFaults = ({ effectiveFrom, ...draft }: CalendarDraft, now: Instant): Fault[] => [
  ...named(draft.code),
  ...calendarFaults({ ...draft, version: 1 }).filter((fault) => fault.field !== "code"),
  ...(effectiveFrom !== null && effectiveFrom < now
    ? [{ field: "effectiveFrom", message: "lies in the past: what has been counted stays as it was" }]
    : []),
];

/** The version of a calendar that publishing a draft would make. Published ahead, it carries what holds until then. */
export async function draftCalendar(
  em: SqlEntityManager,
  draft: CalendarDraft,
  now: Instant,
): Promise<Draft<CalendarVersion>> {
  const faults = calendarDraftFaults(draft, now);
  if (faults.length > 0) return { kind: "faulty", faults };
  const newest = (await newestCalendar(em, draft.code))?.definition;
  const { effectiveFrom, ...hours } = draft;
  const ahead = newest && effectiveFrom !== null && effectiveFrom > now;
  const definition: CalendarDefinition = {
    ...hours,
    version: (newest?.version ?? 0) + 1,
    holidays: draft.holidays.map((holiday) => ({ ...holiday, origin: originOf(holiday, newest) })),
    ...(ahead && { before: { until: effectiveFrom, definition: inForce(newest, now) } }),
  };
  return { kind: "sound", version: { id: uuidv7(), definition } };
}

/** Where a holiday comes from, as it was known: whoever publishes the next version hands on the dates of the one before. */
const originOf = (
  { date, name, origin }: CalendarDefinition["holidays"][number],
  newest?: CalendarDefinition,
): string => newest?.holidays.find((known) => known.date === date && known.name === name)?.origin ?? origin;

/** A version that was itself published ahead drags what is over no further along. */
function inForce(definition: CalendarDefinition, now: Instant): CalendarDefinition {
  const { before, ...rest } = definition;
  return before && before.until > now ? definition : rest;
}

/** The version of a plan that publishing a draft would make. */
export async function draftPlan(em: SqlEntityManager, draft: PlanDraft): Promise<Draft<PlanVersion>> {
  // what the desk has imported may be named, like what the build carries
  const products = await newestData((text) => em.execute(text));
  const faults = [...named(draft.code), ...draft.faults, ...planFaults(draft.terms, draft.code, products)];
  if (draft.name.trim() === "") faults.push({ field: "name", message: "a plan needs a name" });
  if (faults.length > 0) return { kind: "faulty", faults };
  const version = ((await newestPlan(em, draft.code))?.version ?? 0) + 1;
  const terms = { ...draft.terms, coverage: completeTerms(draft.terms.coverage) };
  return { kind: "sound", version: { id: uuidv7(), code: draft.code, name: draft.name, terms, version } };
}

/** Everything that is wrong with a plan's terms, field by field. */
export function planFaults(terms: PlanTerms, code: string, products: readonly Product[]): Fault[] {
  const { priorities, targets, historical, settling, statedPriorities, reopenDays } = terms;
  const codes = new Set(priorities.map((p) => p.code));
  const faults = [
    ...priorityFaults(priorities),
    ...policyFaults({ planCode: code, version: 1, historical, targets, settling }),
    ...coverageTermsFaults(terms.coverage, products),
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
