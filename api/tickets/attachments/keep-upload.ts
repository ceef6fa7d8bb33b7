import { createHash } from "node:crypto";
import type { Instant } from "../../core/time.ts";
import type { Desk } from "../../platform/desk.ts";
import { uuidv7 } from "../../platform/ids.ts";
import { instantText } from "../../platform/scalars.ts";
import { ATTACHMENTS } from "./limits.ts";
import { uploaderOf } from "./uploader.ts";

export type Upload = { readonly name: string; readonly contentType: string; readonly bytes: Buffer };
export type Kept = { readonly id: string; readonly name: string; readonly size: number; readonly contentType: string };

/** Keeps a file until it is attached, for a day at most; null: its uploader has as many bytes waiting as there may be. */
export async function keepUpload(desk: Desk, { name, contentType, bytes }: Upload): Promise<Kept | null> {
  const { viewer, now } = desk;
  const uploadedBy = uploaderOf(viewer);
  const size = bytes.length;
  const [waiting] = await desk.em.execute<[{ bytes: number }]>(
    "select coalesce(sum(size), 0)::float8 as bytes from attachment where uploaded_by = ? and forget_at > ?::timestamptz",
    [uploadedBy, instantText(now)],
  );
  if (waiting.bytes + size > ATTACHMENTS.unattachedBytes) return null;
  const id = uuidv7();
  await desk.em.execute(
    `insert into attachment (id, partner_id, uploaded_by, actor_name, name, size, sha256, content_type, bytes, created_at, forget_at)
     values (?, coalesce(?::uuid, (select id from partner where house)), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, viewer.partnerId, uploadedBy, viewer.name, name, size, createHash("sha256").update(bytes).digest("hex")],
      ...[contentType, bytes, instantText(now), instantText((now + ATTACHMENTS.unattachedSeconds) as Instant)],
    ],
  );
  return { id, name, size, contentType };
}
