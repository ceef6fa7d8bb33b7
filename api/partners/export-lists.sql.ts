import type { Instant } from "../core/time.ts";
import { toGlobalId } from "../platform/global-id.ts";
import type { ExportPart, Manifest } from "./export.entity.ts";

export type ExportRow = {
  id: string;
  partnerId: string;
  parts: ExportPart[];
  state: string;
  error: string | null;
  linesDone: number;
  linesTotal: number | null;
  position: string | null;
  manifest: Manifest | null;
  createdAt: Instant;
  finishedAt: Instant | null;
  expiresAt: Instant | null;
};
export const exportColumns = `x.id, x.partner_id as "partnerId", x.parts, x.state, x.error, x.lines_done as "linesDone",
  x.lines_total as "linesTotal", x.position::text, x.manifest, x.created_at as "createdAt", x.finished_at as "finishedAt",
  x.expires_at as "expiresAt"`;

export const MANIFEST = "manifest.json";
export const pathOf = (id: string, file: string): string => `/exports/${toGlobalId("BulkExport", id)}/${file}`;

/** An export as the API shows it. */
export function showExport(row: ExportRow) {
  const done = row.state === "DONE";
  return {
    ...row,
    parts: row.parts.map((part) => part.toUpperCase()),
    files: (done ? (row.manifest?.files ?? []) : []).map((file) => ({
      ...file,
      part: file.part.toUpperCase(),
      path: pathOf(row.id, file.name),
    })),
    manifestPath: done ? pathOf(row.id, MANIFEST) : null,
  };
}
