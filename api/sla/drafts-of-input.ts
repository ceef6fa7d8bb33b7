import type { Window } from "../core/business-calendar/calendar.ts";
import { defaultCoverageTerms } from "../core/coverage-policy/terms.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Target as CoreTarget } from "../core/sla-clock/targets.ts";
import type { Seconds } from "../core/time.ts";
import { clauseOf } from "../coverage/clause-of-input.ts";
import type { CalendarDraft, PlanDraft } from "./drafts.ts";
import type { HoursWindowInput, PublishCalendarInput, PublishPlanInput, TargetInput } from "./publish.input.ts";

const targetOf = ({ kind, amountSeconds, amountDays, atRiskBeforeSeconds, ...rest }: TargetInput): CoreTarget =>
  ({
    ...rest,
    amount:
      kind === "OPERATING_DAYS"
        ? { kind, days: amountDays ?? -1 }
        : { kind, seconds: (amountSeconds ?? -1) as Seconds },
    atRiskBefore: atRiskBeforeSeconds as Seconds,
  }) as CoreTarget;

const termsOf = (input: PublishPlanInput): PlanTerms => ({
  priorities: input.priorities.map((p) => ({ ...p })),
  statedPriorities: input.statedPriorities,
  historical: input.historical,
  requiredSteps: input.requiredSteps as PlanTerms["requiredSteps"],
  reopenDays: input.reopenDays ?? null,
  settling: input.settlingSeconds as Seconds,
  targets: input.targets.map(targetOf),
  coverage: {
    ...defaultCoverageTerms,
    ...(input.clauses && { clauses: input.clauses.map(clauseOf) }),
    ...(input.minutesLimit != null && { minutesLimit: input.minutesLimit }),
    ...(input.fairUseSecondsPerDay != null && { fairUseSecondsPerDay: input.fairUseSecondsPerDay }),
  },
});

/** A plan as somebody sent it. */
export const planDraftOf = (input: PublishPlanInput): PlanDraft => ({
  code: input.code,
  name: input.name,
  terms: termsOf(input),
});

const windowOf = ({ from, until, overnight }: HoursWindowInput): Window => ({
  from,
  until,
  ...(overnight && { overnight }),
});

/** A calendar as somebody sent it. */
export const calendarDraftOf = (input: PublishCalendarInput): CalendarDraft => ({
  code: input.code,
  timeZone: input.timeZone,
  week: Object.fromEntries(input.week.map(({ day, windows }) => [day, windows.map(windowOf)])),
  holidays: (input.holidays ?? []).map(({ date, name, origin }) => ({
    date,
    name,
    origin: origin?.trim() || "published",
  })),
  exceptions: (input.exceptions ?? []).map((e) => ({ ...e, windows: e.windows.map(windowOf) })),
  effectiveFrom: input.effectiveFrom ?? null,
});
