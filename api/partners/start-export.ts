import { audit } from "../people/audit.ts";
import type { Scope } from "../people/permissions.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { hasScope, originOf } from "../platform/viewer.ts";
import { BulkExport, EXPORT_PARTS, type ExportPart } from "./export.entity.ts";

/** What a key needs for each part: to ask for it, and to fetch its files. */
export const scopeOfPart: { readonly [part in ExportPart]: Scope } = {
  tickets: "tickets:read",
  clients: "clients:read",
  contacts: "contacts:read",
};

type Outcome =
  | { kind: "started"; row: BulkExport }
  | { kind: "refused"; code: string; field: string | null; message: string; row: BulkExport | null };
/** The files of so many are kept, besides for how long: a partner that exports without end fills no disk. */
const KEPT = 5;

export const aboutExport = (id: string) => ({ type: "BulkExport", id, name: "Bulk export" });
const refuse = (code: string, field: string | null, message: string, row: BulkExport | null = null): Outcome => ({
  kind: "refused",
  ...{ code, field, message, row },
});

/**
 * Asks for an export; a worker writes it. One at a time for each partner. Its row says for good who took what and when,
 * and how often it was downloaded; the audit says the same of each time.
 */
export async function startExport(desk: Desk, asked: readonly ExportPart[] | null): Promise<Outcome> {
  const { viewer } = desk;
  const partnerId = viewer.partnerId as string;
  if (asked?.length === 0) return refuse("INVALID", "parts", "Name at least one part, or leave it out.");
  const parts = EXPORT_PARTS.filter((part) => (asked ? asked.includes(part) : hasScope(viewer, scopeOfPart[part])));
  const missing = parts.find((part) => !hasScope(viewer, scopeOfPart[part]));
  if (missing) return refuse("MISSING_SCOPE", "parts", `Your key lacks ${scopeOfPart[missing]}.`);
  if (parts.length === 0) return refuse("MISSING_SCOPE", "parts", "Your key may read none of the parts.");
  // one that is asked for twice at once is begun once
  await desk.em.execute("select pg_advisory_xact_lock(7201, hashtext(?))", [partnerId]);
  const running = await desk.em.findOne(BulkExport, { partnerId, state: { $in: ["QUEUED", "RUNNING"] } });
  if (running) return refuse("ALREADY_RUNNING", null, "An export is under way: wait for it.", running);
  const row = desk.em.create(BulkExport, {
    id: uuidv7(),
    partnerId,
    askedBy: viewer.name,
    origin: originOf(viewer),
    parts,
    state: "QUEUED",
    error: null,
    linesDone: 0,
    linesTotal: null,
    position: null,
    manifest: null,
    attempts: 0,
    downloads: 0,
    createdAt: desk.now,
    finishedAt: null,
    expiresAt: null,
    nextAt: null,
    readyAt: desk.now,
    leasedUntil: null,
  });
  // those that are too many go as if their time were over
  desk.append(
    `update bulk_export set expires_at = to_timestamp(?), next_at = to_timestamp(?) where partner_id = ? and state = 'DONE'
        and id not in (select id from bulk_export where partner_id = ? and state = 'DONE' order by id desc limit ?)`,
    [desk.now, desk.now, partnerId, partnerId, KEPT - 1],
  );
  audit(desk, { action: "EXPORTED", about: aboutExport(row.id), detail: { what: parts.join(" ") } });
  return { kind: "started", row };
}
