import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Calendar, Contract, Period } from "../clients/clients.graphql.ts";
import { calendarByCode, newestCalendars, newestPlans, planByCode } from "../clients/read-agreements.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { payloadOf, type UserErrorValue } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { calendarDraftFaults, type Fault } from "./drafts.ts";
import { calendarDraftOf, planDraftOf } from "./drafts-of-input.ts";
import { calendarInputFault, planInputFault, repeatedDays } from "./input-fields.ts";
import { composeHours } from "./operating-hours.ts";
import { Plan } from "./plan.graphql.ts";
import { PolicyApplication } from "./policy.graphql.ts";
import { showApplication } from "./policy.resolver.ts";
import { PublishCalendarInput, PublishPlanInput } from "./publish.input.ts";
import { publishCalendar, publishPlan } from "./publish.ts";
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
  @Field(() => PolicyApplication, {
    nullable: true,
    description: "How open clocks come to be counted by it; null when it was refused or is for new tickets only.",
  })
  application!: object | null;
}

const refused = (faults: readonly Fault[]): UserErrorValue[] => faults.map((f) => ({ code: "INVALID", ...f }));
const MOST_DAYS = 400;

@Resolver(() => Calendar)
export class PublishResolver {
  @Mutation(() => PublishPlanPayload, {
    description:
      "Publishes the next version of a plan, for tickets from then on; `applyToOpenClocks` is a separate act. Every fault is listed; with one, nothing is saved.",
  })
  async publishPlan(@Arg("input", () => PublishPlanInput) input: PublishPlanInput, @Ctx() context: Context) {
    const done = await context.verb((desk) => publishPlan(desk, planDraftOf(input)));
    return done.kind === "refused"
      ? { plan: null, userErrors: refused(done.faults.map(planInputFault(input.usualMinutes ?? []))) }
      : { plan: showPlan(done.row), userErrors: [] };
  }

  @Mutation(() => PublishCalendarPayload, {
    description:
      "Publishes the next version of a calendar, for new tickets and, unless you say otherwise, open clocks: try it by `policyDryRun` first. Every fault is listed; with one, nothing is saved.",
  })
  async publishCalendar(
    @Arg("input", () => PublishCalendarInput) input: PublishCalendarInput,
    @Ctx() context: Context,
  ) {
    const draft = calendarDraftOf(input);
    const repeated = repeatedDays(input.week);
    const reason = input.reason ?? null;
    if (reason !== null && reason.length > 200)
      repeated.push({ field: "reason", message: "reason: is longer than 200 characters" });
    const done = await context.verb(async (desk) =>
      repeated.length > 0
        ? { kind: "refused" as const, faults: calendarDraftFaults(draft, desk.now) }
        : publishCalendar(desk, draft, { apply: input.applyToOpenClocks, reason }),
    );
    if (done.kind === "refused") {
      const faults = [...repeated, ...done.faults.map(calendarInputFault(input.week))];
      return { calendar: null, application: null, userErrors: refused(faults) };
    }
    const application = done.application && showApplication(done.application);
    return { calendar: showCalendar(done.row), application, userErrors: [] };
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
