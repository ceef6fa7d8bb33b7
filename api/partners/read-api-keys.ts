import type { Instant } from "../core/time.ts";
import { cursorOf, type PageRequest, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import type { Viewer } from "../platform/viewer.ts";

export type ApiKeyRow = {
  id: string;
  kind: string;
  name: string;
  prefix: string | null;
  partnerId: string;
  clientId: string | null;
  scopes: string[] | null;
  createdAt: Instant;
  createdBy: string | null;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
  replacedBy: string | null;
};

const columns = `t.id, t.kind, t.name, t.prefix, t.partner_id as "partnerId", t.client_id as "clientId", t.scopes,
  t.created_at as "createdAt", t.created_by as "createdBy", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt",
  t.revoked_at as "revokedAt", t.replaced_by as "replacedBy"`;

/** A manager sees every key, a partner its own, and nobody else any. The table is the desk's: the condition is the wall. */
function visible(viewer: Viewer, values: unknown[]): string {
  const keys = "t.carrier = 'BEARER' and t.kind in ('PARTNER', 'MONITORING')";
  if (viewer.kind === "MANAGER") return keys;
  if (viewer.kind !== "PARTNER") return "false";
  return `${keys} and t.kind = 'PARTNER' and t.partner_id = $${values.push(viewer.partnerId)}`;
}

export const apiKeysById = async (context: Context, ids: readonly string[]) => {
  const values: unknown[] = [ids];
  const rows = await context.house.readAsDesk<ApiKeyRow>({
    text: `select ${columns} from access_token t where t.id = any($1) and ${visible(context.viewer, values)}`,
    values,
  });
  return new Map(rows.map((row) => [row.id, row]));
};

/** Newest first. */
export async function apiKeyPage(
  context: Context,
  of: { partnerId: string | null; ended: boolean },
  page: PageRequest,
) {
  const values: unknown[] = [];
  const where = [visible(context.viewer, values)];
  if (of.partnerId !== null) where.push(`t.partner_id = $${values.push(of.partnerId)}`);
  if (!of.ended) where.push("t.revoked_at is null and (t.expires_at is null or t.expires_at > (select desk_now()))");
  if (page.after != null) {
    const [at, id] = readCursor(page.after, "instant", "id");
    where.push(`(t.created_at, t.id) < (to_timestamp($${values.push(at)}), $${values.push(id)}::uuid)`);
  }
  const rows = await context.house.readAsDesk<ApiKeyRow>({
    text: `select ${columns} from access_token t where ${where.join(" and ")}
            order by t.created_at desc, t.id desc limit $${values.push(pageSize(page).limit + 1)}`,
    values,
  });
  return pageOf(rows, page, (row) => cursorOf(row.createdAt, row.id));
}
