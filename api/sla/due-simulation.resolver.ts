import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { userErrorOf } from "../platform/payload.ts";
import { DueSimulation, DueSimulationInput } from "./due-simulation.graphql.ts";
import { simulateDue } from "./simulate-due.ts";

const SimulationError = userErrorOf("DueSimulation", {
  INVALID: "A field holds something that cannot be used; each fault is listed with its field.",
  NOT_FOUND: "A plan or calendar that was named does not exist.",
});

@ObjectType({ description: "The answer to dueSimulation." })
class DueSimulationAnswer {
  @Field(() => DueSimulation, { nullable: true, description: "When it would be due; null when it could not be told." })
  simulation!: DueSimulation | null;
  @Field(() => [SimulationError], { description: "What is wrong with the input; empty when nothing is." })
  userErrors!: object[];
}

@Resolver()
export class DueSimulationResolver {
  @Query(() => DueSimulationAnswer, {
    description:
      "When would it be due? By published plans and calendars, or by drafts of them before they are published. Nothing is kept.",
  })
  async dueSimulation(
    @Arg("input", () => DueSimulationInput) input: DueSimulationInput,
    @Ctx() context: Context,
  ): Promise<DueSimulationAnswer> {
    const done = await context.look((desk) => simulateDue(desk, input));
    return done.kind === "refused"
      ? { simulation: null, userErrors: [...done.faults] }
      : { simulation: done.simulation, userErrors: [] };
  }
}
