import { type CalendarVersion, newestCalendar, newestPlan, type PlanVersion } from "../clients/agreements.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import { type ForeseenClock, foresee, foreseenSentence, type ImaginedWait } from "../core/sla-clock/foresee.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import type { DueSimulation, DueSimulationInput, SimulatedClock } from "./due-simulation.graphql.ts";
import { type EditFault, editOfInput } from "./edit-of-input.ts";
import { composeHours } from "./operating-hours.ts";
import { showTarget } from "./show-clock.ts";
import { slaPolicy } from "./sla-policy.ts";

type Simulated =
  | { readonly kind: "simulated"; readonly simulation: DueSimulation }
  | { readonly kind: "refused"; readonly faults: readonly EditFault[] };
type Found<T> = { readonly found: T } | { readonly faults: readonly EditFault[] };

const MOST = 20;
const MOST_PERIODS = 100;
const invalid = (field: string, message: string): EditFault => ({ code: "INVALID", field, message });

/** When an imagined ticket would be due, by published versions or drafts of them. Nothing is kept. */
export async function simulateDue(desk: Desk, input: DueSimulationInput): Promise<Simulated> {
  const plan = await planOfInput(desk, input);
  const calendar = await calendarOfInput(desk, input);
  const faults = [
    ...("faults" in plan ? plan.faults : priorityFaults(plan.found, input.priority)),
    ...("faults" in calendar ? calendar.faults : []),
    ...waitFaults(input),
    ...afterHoursFaults(input),
  ];
  if ("faults" in plan || "faults" in calendar || faults.length > 0) return { kind: "refused", faults };
  const hours = composeHours(
    calendar.found,
    input.afterHours.map(({ from, until }) => ({ from, until: until ?? null })),
  );
  const waits = input.waits.map(({ on, from, until }) => ({ reason: on, from, until }) as ImaginedWait);
  const clocks = foresee(slaPolicy(plan.found), hours, input.priority, input.createdAt, waits);
  const last = Math.max(input.createdAt, ...clocks.map(({ reading }) => reading.dueAt ?? 0)) as Instant;
  return {
    kind: "simulated",
    simulation: {
      timeZone: hours.timeZone,
      planVersion: plan.found.version,
      calendarVersion: calendar.found.definition.version,
      clocks: clocks.map(showForeseen).sort((a, b) => order(a) - order(b)),
      openPeriods: openPeriods(hours, input.createdAt, last).slice(0, MOST_PERIODS),
    },
  };
}

const order = ({ commitment }: SimulatedClock) => (commitment === "CONTRACTUAL" ? 0 : 1);

function showForeseen(clock: ForeseenClock): SimulatedClock {
  const { metric, target, startedAt, atRiskAt, dueAt, noDueReason } = clock.reading;
  return {
    ...{ metric, startedAt, atRiskAt, dueAt, noDueReason },
    target: target && showTarget(target),
    commitment: target?.commitment ?? null,
    segments: clock.segments.map((segment) => ({ ...segment })),
    sentence: foreseenSentence(clock),
  };
}

async function planOfInput(desk: Desk, { plan, planCode }: DueSimulationInput): Promise<Found<PlanVersion>> {
  if ((plan == null) === (planCode == null))
    return { faults: [invalid("planCode", "planCode: state a published plan or a draft, one of the two")] };
  if (plan) {
    const tried = await editOfInput(desk, { plan });
    if (tried.kind === "refused") return { faults: tried.faults };
    if (tried.edit.kind === "PLAN") return { found: tried.edit.plan };
  }
  const found = await newestPlan(desk.em, planCode ?? "");
  const message = `planCode: there is no plan ${planCode}`;
  return found ? { found } : { faults: [{ code: "NOT_FOUND", field: "planCode", message }] };
}

async function calendarOfInput(
  desk: Desk,
  { calendar, calendarCode }: DueSimulationInput,
): Promise<Found<CalendarVersion>> {
  if ((calendar == null) === (calendarCode == null))
    return { faults: [invalid("calendarCode", "calendarCode: state a published calendar or a draft, one of the two")] };
  if (calendar) {
    const tried = await editOfInput(desk, { calendar });
    if (tried.kind === "refused") return { faults: tried.faults };
    if (tried.edit.kind === "CALENDAR") return { found: tried.edit.calendar };
  }
  const found = await newestCalendar(desk.em, calendarCode ?? "");
  const message = `calendarCode: there is no calendar ${calendarCode}`;
  return found ? { found } : { faults: [{ code: "NOT_FOUND", field: "calendarCode", message }] };
}

const priorityFaults = ({ terms }: PlanVersion, priority: string): EditFault[] =>
  terms.priorities.some(({ code }) => code === priority)
    ? []
    : [invalid("priority", `priority: the plan has no priority ${priority}`)];

function waitFaults({ waits, createdAt }: DueSimulationInput): EditFault[] {
  if (waits.length > MOST) return [invalid("waits", `waits: at most ${MOST}, got ${waits.length}`)];
  return waits.flatMap(({ from, until }, i) => {
    if (from < createdAt) return [invalid(`waits[${i}].from`, `waits[${i}].from: lies before the ticket's creation`)];
    if (until <= from) return [invalid(`waits[${i}].until`, `waits[${i}].until: is not later than its begin`)];
    return waits.slice(0, i).some((earlier) => earlier.until > from)
      ? [invalid(`waits[${i}].from`, `waits[${i}].from: the wait before it is not over`)]
      : [];
  });
}

function afterHoursFaults({ afterHours }: DueSimulationInput): EditFault[] {
  if (afterHours.length > MOST) return [invalid("afterHours", `afterHours: at most ${MOST}, got ${afterHours.length}`)];
  return afterHours.flatMap(({ from, until }, i) =>
    until != null && until <= from
      ? [invalid(`afterHours[${i}].until`, `afterHours[${i}].until: ends before it begins`)]
      : [],
  );
}
