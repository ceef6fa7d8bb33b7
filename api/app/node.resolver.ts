import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { clientsById, contactsById, devicesById } from "../clients/read-clients.ts";
import { partnersById } from "../partners/partner-list.resolver.ts";
import { apiKeysById } from "../partners/read-api-keys.ts";
import { auditEntriesById } from "../people/audit.resolver.ts";
import { wallDevicesById } from "../people/devices.resolver.ts";
import { nodeScopes } from "../people/permissions.ts";
import { teamsById, techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { lacksScope } from "../platform/failures.ts";
import { fromGlobalId, type IdType } from "../platform/global-id.ts";
import { Node } from "../platform/node.ts";
import { hasScope, isStaff } from "../platform/viewer.ts";
import { ticketsById } from "../tickets/ticket-queries.resolver.ts";

type ById = (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;

const staffOnly =
  (read: ById): ById =>
  (context, ids) =>
    isStaff(context.viewer) ? read(context, ids) : Promise.resolve(new Map());

/** How a thing is found by its id; types that are only reached through others are not listed. */
const finders: { readonly [type in IdType]?: ById } = {
  Ticket: ticketsById,
  Client: clientsById,
  Contact: staffOnly(contactsById),
  Device: staffOnly(devicesById),
  Technician: staffOnly(techniciansById),
  Team: staffOnly(teamsById),
  Partner: partnersById,
  ApiKey: apiKeysById,
  WallDevice: wallDevicesById,
  AuditEntry: auditEntriesById,
};

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
    description: "Up to 100 things by their ids, in their order; null for each unknown one.",
  })
  nodes(@Arg("ids", () => [ID], { description: "Their ids, at most 100." }) ids: string[], @Ctx() context: Context) {
    return ids.slice(0, 100).map((id) => find(context, id)); // each by itself: one that is refused takes no other with it
  }
}
