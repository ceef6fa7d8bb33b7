import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { clientsById, contactsById, devicesById } from "../clients/read-clients.ts";
import { exportsById } from "../partners/export.resolver.ts";
import { webhookEndpointsById } from "../partners/webhook.resolver.ts";
import { permissions } from "../people/permissions.ts";
import { teamsById, techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { fromGlobalId, type IdType } from "../platform/global-id.ts";
import { Node } from "../platform/node.ts";
import { isStaff } from "../platform/viewer.ts";
import { ticketsById } from "../tickets/ticket-queries.resolver.ts";

type ById = (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;

const staffOnly =
  (read: ById): ById =>
  (context, ids) =>
    isStaff(context.viewer) ? read(context, ids) : Promise.resolve(new Map());

/** For whoever may use the operation that lists them. */
const whoMay =
  (operation: string, read: ById): ById =>
  (context, ids) =>
    permissions[operation]?.includes(context.viewer.kind) ? read(context, ids) : Promise.resolve(new Map());

/** How a thing is found by its id; types that are only reached through others are not listed. */
const finders: { readonly [type in IdType]?: ById } = {
  Ticket: ticketsById,
  Client: clientsById,
  WebhookEndpoint: whoMay("webhookEndpoints", webhookEndpointsById),
  BulkExport: whoMay("exports", exportsById),
  Contact: staffOnly(contactsById),
  Device: staffOnly(devicesById),
  Technician: staffOnly(techniciansById),
  Team: staffOnly(teamsById),
};

async function find(context: Context, id: string): Promise<object | null> {
  const parsed = fromGlobalId(id);
  const finder = parsed && finders[parsed.type];
  if (!finder) return null;
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
    description: "Up to 100 things by their ids, in their order; null for each unknown one.",
  })
  nodes(@Arg("ids", () => [ID], { description: "Their ids, at most 100." }) ids: string[], @Ctx() context: Context) {
    return Promise.all(ids.slice(0, 100).map((id) => find(context, id)));
  }
}
