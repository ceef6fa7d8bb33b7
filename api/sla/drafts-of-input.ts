import type { Window } from "../core/business-calendar/calendar.ts";
import type { MinimumVersion } from "../core/coverage-policy/manufacturer-support.ts";
import { type CoverageTerms, defaultCoverageTerms } from "../core/coverage-policy/terms.ts";
import { within } from "../core/coverage-policy/usual-minutes-faults.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Target as CoreTarget } from "../core/sla-clock/targets.ts";
import type { Seconds } from "../core/time.ts";
import { clauseOf } from "../coverage/clause-of-input.ts";
import type { CalendarDraft, PlanDraft } from "./drafts.ts";
import { repeatedKinds } from "./input-fields.ts";
import type {
  HoursWindowInput,
  MinimumVersionInput,
  PublishCalendarInput,
  PublishPlanInput,
  TargetInput,
} from "./publish.input.ts";

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
  coverage: coverageOf(input),
});

/** What is left out is as the service is sold. */
function coverageOf(input: PublishPlanInput): CoverageTerms {
  const { usualMinutes, ...sold } = defaultCoverageTerms;
  const minutesLimit = input.minutesLimit ?? sold.minutesLimit;
  return {
    clauses: input.clauses?.map(clauseOf) ?? sold.clauses,
    minimumVersions: input.minimumVersions?.map(minimumOf) ?? sold.minimumVersions,
    currentGraceDays: input.currentGraceDays ?? sold.currentGraceDays,
    minutesLimit,
    fairUseSecondsPerDay: input.fairUseSecondsPerDay ?? sold.fairUseSecondsPerDay,
    usualMinutes: input.usualMinutes
      ? Object.fromEntries(input.usualMinutes.map(({ kindOfWork, minutes }) => [kindOfWork, minutes]))
      : within(usualMinutes, minutesLimit),
  };
}

const minimumOf = ({ product, version }: MinimumVersionInput): MinimumVersion => ({
  product: product.trim(),
  version: /^current$/i.test(version.trim()) ? "CURRENT" : version.trim(),
});

/** A plan as somebody sent it. */
export const planDraftOf = (input: PublishPlanInput): PlanDraft => ({
  code: input.code,
  name: input.name,
  terms: termsOf(input),
  faults: repeatedKinds(input.usualMinutes ?? []),
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
