import type { PlanVersion } from "../clients/agreements.ts";
import type { CalendarDefinition, Window } from "../core/business-calendar/calendar.ts";
import { workKinds } from "../core/coverage-policy/facts.ts";
import { clausesInForce } from "../core/coverage-policy/terms.ts";
import { showTarget } from "./show-clock.ts";

/** A plan version as the API shows it. */
export const showPlan = ({ id, code, version, name, terms }: PlanVersion) => ({
  id,
  code,
  version,
  name,
  clauses: clausesInForce(terms.coverage).map((clause) => ({ ...clause })),
  minutesLimit: terms.coverage.minutesLimit,
  minimumVersions: terms.coverage.minimumVersions,
  currentGraceDays: terms.coverage.currentGraceDays,
  usualMinutes: workKinds.flatMap((kindOfWork) => {
    const minutes = terms.coverage.usualMinutes[kindOfWork];
    return minutes == null ? [] : [{ kindOfWork, minutes }];
  }),
  targets: terms.targets.map(showTarget),
  priorities: terms.priorities,
  requiredSteps: terms.requiredSteps,
  statedPriorities: terms.statedPriorities,
  historical: terms.historical,
  reopenDays: terms.reopenDays,
  fairUseSecondsPerDay: terms.coverage.fairUseSecondsPerDay,
  settlingSeconds: terms.settling,
});

export type CalendarRow = ReturnType<typeof showCalendar>;

/** A calendar version as the API shows it; the definition stays beside it for the fields that compute. */
export const showCalendar = ({ id, definition }: { id: string; definition: CalendarDefinition }) => ({
  id,
  definition,
  code: definition.code,
  version: definition.version,
  timeZone: definition.timeZone,
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, windows: (definition.week[day] ?? []).map(showWindow) })),
  holidays: definition.holidays,
  exceptions: definition.exceptions.map((e) => ({ ...e, windows: e.windows.map(showWindow) })),
  effectiveFrom: definition.before?.until ?? null,
});

const showWindow = ({ from, until, overnight = false }: Window) => ({ from, until, overnight });
