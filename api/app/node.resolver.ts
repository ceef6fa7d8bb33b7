import { GraphQLError } from "graphql";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { nodeScopes } from "../people/permissions.ts";
import type { Context } from "../platform/context.ts";
import { lacksScope } from "../platform/failures.ts";
import { fromGlobalId } from "../platform/global-id.ts";
import { Node } from "../platform/node.ts";
import { hasScope } from "../platform/viewer.ts";
import { finders } from "./node-finders.ts";

const MOST = 100;

async function find(context: Context, id: string): Promise<object | null> {
  const parsed = fromGlobalId(id);
  const finder = parsed && finders[parsed.type];
  if (!finder) return null;
  const scope = nodeScopes[parsed.type];
  if (scope && !hasScope(context.viewer, scope)) throw lacksScope(scope, parsed.type);
  const row = await context.load(`node-${parsed.type}`, parsed.uuid, (ids) => finder(context, ids));
  return row && { ...row, __typename: parsed.type };
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "Anything by its id; null when there is none that you may see." })
  node(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() context: Context) {
    return find(context, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "Up to 100 things by their ids, in their order; null for each unknown one. More are refused.",
  })
  nodes(@Arg("ids", () => [ID], { description: "Their ids, at most 100." }) ids: string[], @Ctx() context: Context) {
    if (ids.length > MOST)
      throw new GraphQLError(`At most ${MOST} ids at once, not ${ids.length}.`, {
        extensions: { code: "BAD_USER_INPUT" },
      });
    return ids.map((id) => find(context, id)); // each by itself: one that is refused takes no other with it
  }
}
