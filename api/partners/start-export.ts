import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { hasScope, originOf } from "../platform/viewer.ts";
import { BulkExport, EXPORT_PARTS, type ExportPart } from "./export.entity.ts";

const scopes: { readonly [part in ExportPart]: string } = {
  tickets: "tickets:read",
  clients: "clients:read",
  contacts: "contacts:read",
};

type Outcome =
  | { kind: "started"; row: BulkExport }
  | { kind: "refused"; code: string; field: string | null; message: string; row: BulkExport | null };
const refuse = (code: string, field: string | null, message: string, row: BulkExport | null = null): Outcome => ({
  kind: "refused",
  ...{ code, field, message, row },
});

/**
 * Asks for an export; a worker writes it. One at a time for each partner. Its row says for good who took what and when,
 * and how often it was downloaded.
 */
export async function startExport(desk: Desk, asked: readonly ExportPart[] | null): Promise<Outcome> {
  const { viewer } = desk;
  const partnerId = viewer.partnerId as string;
  if (asked?.length === 0) return refuse("INVALID", "parts", "Name at least one part, or leave it out.");
  const parts = EXPORT_PARTS.filter((part) => (asked ? asked.includes(part) : hasScope(viewer, scopes[part])));
  const missing = parts.find((part) => !hasScope(viewer, scopes[part]));
  if (missing) return refuse("MISSING_SCOPE", "parts", `Your key lacks ${scopes[missing]}.`);
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
  return { kind: "started", row };
}
