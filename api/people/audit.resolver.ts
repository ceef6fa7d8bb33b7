import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { fromGlobalId, ID_PREFIXES, type IdType, NOBODY, toGlobalId } from "../platform/global-id.ts";
import { AuditEntry, AuditEntryConnection, AuditFilter, type AuditParty } from "./audit.graphql.ts";

type Row = {
  id: string;
  at: Instant;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  aboutType: string | null;
  aboutId: string | null;
  aboutName: string | null;
  address: string | null;
  detail: Record<string, string | number | null>;
};
const columns = `id, at, action, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
  about_type as "aboutType", about_id as "aboutId", about_name as "aboutName", address, detail`;

/** Of which type the id of an actor is: see actorOf. */
const actorTypes: { readonly [kind: string]: IdType } = {
  ...{
    TECHNICIAN: "Technician",
    MANAGER: "Technician",
    REQUESTER: "Contact",
    PARTNER: "Partner",
    MONITORING: "Partner",
  },
};
const party = (type: string, idType: string | undefined, id: string | null, name: string): AuditParty => ({
  ...{ type, name },
  id: id !== null && idType !== undefined && idType in ID_PREFIXES ? toGlobalId(idType as IdType, id) : null,
});

const shown = (row: Row): Omit<AuditEntry, "id"> & { id: string } => ({
  ...{ id: row.id, at: row.at, action: row.action, address: row.address },
  actor: party(row.actorKind, actorTypes[row.actorKind], row.actorId, row.actorName),
  about: row.aboutType === null ? null : party(row.aboutType, row.aboutType, row.aboutId, row.aboutName ?? ""),
  details: Object.entries(row.detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value: String(value) })),
});

export const auditEntriesById = async (context: Context, ids: readonly string[]) => {
  const rows = await context.house.readAsDesk<Row>({
    name: "audit-by-id",
    text: `select ${columns} from audit_entry where id = any($1)`,
    values: [context.viewer.kind === "MANAGER" ? ids : []],
  });
  return new Map(rows.map((row) => [row.id, shown(row)]));
};

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: "Who did what that matters for safety, newest first. Append-only.",
  })
  async auditEntries(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("filter", () => AuditFilter, { nullable: true, description: "Which; without it, all." }) filter?: AuditFilter,
  ) {
    const page = { first, after };
    const values: unknown[] = [];
    const param = (value: unknown) => `$${values.push(value)}`;
    const uuid = (id: string) => param(fromGlobalId(id)?.uuid ?? NOBODY);
    const where = ["true"];
    if (filter?.actions) where.push(`action = any(${param(filter.actions)})`);
    if (filter?.actorId) where.push(`actor_id = ${uuid(filter.actorId)}`);
    if (filter?.aboutId) where.push(`about_id = ${uuid(filter.aboutId)}`);
    if (filter?.from != null) where.push(`at >= to_timestamp(${param(filter.from)})`);
    if (filter?.until != null) where.push(`at < to_timestamp(${param(filter.until)})`);
    if (after != null) {
      const [at, id] = readCursor(after, "instant", "id");
      where.push(`(at, id) < (to_timestamp(${param(at)}), ${param(id)}::uuid)`);
    }
    const rows = await context.house.readAsDesk<Row>({
      text: `select ${columns} from audit_entry where ${where.join(" and ")} order by at desc, id desc limit ${param(pageSize(page).limit + 1)}`,
      values,
    });
    const { edges, pageInfo } = pageOf(rows, page, (row) => cursorOf(row.at, row.id));
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: shown(node) })) };
  }
}
