import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { cursorOf, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import type { Filter } from "../platform/filter.ts";
import { groupBy } from "../platform/group-by.ts";
import {
  WebhookDeliveryConnection,
  WebhookDeliveryType,
  WebhookEndpointConnection,
  WebhookEndpointType,
  WebhookTryType,
} from "./webhook.graphql.ts";
import { WebhookDeliveryFilterInput } from "./webhook.input.ts";
import * as lists from "./webhook-lists.sql.ts";

/** Endpoints by id that the viewer may see. */
export async function webhookEndpointsById(context: Context, ids: readonly string[]) {
  const rows = await context.read<lists.EndpointRow>(lists.endpointsById(context.viewer, ids));
  return new Map(rows.map((row) => [row.id, lists.showEndpoint(row)]));
}

/** Deliveries by id to endpoints that the viewer may see. */
export async function webhookDeliveriesById(context: Context, ids: readonly string[]) {
  const rows = await context.read<lists.DeliveryRow>(lists.deliveriesById(context.viewer, ids));
  return new Map(rows.map((row) => [row.id, lists.showDelivery(row)]));
}

@Resolver(() => WebhookEndpointType)
export class WebhookEndpoints {
  @Query(() => WebhookEndpointConnection, { description: "Your webhook endpoints, the oldest first; at most 20." })
  async webhookEndpoints(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const rows = await context.read<lists.EndpointRow>(lists.endpointsPage(context.viewer, page));
    return pageOf(rows.map(lists.showEndpoint), page, (row) => cursorOf(row.id));
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "What did not go at the first try, and what was sent again; the newest first.",
  })
  async deliveries(
    @Root() endpoint: { id: string },
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("filter", () => WebhookDeliveryFilterInput, { nullable: true, description: "Which; without it, all." })
    filter?: WebhookDeliveryFilterInput,
  ) {
    const page = { first, after };
    const rows = await context.read<lists.DeliveryRow>(
      lists.deliveriesPage(endpoint.id, (filter ?? {}) as Filter, page),
    );
    return pageOf(rows.map(lists.showDelivery), page, (row) => cursorOf(row.id));
  }
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveries {
  @FieldResolver(() => [WebhookTryType], { description: "Its tries, the oldest first; the last 100 of them." })
  async tries(@Root() delivery: { id: string }, @Ctx() context: Context) {
    const found = await context.load("webhook-tries", delivery.id, async (ids) =>
      groupBy(await context.read<lists.TryRow>(lists.triesOf(ids)), (row) => row.deliveryId),
    );
    return found ?? [];
  }
}
