import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Partner } from "../clients/clients.graphql.ts";
import { connectionOf, cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { payloadOf } from "../platform/payload.ts";
import { isStaff } from "../platform/viewer.ts";
import { createPartner } from "./create-partner.ts";

const PartnerConnection = connectionOf(Partner, "Partner");
type PartnerRow = { id: string; name: string };

/** Staff come across every partner, whoever belongs to one across that. */
export const partnersById = async (context: Context, ids: readonly string[]) => {
  const seen = isStaff(context.viewer) ? ids : ids.filter((id) => id === context.viewer.partnerId);
  const rows = await context.house.readAsDesk<PartnerRow>({
    name: "partners-by-id",
    text: "select id, name from partner where id = any($1) and not house",
    values: [seen],
  });
  return new Map(rows.map((row) => [row.id, row]));
};

@InputType({ description: "A new partner." })
class CreatePartnerInput {
  @Field(() => String, { description: "Its name, unique in the desk." })
  name!: string;
}
@ObjectType({ description: "The answer to CreatePartner." })
class CreatePartnerPayload extends payloadOf("CreatePartner", {
  INVALID: "A field holds something that cannot be used.",
  ALREADY_EXISTS: "It exists already.",
}) {
  @Field(() => Partner, { nullable: true, description: "The partner; null when it was refused." })
  partner!: PartnerRow | null;
}

@Resolver(() => Partner)
export class PartnerListResolver {
  @Query(() => PartnerConnection, { description: "The partners of this desk, by name." })
  async partners(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const values: unknown[] = [pageSize(page).limit + 1];
    const where = ["not house"];
    if (after != null) {
      const [name, id] = readCursor(after, "text", "id");
      where.push(`(name, id) > ($${values.push(name)}, $${values.push(id)}::uuid)`);
    }
    const rows = await context.house.readAsDesk<PartnerRow>({
      text: `select id, name from partner where ${where.join(" and ")} order by name, id limit $1`,
      values,
    });
    return pageOf(rows, page, (row) => cursorOf(row.name, row.id));
  }

  @Mutation(() => CreatePartnerPayload, {
    description: "Adds a partner: a company whose system integrates with the desk.",
  })
  async createPartner(@Arg("input", () => CreatePartnerInput) input: CreatePartnerInput, @Ctx() context: Context) {
    const done = await context.verb((desk) => createPartner(desk, input));
    if (done.kind === "created") return { partner: done.row, userErrors: [] };
    const { code, field, message } = done;
    return { partner: null, userErrors: [{ code, field, message }] };
  }
}
