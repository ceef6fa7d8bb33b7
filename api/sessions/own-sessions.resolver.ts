import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { Viewer } from "../people/people.graphql.ts";
import type { Context } from "../platform/context.ts";
import { isStaff } from "../platform/viewer.ts";
import { runningSessionsOf } from "./read-sessions.ts";
import { RemoteSessionType } from "./session.graphql.ts";

@Resolver(() => Viewer)
export class ViewerSessions {
  @FieldResolver(() => [RemoteSessionType], {
    description:
      "Your own remote sessions that run now, oldest first (at most 100): whoever holds them sends their heartbeats. Empty unless you are staff.",
  })
  async runningSessions(@Ctx() context: Context) {
    const { viewer } = context;
    if (!isStaff(viewer) || viewer.technicianId === null) return [];
    return runningSessionsOf(context, viewer.technicianId);
  }
}
