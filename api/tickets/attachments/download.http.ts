import { Readable } from "node:stream";
import { create as disposition } from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { uuidOf } from "../../platform/global-id.ts";
import type { House } from "../../platform/house.ts";
import { judgeLink, linkKey } from "../../platform/signed-link.ts";
import { attachmentPath } from "./attachment-path.ts";
import { NotTaken, refuse } from "./taking-files.ts";

type Asked = { Params: { id: string }; Querystring: { expires?: unknown; signature?: unknown } };
type File = { id: string; name: string; size: number; contentType: string; sha256: string };

/** So much of a file is in memory at once, however many are read by whoever is slow. */
const STRETCH = 262_144;

/**
 * `GET /attachments/:id`: a file, for whoever has a link of this desk that is not over. Always a download of the type it is by
 * its content, which nothing guesses anew, and which runs nothing if it is opened all the same; an `<img>` of our own pages
 * shows a picture from here.
 */
export function serveAttachments(fastify: FastifyInstance, house: House): void {
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    reply
      .header("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
      .header("cross-origin-resource-policy", "same-origin")
      .header("x-robots-tag", "noindex");
    const refused = (status: number, code: string, message: string) =>
      refuse(reply.header("cache-control", "no-store"), new NotTaken(status, code, message), request.id);
    const id = uuidOf("Attachment", request.params.id);
    const [key, now] = await Promise.all([linkKey(house), house.now()]);
    const link = judgeLink(key, attachmentPath(id), request.query, now);
    if (link === "FORGED")
      return refused(403, "FORBIDDEN", "This is no link of this desk: ask for `url` of the attachment.");
    if (link === "OVER")
      return refused(410, "NOT_FOUND", "This link is over: open the ticket again, or ask for `url` anew.");
    const [file] = await house.readAsDesk<File>({
      name: "attachment-by-id",
      text: `select id, name, size, content_type as "contentType", sha256 from attachment where id = $1`,
      values: [id],
    });
    if (!file) return refused(404, "NOT_FOUND", "There is no such file.");
    return reply
      .header("content-type", file.contentType === "text/plain" ? "text/plain; charset=utf-8" : file.contentType)
      .header("content-length", file.size)
      .header("content-disposition", disposition(file.name))
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, max-age=300, immutable")
      .header("etag", `"${file.sha256}"`)
      .send(request.method === "HEAD" ? undefined : Readable.from(stretches(house, file)));
  };
  // a HEAD of our own: the one that comes by itself would read the whole file
  fastify.route<Asked>({ url: "/attachments/:id", method: ["GET", "HEAD"], exposeHeadRoute: false, handler: answer });
}

/** The file, a stretch at a time: the next is read when the last was taken. */
async function* stretches(house: House, { id, size }: File): AsyncGenerator<Buffer> {
  for (let from = 1; from <= size; from += STRETCH) {
    const [row] = await house.readAsDesk<{ bytes: Buffer }>({
      name: "attachment-stretch",
      text: "select substring(bytes from $2::int for $3::int) as bytes from attachment where id = $1",
      values: [id, from, STRETCH],
    });
    if (!row) return; // forgotten meanwhile: the download ends short of its length, and is known to be broken
    yield row.bytes;
  }
}
