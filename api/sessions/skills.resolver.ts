import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { TechnologyKindEnum } from "../clients/clients.graphql.ts";
import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import { Technician } from "../people/people.graphql.ts";
import type { TechnicianRow } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { isStaff } from "../platform/viewer.ts";
import { setSkills } from "./set-skills.ts";

@InputType({ description: "What somebody is good at. What was said before is replaced." })
class SetSkillsInput {
  @Field(() => ID, { description: "The technician." })
  technicianId!: string;
  @Field(() => [TechnologyKindEnum], { description: "What they can do (each counts once); none: everything." })
  skills!: TechnologyKind[];
}

@ObjectType({ description: "The answer to SetSkills." })
class SetSkillsPayload extends payloadOf("SetSkills", { NOT_FOUND: "There is no such technician." }) {
  @Field(() => Technician, { nullable: true, description: "The technician; null when it was refused." })
  technician!: object | null;
}

@Resolver(() => Technician)
export class SkillsResolver {
  @Mutation(() => SetSkillsPayload, {
    description:
      "Says what somebody is good at. A booking link to whoever is free offers only technicians who can do what its ticket is about; the order of the queue does not go by it, and appointments that were agreed stay.",
  })
  async setSkills(@Arg("input", () => SetSkillsInput) input: SetSkillsInput, @Ctx() context: Context) {
    const technicianId = uuidOf("Technician", input.technicianId);
    const done = await context.verb((desk) => setSkills(desk, { technicianId, skills: input.skills }));
    if (done.kind === "set") return { technician: done.technician, userErrors: [] };
    const { code, field, message } = done;
    return { technician: null, userErrors: [{ code, field, message }] };
  }

  @FieldResolver(() => [TechnologyKindEnum], {
    nullable: true,
    description:
      "What they are good at, in the words in which tickets say what they are about (at most 8); none: everything. Null for all but the desk's own people.",
  })
  async skills(@Root() { id }: TechnicianRow, @Ctx() context: Context): Promise<readonly string[] | null> {
    if (!isStaff(context.viewer)) return null;
    const found = await context.load("skills", id, async (ids) => {
      const rows = await context.house.readAsDesk<{ id: string; skills: string[] }>({
        name: "skills-of-technicians",
        text: "select id, skills from technician where id = any($1)",
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.skills]));
    });
    return found ?? [];
  }
}
