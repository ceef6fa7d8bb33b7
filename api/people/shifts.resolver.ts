import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Instant, Period } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { groupBy } from "../platform/group-by.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { isStaff } from "../platform/viewer.ts";
import { Technician } from "./people.graphql.ts";
import { MOST_SHIFTS, planShifts } from "./plan-shifts.ts";
import type { TechnicianRow } from "./read-people.ts";

@ObjectType("Shift", { description: "A stretch in which a technician works." })
class ShiftType {
  @Field(() => DateTime, { description: "When it begins." })
  from!: Instant;
  @Field(() => DateTime, { description: "When it ends." })
  until!: Instant;
}

@InputType({ description: "A stretch in which a technician works." })
class ShiftInput {
  @Field(() => DateTime, { description: "When it begins." })
  from!: Instant;
  @Field(() => DateTime, { description: "When it ends; at most a day later." })
  until!: Instant;
}

@InputType({ description: "When somebody works in a stretch of time. What was planned there before is replaced." })
class PlanShiftsInput {
  @Field(() => ID, { description: "The technician." })
  technicianId!: string;
  @Field(() => DateTime, { description: "Where the stretch begins." })
  from!: Instant;
  @Field(() => DateTime, { description: "Where it ends: shifts that begin from then on stay as they are." })
  until!: Instant;
  @Field(() => [ShiftInput], {
    description: `Their shifts that begin in it (at most ${MOST_SHIFTS}); none: they do not work.`,
  })
  shifts!: Period[];
}

@ObjectType({ description: "The answer to PlanShifts." })
class PlanShiftsPayload extends payloadOf("PlanShifts", {
  INVALID: "A shift is impossible, or overlaps another.",
  NOT_FOUND: "There is no such technician.",
}) {
  @Field(() => Technician, { nullable: true, description: "The technician; null when it was refused." })
  technician!: object | null;
}

@Resolver(() => Technician)
export class ShiftsResolver {
  @Mutation(() => PlanShiftsPayload, {
    description:
      "Says when somebody works in a stretch of time. Slots for appointments and the breach forecast go by it; appointments that were agreed stay.",
  })
  async planShifts(@Arg("input", () => PlanShiftsInput) input: PlanShiftsInput, @Ctx() context: Context) {
    const { from, until, shifts } = input;
    const technicianId = uuidOf("Technician", input.technicianId);
    const done = await context.verb((desk) => planShifts(desk, { technicianId, within: { from, until }, shifts }));
    if (done.kind === "planned") return { technician: done.technician, userErrors: [] };
    const { code, field, message } = done;
    return { technician: null, userErrors: [{ code, field, message }] };
  }

  @FieldResolver(() => [ShiftType], {
    nullable: true,
    description:
      "Their shifts within a stretch of time, earliest first (at most 1,000). Null for all but the desk's own people.",
  })
  async shifts(
    @Root() technician: TechnicianRow,
    @Ctx() context: Context,
    @Arg("from", () => DateTime, { description: "Where the stretch begins." }) from: Instant,
    @Arg("until", () => DateTime, { description: "Where it ends." }) until: Instant,
  ): Promise<Period[] | null> {
    if (!isStaff(context.viewer)) return null;
    const found = await context.load(`shifts ${from} ${until}`, technician.id, async (ids) =>
      groupBy(
        await context.house.readAsDesk<Period & { technicianId: string }>({
          name: "shifts-within",
          text: `select technician_id as "technicianId", from_at as "from", until_at as "until" from shift
                  where technician_id = any($1) and from_at < to_timestamp($3) and until_at > to_timestamp($2)
                  order by from_at limit 1000`,
          values: [ids, from, until],
        }),
        (row) => row.technicianId,
      ),
    );
    return found ?? [];
  }
}
