import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import type { PlanTerms } from "../core/plan.ts";
import { document, instant } from "../platform/columns.ts";
import { published } from "../platform/tenancy.ts";

/** One published version of a plan. Rows are never updated: a ticket names the version it was created under. */
export const Plan = defineEntity({
  name: "Plan",
  ...published("plan"),
  uniques: [{ name: "plan_code_version_unique", properties: ["code", "version"] }],
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    version: p.integer(),
    name: p.string(),
    terms: document<PlanTerms>(),
    publishedAt: instant(),
  },
});
export type Plan = InferEntity<typeof Plan>;

/** One published version of a calendar. */
export const Calendar = defineEntity({
  name: "Calendar",
  ...published("calendar"),
  uniques: [{ name: "calendar_code_version_unique", properties: ["code", "version"] }],
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    version: p.integer(),
    timeZone: p.string(),
    definition: document<CalendarDefinition>(),
    publishedAt: instant(),
  },
});
export type Calendar = InferEntity<typeof Calendar>;
