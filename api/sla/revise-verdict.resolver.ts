import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { reviseVerdict } from "./revise-verdict.ts";
import { VerdictEnum, VerdictRevision } from "./sla.graphql.ts";

const codes = {
  INVALID: "A field holds something that cannot be used.",
  NOT_FOUND: "There is no such clock.",
  NOT_SEALED: "The verdict can still be corrected by facts: a revision is for what is history.",
} as const;

@InputType({ description: "A manager's other view of a sealed verdict." })
export class ReviseVerdictInput {
  @Field(() => ID, { description: "The clock." })
  clockId!: string;
  @Field(() => VerdictEnum, { description: "The verdict as you see it." })
  verdict!: "MET" | "MISSED" | "CANCELLED" | "MERGED";
  @Field(() => String, { description: "Why; shown wherever the revision is." })
  reason!: string;
}

@ObjectType({ description: "The answer to ReviseVerdict." })
class ReviseVerdictPayload extends payloadOf("ReviseVerdict", codes) {
  @Field(() => VerdictRevision, { nullable: true, description: "What was appended; null when it was refused." })
  revision!: object | null;
}

@Resolver()
export class ReviseVerdictResolver {
  @Mutation(() => ReviseVerdictPayload, {
    description:
      "Appends a revision to a sealed verdict, with its reason. The sealed verdict stays: reports count it, and say how many were revised.",
  })
  async reviseVerdict(@Arg("input", () => ReviseVerdictInput) input: ReviseVerdictInput, @Ctx() context: Context) {
    const done = await context.verb((desk) =>
      reviseVerdict(desk, { ...input, clockId: uuidOf("SlaClock", input.clockId) }),
    );
    return done.kind === "refused"
      ? { revision: null, userErrors: done.faults }
      : { revision: { ...done.revision }, userErrors: [] };
  }
}
