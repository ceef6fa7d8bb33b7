import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { createSignInLink } from "./sign-in-links.ts";

@InputType({ description: "A requester who is to sign in." })
class CreateSignInLinkInput {
  @Field(() => ID, { description: "The contact." })
  contactId!: string;
}
@ObjectType({ description: "The answer to CreateSignInLink." })
class CreateSignInLinkPayload extends payloadOf("CreateSignInLink", { NOT_FOUND: "There is no such contact." }) {
  @Field(() => String, {
    nullable: true,
    description: "Where it leads, as a path of this desk. It works once, for 15 minutes; hand it to nobody else.",
  })
  path!: string | null;
  @Field(() => DateTime, { nullable: true, description: "From this instant on it works no more." })
  expiresAt!: Instant | null;
}

@Resolver()
export class SignInLinkResolver {
  @Mutation(() => CreateSignInLinkPayload, { description: "Makes a one-time link by which a requester signs in." })
  async createSignInLink(
    @Arg("input", () => CreateSignInLinkInput) input: CreateSignInLinkInput,
    @Ctx() context: Context,
  ) {
    const done = await context.verb((desk) => createSignInLink(desk, uuidOf("Contact", input.contactId)));
    if (done.kind === "linked") return { path: done.path, expiresAt: done.expiresAt, userErrors: [] };
    const { code, field, message } = done;
    return { path: null, expiresAt: null, userErrors: [{ code, field, message }] };
  }
}
