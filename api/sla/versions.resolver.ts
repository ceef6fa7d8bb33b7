import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Calendar } from "../clients/clients.graphql.ts";
import { versionsOfCalendar, versionsOfPlan } from "../clients/read-agreements.ts";
import { contractsNaming, publishedAt } from "../clients/uses-of-agreements.sql.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";
import { Plan } from "./plan.graphql.ts";
import { showCalendar, showPlan } from "./show-agreement.ts";

type Row = { id: string; code: string };
const WHEN = "When it was published, in desk time.";
const USES = "Contracts in force today that name its code, of those that you may see.";

const when = (what: "plan" | "calendar", { id }: Row, context: Context) =>
  context.load(`${what}-published-at`, id, (ids) => publishedAt(context, what, ids));
const uses = async (what: "plan" | "calendar", { code }: Row, context: Context) =>
  (await context.load(`contracts-naming-${what}`, code, (codes) => contractsNaming(context, what, codes))) ?? 0;

@Resolver(() => Calendar)
export class CalendarVersions {
  @Query(() => [Calendar], { description: "Every version of one calendar, newest first, at most 100; none: empty." })
  async calendarVersions(
    @Arg("code", () => String, { description: "Its code." }) code: string,
    @Ctx() context: Context,
  ) {
    return (await versionsOfCalendar(context, code)).map(showCalendar);
  }

  @FieldResolver(() => DateTime, { description: WHEN })
  publishedAt(@Root() row: Row, @Ctx() context: Context) {
    return when("calendar", row, context);
  }

  @FieldResolver(() => Int, { description: USES })
  contracts(@Root() row: Row, @Ctx() context: Context) {
    return uses("calendar", row, context);
  }
}

@Resolver(() => Plan)
export class PlanVersions {
  @Query(() => [Plan], { description: "Every version of one plan, newest first, at most 100; none: empty." })
  async planVersions(@Arg("code", () => String, { description: "Its code." }) code: string, @Ctx() context: Context) {
    return (await versionsOfPlan(context, code)).map(showPlan);
  }

  @FieldResolver(() => DateTime, { description: WHEN })
  publishedAt(@Root() row: Row, @Ctx() context: Context) {
    return when("plan", row, context);
  }

  @FieldResolver(() => Int, { description: USES })
  contracts(@Root() row: Row, @Ctx() context: Context) {
    return uses("plan", row, context);
  }
}
