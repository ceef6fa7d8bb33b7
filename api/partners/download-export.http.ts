import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { barrierTo } from "../people/permissions.ts";
import type { SignIn } from "../people/sign-in.ts";
import { uuidOf } from "../platform/global-id.ts";
import type { House } from "../platform/house.ts";
import { type ExportRow, exportColumns, MANIFEST } from "./export-lists.sql.ts";

const says = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/**
 * `GET /exports/:id/:file`: a file of an export, for a key of the partner whose it is. What is another's answers as what
 * does not exist. Names are looked up in the manifest, never on the disk.
 */
export function serveExports(fastify: FastifyInstance, house: House, signIn: SignIn): void {
  fastify.get<{ Params: { id: string; file: string } }>("/exports/:id/:file", async (request, reply) => {
    const viewer = await signIn.viewerOf(request.headers.authorization);
    if (!viewer)
      return reply.code(401).send(says("UNAUTHENTICATED", "Say who you are: send `Authorization: Bearer <token>`."));
    if (barrierTo(viewer, "startExport") !== null)
      return reply.code(403).send(says("FORBIDDEN", "You may not download exports."));
    const { id, file: name } = request.params;
    const [row] = await house.read<ExportRow>(viewer, {
      text: `select ${exportColumns} from bulk_export x where x.id = $1 and x.partner_id = $2`,
      values: [uuidOf("BulkExport", id), viewer.partnerId],
    });
    const unknown = () => reply.code(404).send(says("NOT_FOUND", "There is no such file."));
    if (!row) return unknown();
    if (row.state === "EXPIRED")
      return reply.code(410).send(says("NOT_FOUND", "Its files are gone: start another export."));
    const file = row.manifest?.files.find((f) => f.name === name);
    if (row.state !== "DONE" || (!file && name !== MANIFEST)) return unknown();
    const path = join(house.settings.exportDir, row.id, file?.name ?? MANIFEST);
    const size = await stat(path).then(
      (s) => s.size,
      () => null,
    );
    if (size === null) return unknown();
    await house.perform(viewer, async (desk) => {
      desk.append("update bulk_export set downloads = downloads + 1 where id = ?", [row.id]);
    });
    return reply
      .header("content-type", file ? "application/gzip" : "application/json; charset=utf-8")
      .header("content-length", size)
      .header("content-disposition", `attachment; filename="${file?.name ?? MANIFEST}"`)
      .header("cache-control", "private, no-store")
      .header("x-content-type-options", "nosniff")
      .send(createReadStream(path));
  });
}
