import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const EXPORT_STATES = ["QUEUED", "RUNNING", "DONE", "FAILED", "EXPIRED"] as const;
export const EXPORT_PARTS = ["tickets", "clients", "contacts"] as const;
export type ExportPart = (typeof EXPORT_PARTS)[number];

/** One file of an export: its lines and bytes as they are unpacked, its digest as it is downloaded. */
export type ExportFile = {
  name: string;
  part: ExportPart;
  lines: number;
  bytes: number;
  gzipBytes: number;
  sha256: string;
};
export type Manifest = { position: string; at: string; files: ExportFile[] };

/** All of a partner's rows at one instant, as files. Rows are kept after the files are gone: they say who took what, and when. */
export const BulkExport = defineEntity({
  name: "BulkExport",
  ...ownedByPartner("bulk_export"),
  indexes: [
    { name: "bulk_export_next_at_index", properties: ["nextAt"], where: "next_at is not null" },
    { name: "bulk_export_ready_at_index", properties: ["readyAt"], where: "ready_at is not null" },
    { name: "bulk_export_partner_id_id_index", properties: ["partnerId", "id"] },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    askedBy: p.string(),
    origin: p.string().strictNullable(),
    parts: document<ExportPart[]>(),
    state: word(EXPORT_STATES),
    error: p.text().strictNullable(),
    linesDone: p.integer().default(0),
    linesTotal: p.integer().strictNullable(),
    /** Where to go on in the feed. */
    position: p.bigint("string").strictNullable(),
    manifest: document<Manifest>().strictNullable(),
    attempts: p.integer().default(0),
    downloads: p.integer().default(0),
    createdAt: instant(),
    finishedAt: instant().strictNullable(),
    expiresAt: instant().strictNullable(),
    /** Its timer: when the files go, in desk time. */
    nextAt: instant().strictNullable(),
    /** Since when there is something to do on the disk: write the files, or take them away. */
    readyAt: instant().strictNullable(),
    leasedUntil: instant().strictNullable(),
  },
});
export type BulkExport = InferEntity<typeof BulkExport>;
