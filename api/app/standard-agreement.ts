import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import { defaultCoverageTerms } from "../core/coverage-policy/terms.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Metric, Target } from "../core/sla-clock/targets.ts";
import { hours, minutes, type Seconds } from "../core/time.ts";
import { defaultPriorities } from "../core/urgency.ts";

/** The hours in which the service is sold. */
const workday = [{ from: "08:30", until: "17:30" }];

/** Monday to Friday 08:30 to 17:30 in a zone, with the holidays given. */
export const officeHours = (
  code: string,
  timeZone: string,
  holidays: CalendarDefinition["holidays"],
): CalendarDefinition => ({
  code,
  version: 1,
  timeZone,
  week: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday },
  holidays,
  exceptions: [],
});

type Internal = Pick<Target, "metric" | "satisfiedBy"> & { days: number };

const common = { onPriorityChange: "EARLIER_OF_OLD_AND_NEW", onReopen: "NEW_CYCLE" } as const;
const response = {
  metric: "FIRST_RESPONSE" as Metric,
  satisfiedBy: "PUBLIC_REPLY",
  commitment: "CONTRACTUAL",
  pausesOn: [],
  ...common,
} as const;

/** Not guaranteed to the client: what the desk promises itself, standing still while the requester or a date is awaited. */
const internal = (priority: string, { metric, satisfiedBy, days }: Internal): Target => ({
  metric,
  priority,
  amount: { kind: "OPERATING_DAYS", days },
  commitment: "INTERNAL",
  satisfiedBy,
  pausesOn: ["REQUESTER", "APPOINTMENT"],
  atRiskBefore: hours(1),
  ...common,
});

const targets: readonly Target[] = [
  { ...response, priority: "URGENT", amount: { kind: "OPERATING_TIME", seconds: hours(1) }, atRiskBefore: minutes(15) },
  { ...response, priority: "STANDARD", amount: { kind: "OPERATING_DAYS", days: 1 }, atRiskBefore: hours(1) },
  ...["URGENT", "STANDARD"].flatMap((priority) => [
    internal(priority, { metric: "NEXT_RESPONSE", satisfiedBy: "PUBLIC_REPLY", days: 1 }),
    internal(priority, { metric: "RESOLUTION", satisfiedBy: "RESOLVED", days: 3 }),
  ]),
];

/** The service as it is sold. */
export const standardTerms: PlanTerms = {
  priorities: defaultPriorities,
  statedPriorities: false,
  historical: false,
  requiredSteps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"],
  reopenDays: 14,
  settling: minutes(30) as Seconds,
  targets,
  coverage: defaultCoverageTerms,
};
