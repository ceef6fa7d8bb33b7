import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "./context.ts";
import { DeskClock } from "./desk-clock.graphql.ts";
import { payloadOf } from "./payload.ts";
import { DateTime, Position } from "./scalars.ts";

@InputType({ description: "How to set a sandbox's clock. Whatever is left out stays." })
class SetClockInput {
  @Field(() => DateTime, {
    nullable: true,
    description: "Go on to this instant; never back, once anything has happened.",
  })
  to?: Instant | null;
  @Field(() => Float, { nullable: true, description: "Desk seconds per real second, 0 to 100,000." })
  rate?: number | null;
}

@ObjectType({ description: "The answer to SetClock." })
class SetClockPayload extends payloadOf("SetClock", {
  NOT_A_SANDBOX: "Only a sandbox's clock can be set.",
  BACKWARDS: "A desk's clock never goes back.",
  INVALID: "A field holds something that cannot be used.",
}) {
  @Field(() => DeskClock, { nullable: true, description: "The clock as it runs now; null when it was refused." })
  clock!: DeskClock | null;
  @Field(() => Position, { nullable: true, description: "The desk's feed has come to here; boards were told." })
  position!: string | null;
  @Field(() => Int, {
    description:
      "How many edges this call fired on the way, each at its own instant, in order. A worker that runs beside may have fired others of them first.",
  })
  edgesFired!: number;
}

@Resolver()
export class DeskClockResolver {
  @Query(() => DeskClock, { description: "How desk time runs." })
  deskClock(@Ctx() context: Context) {
    return context.house.deskClock();
  }

  @Mutation(() => SetClockPayload, {
    description:
      "Sandbox only. Fires each edge before `to` at its own instant, in order, and answers once worker, sequencer and boards have heard.",
  })
  async setClock(@Arg("input", () => SetClockInput) input: SetClockInput, @Ctx() context: Context) {
    const done = await context.steps(() => context.house.setClock(input.to ?? null, input.rate ?? null));
    if (done.kind === "refused")
      return {
        clock: null,
        position: null,
        edgesFired: 0,
        userErrors: [{ code: done.code, field: done.field, message: done.message }],
      };
    return { ...done, userErrors: [] };
  }
}
