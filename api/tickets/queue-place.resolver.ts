import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { isStaff } from "../platform/viewer.ts";
import { QueuePlace } from "./ticket.graphql.ts";

@Resolver(() => QueuePlace)
export class QueuePlaceFields {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many are taken before it. Counted when asked for; null without a place, and for whoever is not staff.",
  })
  async ahead(@Root() place: QueuePlace, @Ctx() context: Context): Promise<number | null> {
    if (!place.inQueue || !isStaff(context.viewer)) return null;
    const [row] = await context.read<{ n: number }>({
      name: "ahead-in-queue",
      text: "select count(*)::int as n from ticket where queue_key < $1",
      values: [place.orderKey],
    });
    return row?.n ?? 0;
  }
}
