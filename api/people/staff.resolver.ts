import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf, cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { enumOf } from "../platform/enums.ts";
import { optionalUuidOf, uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { Technician } from "./people.graphql.ts";
import { techniciansById } from "./read-people.ts";
import {
  type AccountFault,
  createPasswordLink,
  inviteStaff,
  type Link,
  type Role,
  setStaffAccess,
} from "./staff-accounts.ts";

const StaffRole = enumOf("StaffRole", "What somebody who works here may do.", {
  TECHNICIAN: "Works tickets.",
  MANAGER: "Works tickets, answers for the desk and administers it.",
});

@ObjectType({ description: "How somebody who works here signs in." })
export class StaffAccount {
  @Field(() => String, { description: "The address they sign in with." })
  email!: string;
  @Field(() => StaffRole, { description: "What they may do." })
  role!: string;
  @Field(() => Boolean, { description: "Whether they have set a password." })
  hasPassword!: boolean;
  @Field(() => Boolean, { description: "Whether they have signed in by the OpenID provider." })
  hasOpenId!: boolean;
  @Field(() => DateTime, { nullable: true, description: "Since when they may not sign in; null: they may." })
  suspendedAt!: Instant | null;
}
const StaffAccountConnection = connectionOf(StaffAccount, "StaffAccount");

@InputType({ description: "Somebody who is to work here." })
class InviteStaffInput {
  @Field(() => String, { description: "The address they will sign in with." })
  email!: string;
  @Field(() => StaffRole, { description: "What they may do." })
  role!: Role;
  @Field(() => String, { nullable: true, description: "Their name as shown on the wall; needed for somebody new." })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: "The technician that they are, where the desk knows them already." })
  technicianId?: string | null;
}
@InputType({ description: "Whoever is to set a new password." })
class CreatePasswordLinkInput {
  @Field(() => ID, { description: "The technician." })
  technicianId!: string;
}
@InputType({ description: "What somebody may do from now on." })
class SetStaffAccessInput {
  @Field(() => ID, { description: "The technician." })
  technicianId!: string;
  @Field(() => StaffRole, { description: "What they may do." })
  role!: Role;
  @Field(() => Boolean, { defaultValue: false, description: "Whether they may not sign in at all." })
  suspended!: boolean;
}

const unknown = { NOT_FOUND: "There is no such person, or they were not invited." } as const;
const account = "How they sign in; null when it was refused.";
const path = "Where they set their password, as a path of this desk: works once, for 24 hours. Hand it to nobody else.";
const until = "From this instant on it works no more.";
@ObjectType({ description: "The answer to InviteStaff." })
class InviteStaffPayload extends payloadOf("InviteStaff", {
  ...unknown,
  INVALID: "A field holds something that cannot be used.",
  ALREADY_EXISTS: "They may sign in already.",
}) {
  @Field(() => StaffAccount, { nullable: true, description: account })
  account!: object | null;
  @Field(() => String, { nullable: true, description: path })
  path!: string | null;
  @Field(() => DateTime, { nullable: true, description: until })
  expiresAt!: Instant | null;
}
@ObjectType({ description: "The answer to CreatePasswordLink." })
class CreatePasswordLinkPayload extends payloadOf("CreatePasswordLink", {
  ...unknown,
  SUSPENDED: "They may not sign in.",
}) {
  @Field(() => String, { nullable: true, description: path })
  path!: string | null;
  @Field(() => DateTime, { nullable: true, description: until })
  expiresAt!: Instant | null;
}
@ObjectType({ description: "The answer to SetStaffAccess." })
class SetStaffAccessPayload extends payloadOf("SetStaffAccess", {
  ...unknown,
  LAST_MANAGER: "They are the last manager who can sign in.",
}) {
  @Field(() => StaffAccount, { nullable: true, description: account })
  account!: object | null;
}

export type AccountRow = StaffAccount & { id: string };
const columns = `t.id, a.email, t.role, a.password_hash is not null as "hasPassword", a.oidc_subject is not null as "hasOpenId",
  a.suspended_at as "suspendedAt"`;
const errors = ({ code, field, message }: AccountFault) => [{ code, field, message }];
const linked = (link: Link) => ({ path: link.path, expiresAt: link.expiresAt, userErrors: [] });

async function accountOf(context: Context, technicianId: string): Promise<AccountRow | null> {
  const [row] = await context.house.readAsDesk<AccountRow>({
    name: "staff-account",
    text: `select ${columns} from staff_account a join technician t on t.id = a.technician_id where t.id = $1`,
    values: [technicianId],
  });
  return row ?? null;
}

@Resolver(() => StaffAccount)
export class StaffResolver {
  @Query(() => StaffAccountConnection, { description: "Whoever may sign in to work here, by address." })
  async staffAccounts(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const values: unknown[] = [pageSize(page).limit + 1];
    const beyond = after == null ? "" : `where a.email > $${values.push(readCursor(after, "text")[0])}`;
    const rows = await context.house.readAsDesk<AccountRow>({
      text: `select ${columns} from staff_account a join technician t on t.id = a.technician_id ${beyond} order by a.email limit $1`,
      values,
    });
    return pageOf(rows, page, (row) => cursorOf(row.email));
  }

  @Mutation(() => InviteStaffPayload, {
    description:
      "Lets somebody work here. They set their password by the link, which a letter brings them too (`StaffAccount.letter` says how it fares), or sign in by the OpenID provider.",
  })
  async inviteStaff(@Arg("input", () => InviteStaffInput) input: InviteStaffInput, @Ctx() context: Context) {
    const technicianId = optionalUuidOf("Technician", input.technicianId);
    const done = await context.verb((desk) => inviteStaff(desk, { ...input, technicianId, name: input.name ?? null }));
    if (done.kind === "refused") return { account: null, path: null, expiresAt: null, userErrors: errors(done) };
    return { account: await accountOf(context, done.technician.id), ...linked(done.link) };
  }

  @Mutation(() => CreatePasswordLinkPayload, {
    description: "Makes a one-time link by which somebody sets a new password, and sends it to them by mail too.",
  })
  async createPasswordLink(
    @Arg("input", () => CreatePasswordLinkInput) input: CreatePasswordLinkInput,
    @Ctx() context: Context,
  ) {
    const done = await context.verb((desk) => createPasswordLink(desk, uuidOf("Technician", input.technicianId)));
    return done.kind === "refused" ? { path: null, expiresAt: null, userErrors: errors(done) } : linked(done.link);
  }

  @Mutation(() => SetStaffAccessPayload, {
    description: "Changes what somebody may do, or shuts them out. Their sessions end at once; they sign in anew.",
  })
  async setStaffAccess(@Arg("input", () => SetStaffAccessInput) input: SetStaffAccessInput, @Ctx() context: Context) {
    const technicianId = uuidOf("Technician", input.technicianId);
    const done = await context.verb((desk) => setStaffAccess(desk, { ...input, technicianId }));
    if (done.kind === "refused") return { account: null, userErrors: errors(done) };
    return { account: await accountOf(context, technicianId), userErrors: [] };
  }

  @FieldResolver(() => Technician, { description: "Who they are." })
  async technician(@Root() { id }: AccountRow, @Ctx() context: Context) {
    return context.load("technician", id, (ids) => techniciansById(context, ids));
  }
}
