import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { enumOf } from "../platform/enums.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { isStaff } from "../platform/viewer.ts";
import { retryLink } from "./ask-for-link.ts";
import { joinLinksOf } from "./read-join-links.ts";
import type { RemoteSession } from "./remote-session.entity.ts";
import { RemoteSessionType } from "./session.graphql.ts";
import { answer } from "./session-answer.ts";

const JoinLinkStateEnum = enumOf("JoinLinkState", "How far the address by which to connect has come.", {
  PREPARING: "The remote tool is being asked for it; `note` says why that takes longer.",
  READY: "It is good until the session ends.",
  FAILED: "The tool does not give it until somebody does what `note` says; see `retryJoinLink`.",
  WITHDRAWN: "The session has ended, and the tool has been told that nobody may connect by it any more.",
});

@ObjectType({
  description:
    "The address by which a technician connects in a session, made by the remote tool that the desk is set up with.",
})
class JoinLink {
  @Field(() => JoinLinkStateEnum, { description: "How far it has come." })
  state!: string;
  @Field(() => String, {
    nullable: true,
    description: "The address; whoever has it may be connected. Null unless it is `READY` and the session runs.",
  })
  url!: string | null;
  @Field(() => String, { nullable: true, description: "What to know of it, or to do, in a sentence." })
  note!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was withdrawn; null until then." })
  withdrawnAt!: Instant | null;
}

@InputType({ description: "The session whose link is asked for again." })
class RetryJoinLinkInput {
  @Field(() => ID, { description: "The session." })
  sessionId!: string;
}
@ObjectType({ description: "The answer to RetryJoinLink." })
class RetryJoinLinkPayload extends payloadOf("RetryJoinLink", {
  NOT_FOUND: "There is no such thing, or you may not see it.",
  SESSION_ENDED: "The session has ended.",
  NOT_YOURS: "It is another technician's session.",
}) {
  @Field(() => RemoteSessionType, { nullable: true, description: "The session; null when it was refused." })
  session!: RemoteSession | null;
}

@Resolver(() => RemoteSessionType)
export class JoinLinkResolver {
  @FieldResolver(() => JoinLink, {
    nullable: true,
    description:
      "By which address its technician connects. Null where the desk is set up with no remote tool, and for all but the desk's own people.",
  })
  joinLink(@Root() { id }: RemoteSession, @Ctx() context: Context) {
    if (!isStaff(context.viewer)) return null;
    return context.load("join-link", id, async (ids) => {
      const rows = await joinLinksOf(context, ids);
      return new Map(rows.map((row) => [row.sessionId, row]));
    });
  }

  @Mutation(() => RetryJoinLinkPayload, {
    description:
      "Asks the remote tool again for the address of one's own running session: what was in the way is done, or the device is called otherwise there. One that was ready is withdrawn.",
  })
  async retryJoinLink(@Arg("input", () => RetryJoinLinkInput) input: RetryJoinLinkInput, @Ctx() context: Context) {
    return answer(await context.verb((desk) => retryLink(desk, uuidOf("RemoteSession", input.sessionId))));
  }
}
