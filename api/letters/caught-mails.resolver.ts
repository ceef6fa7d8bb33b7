import { Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";

@ObjectType({
  description: "A letter that a desk which is only tried out would have sent, as its reader would see it.",
})
export class CaughtMail {
  @Field(() => ID, { description: "Names it until the desk is started again." })
  id!: string;
  @Field(() => String, { description: "From whom, with the address." })
  from!: string;
  @Field(() => [String], { description: "To which addresses." })
  to!: string[];
  @Field(() => String, { description: "Its subject." })
  subject!: string;
  @Field(() => String, { description: "Its plain text. The links in it are good." })
  text!: string;
  @Field(() => [String], { description: "Names of the files beside it." })
  attachments!: string[];
  @Field(() => DateTime, {
    description: "When it was caught, by the clock of the machine: a sandbox's own says nothing of it.",
  })
  caughtAt!: Instant;
}

@Resolver()
export class CaughtMailsResolver {
  @Query(() => [CaughtMail], {
    nullable: true,
    description:
      "The letters of a demo or a sandbox, which reach nobody: the newest first (at most 200, and none from before its last start). Null on a desk that sends real mail, or whose mail waits.",
  })
  caughtMails(@Ctx() { house }: Context): CaughtMail[] | null {
    return (house.caught?.mails as CaughtMail[] | undefined) ?? null;
  }
}
