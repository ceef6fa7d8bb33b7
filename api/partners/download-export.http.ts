import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { audit } from "../people/audit.ts";
import { barrierTo } from "../people/permissions.ts";
import type { SignIn } from "../people/sign-in.ts";
import { uuidOf } from "../platform/global-id.ts";
import type { House } from "../platform/house.ts";
import { hasScope } from "../platform/viewer.ts";
import { VERB } from "./cost/weights.ts";
import { type ExportRow, exportColumns, MANIFEST } from "./export-lists.sql.ts";
import type { Purses } from "./limits/purse.ts";
import { aboutExport, scopeOfPart } from "./start-export.ts";

const refuse = (reply: FastifyReply, status: number, code: string, message: string, more: object = {}) =>
  reply.code(status).send({ errors: [{ message, extensions: { code, ...more } }] });

/**
 * `GET /exports/:id/:file`: a file of an export, for a key of the partner whose it is that may read all that the export
 * holds. What is another's answers as what does not exist. Names are looked up in the manifest, never on the disk. A
 * download costs what a verb does, and is recorded.
 */
export function serveExports(fastify: FastifyInstance, house: House, signIn: SignIn, purses: Purses): void {
  fastify.get<{ Params: { id: string; file: string } }>("/exports/:id/:file", async (request, reply) => {
    const viewer = await signIn.viewerOf(request.headers.authorization);
    if (!viewer) return refuse(reply, 401, "UNAUTHENTICATED", "Say who you are: send `Authorization: Bearer <token>`.");
    if (barrierTo(viewer, "startExport") !== null)
      return refuse(reply, 403, "FORBIDDEN", "You may not download exports.");
    const paid = purses.spend(viewer, VERB);
    if ("retryAfterSeconds" in paid) {
      const { retryAfterSeconds } = paid;
      const message = `This key's budget is used up. Try again in ${retryAfterSeconds} s.`;
      return refuse(reply.header("retry-after", retryAfterSeconds), 429, "RATE_LIMITED", message, paid);
    }
    const { id, file: name } = request.params;
    const [row] = await house.read<ExportRow>(viewer, {
      text: `select ${exportColumns} from bulk_export x where x.id = $1 and x.partner_id = $2`,
      values: [uuidOf("BulkExport", id), viewer.partnerId],
    });
    const unknown = () => refuse(reply, 404, "NOT_FOUND", "There is no such file.");
    if (!row) return unknown();
    const requiredScope = row.parts.map((part) => scopeOfPart[part]).find((scope) => !hasScope(viewer, scope));
    if (requiredScope !== undefined)
      return refuse(reply, 403, "FORBIDDEN", `It holds what ${requiredScope} is needed for.`, { requiredScope });
    if (row.state === "EXPIRED") return refuse(reply, 410, "NOT_FOUND", "Its files are gone: start another export.");
    const file = row.manifest?.files.find((f) => f.name === name);
    if (row.state !== "DONE" || (!file && name !== MANIFEST)) return unknown();
    const path = join(house.settings.exportDir, row.id, file?.name ?? MANIFEST);
    const size = await stat(path).then(
      (s) => s.size,
      () => null,
    );
    if (size === null) return unknown();
    await house.performAsDesk(viewer, async (desk) => {
      desk.append("update bulk_export set downloads = downloads + 1 where id = ?", [row.id]);
      audit(desk, {
        ...{ action: "EXPORTED", about: aboutExport(row.id), address: request.ip },
        detail: { what: file?.name ?? MANIFEST, lines: file?.lines ?? null },
      });
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
