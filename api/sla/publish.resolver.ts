import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Calendar, Contract, Period } from "../clients/clients.graphql.ts";
import { calendarByCode, newestCalendars, newestPlans, planByCode } from "../clients/read-agreements.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import type { CalendarDefinition } from "../core/business-calendar/calendar.ts";
import { defaultCoverageTerms, type PlanClause } from "../core/coverage-policy/terms.ts";
import type { PlanTerms } from "../core/plan.ts";
import type { Target as CoreTarget } from "../core/sla-clock/targets.ts";
import type { Instant, Seconds } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { payloadOf, type UserErrorValue } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { calendarInputFault, planInputFault, repeatedDays } from "./input-fields.ts";
import { composeHours } from "./operating-hours.ts";
import { Plan } from "./plan.graphql.ts";
import { PublishCalendarInput, PublishPlanInput, type TargetInput } from "./publish.input.ts";
import { calendarDraftFaults, type Fault, publishCalendar, publishPlan } from "./publish.ts";
import { type CalendarRow, showCalendar, showPlan } from "./show-agreement.ts";

const codes = { INVALID: "A field holds something that cannot be used; each fault is listed with its field." } as const;

@ObjectType({ description: "The answer to PublishPlan." })
class PublishPlanPayload extends payloadOf("PublishPlan", codes) {
  @Field(() => Plan, { nullable: true, description: "The new version; null when it was refused." })
  plan!: object | null;
}
@ObjectType({ description: "The answer to PublishCalendar." })
class PublishCalendarPayload extends payloadOf("PublishCalendar", codes) {
  @Field(() => Calendar, { nullable: true, description: "The new version; null when it was refused." })
  calendar!: object | null;
}

const refused = (faults: readonly Fault[]): UserErrorValue[] => faults.map((f) => ({ code: "INVALID", ...f }));
const MOST_DAYS = 400;

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
    ...(input.clauses && { clauses: input.clauses.map((c) => ({ ...c })) as PlanClause[] }),
    ...(input.fairUseSecondsPerDay != null && { fairUseSecondsPerDay: input.fairUseSecondsPerDay }),
  },
});

const calendarOfInput = (input: PublishCalendarInput): Omit<CalendarDefinition, "version"> => ({
  code: input.code,
  timeZone: input.timeZone,
  week: Object.fromEntries(input.week.map(({ day, windows }) => [day, windows.map((w) => ({ ...w }))])),
  holidays: (input.holidays ?? []).map((h) => ({ ...h, origin: "published" })),
  exceptions: (input.exceptions ?? []).map((e) => ({ ...e, windows: e.windows.map((w) => ({ ...w })) })),
});

@Resolver(() => Calendar)
export class PublishResolver {
  @Mutation(() => PublishPlanPayload, {
    description:
      "Publishes the next version of a plan, for tickets from then on. Every fault is listed; with one, nothing is saved.",
  })
  async publishPlan(@Arg("input", () => PublishPlanInput) input: PublishPlanInput, @Ctx() context: Context) {
    const draft = { code: input.code, name: input.name, terms: termsOf(input) };
    const done = await context.verb((desk) => publishPlan(desk, draft));
    return done.kind === "refused"
      ? { plan: null, userErrors: refused(done.faults.map(planInputFault)) }
      : { plan: showPlan(done.row), userErrors: [] };
  }

  @Mutation(() => PublishCalendarPayload, {
    description:
      "Publishes the next version of a calendar, for tickets from then on. Every fault is listed; with one, nothing is saved.",
  })
  async publishCalendar(
    @Arg("input", () => PublishCalendarInput) input: PublishCalendarInput,
    @Ctx() context: Context,
  ) {
    const draft = calendarOfInput(input);
    const repeated = repeatedDays(input.week);
    const done =
      repeated.length > 0
        ? { kind: "refused" as const, faults: calendarDraftFaults(draft) }
        : await context.verb((desk) => publishCalendar(desk, draft));
    return done.kind === "refused"
      ? { calendar: null, userErrors: refused([...repeated, ...done.faults.map(calendarInputFault(input.week))]) }
      : { calendar: showCalendar(done.row), userErrors: [] };
  }

  @Query(() => [Plan], { description: "All plans in their newest versions (at most 100)." })
  async plans(@Ctx() context: Context) {
    return (await newestPlans(context)).map(showPlan);
  }

  @Query(() => [Calendar], { description: "All calendars in their newest versions (at most 100)." })
  async calendars(@Ctx() context: Context) {
    return (await newestCalendars(context)).map(showCalendar);
  }

  @FieldResolver(() => [Period], { description: "Open stretches in `[from, until)`, at most 400 days." })
  openPeriods(
    @Root() calendar: CalendarRow,
    @Arg("from", () => DateTime, { description: "From this instant." }) from: Instant,
    @Arg("until", () => DateTime, { description: "Until this instant." }) until: Instant,
  ): Period[] {
    const end = Math.min(until, from + MOST_DAYS * 86_400) as Instant;
    return openPeriods(composeHours(calendar), from, end).map((p) => ({ ...p }));
  }
}

@Resolver(() => Contract)
export class ContractPlan {
  @FieldResolver(() => Plan, { description: "Newest version of the contract's plan." })
  async plan(@Root() contract: { planCode: string }, @Ctx() context: Context) {
    return showPlan(await planByCode(context, contract.planCode));
  }

  @FieldResolver(() => Calendar, { description: "Newest version of the contract's calendar." })
  async calendar(@Root() contract: { calendarCode: string }, @Ctx() context: Context) {
    return showCalendar(await calendarByCode(context, contract.calendarCode));
  }
}
