import multipart from "@fastify/multipart";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { barrierTo } from "../../people/permissions.ts";
import { toGlobalId } from "../../platform/global-id.ts";
import type { House } from "../../platform/house.ts";
import type { Logger } from "../../platform/log.ts";
import { PATIENCE } from "../../platform/shape-limits.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { contentTypeOf } from "./content-type.ts";
import { fileName } from "./file-name.ts";
import { keepUpload } from "./keep-upload.ts";
import { ATTACHMENTS, megabytes } from "./limits.ts";
import { isBounded, readUpload, saidSize } from "./read-upload.ts";
import { NotTaken, refuse } from "./taking-files.ts";
import { Turnstile } from "./turnstile.ts";
import { uploaderOf } from "./uploader.ts";

export type UploadParts = {
  readonly house: House;
  /** The door of `/graphql`: the same credentials, and a cookie only from the desk's own pages. */
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | null>;
  /** Charges for so many bytes; answers in how many seconds, where there is not enough left. */
  readonly pay: (viewer: Viewer, bytes: number) => number | null;
  readonly log: Logger;
};

/**
 * `POST /attachments`: one file, by whoever may write on tickets. It is kept for a day under an id that only its uploader can
 * attach. Judged before its bytes are read: who sends it, how large it says it is, what it costs, how many are under way.
 */
export function takeUploads(fastify: FastifyInstance, parts: UploadParts): void {
  const turnstile = new Turnstile();
  fastify.register(async (own) => {
    await own.register(multipart, { throwFileSizeLimit: true });
    own.setErrorHandler((error: FastifyError, request, reply) => {
      const fault = faultOf(error, request, parts.log);
      leaveBody(request, reply);
      return refuse(reply, fault, request.id);
    });
    own.post("/attachments", { config: { takesFiles: true } }, async (request, reply) => {
      const viewer = await uploader(parts, request);
      const seconds = parts.pay(viewer, saidSize(request));
      if (seconds !== null)
        throw new NotTaken(429, "RATE_LIMITED", `Your budget is used up. Try again in ${seconds} s.`, {
          retryAfterSeconds: seconds,
        });
      const kept = await turnstile.through(uploaderOf(viewer), async () => {
        const { name, bytes } = await readUpload(request);
        const upload = { name: fileName(name), contentType: await contentTypeOf(bytes), bytes };
        return parts.house.perform(viewer, (desk) => keepUpload(desk, upload));
      });
      if (!kept) throw tooMuchWaits();
      const { id, ...rest } = kept;
      const { size, contentType } = rest;
      parts.log.info({ requestId: request.id, viewer: viewer.kind, size, contentType }, "a file was uploaded");
      reply.code(201).header("cache-control", "no-store").type("application/json; charset=utf-8");
      return `${JSON.stringify({ attachment: { id: toGlobalId("Attachment", id), ...rest } })}\n`;
    });
  });
}

/** Whoever still sends hears the answer only once it was read to its end; what is too long for that, or too slow, is cut off. */
function leaveBody(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  if (!isBounded(request)) return void reply.header("connection", "close");
  request.raw.resume();
  const late = setTimeout(() => request.raw.destroy(), PATIENCE.requestSeconds * 1000).unref();
  request.raw.once("close", () => clearTimeout(late));
}

async function uploader({ visitorOf }: UploadParts, request: FastifyRequest): Promise<Viewer> {
  const { authorization, origin, "sec-fetch-site": site, "apollo-require-preflight": asked } = request.headers;
  const visitor = await visitorOf(request);
  if (!visitor) throw new NotTaken(401, "UNAUTHENTICATED", "Say who you are: send `Authorization: Bearer <token>`.");
  // a form can be sent by any page, without asking first: one that says nothing of where it comes from is not believed
  if (!authorization && !origin && !site && !asked)
    throw new NotTaken(
      400,
      "BAD_REQUEST",
      "This may come from a page of another site: send the header apollo-require-preflight.",
    );
  const barrier = barrierTo(visitor.viewer, "reply");
  if (barrier === "KIND") throw new NotTaken(403, "FORBIDDEN", `A ${visitor.viewer.kind} may not upload files.`);
  if (barrier)
    throw new NotTaken(403, "FORBIDDEN", `Uploading needs a key with the scope ${barrier.requiredScope}.`, barrier);
  return visitor.viewer;
}

const tooMuchWaits = () =>
  new NotTaken(
    429,
    "RATE_LIMITED",
    `You have uploaded ${megabytes(ATTACHMENTS.unattachedBytes)} that are not attached to anything: attach them, or wait until they are forgotten, a day after each.`,
    { limit: { name: "unattachedBytes", maximum: ATTACHMENTS.unattachedBytes }, retryAfterSeconds: 3_600 },
  );

function faultOf(error: FastifyError | GraphQLError | NotTaken, request: FastifyRequest, log: Logger): NotTaken {
  if (error instanceof NotTaken) return error;
  if (error instanceof GraphQLError) {
    const { code, http } = error.extensions as { code: string; http?: { status: number } };
    return new NotTaken(http?.status ?? 400, code, error.message);
  }
  const status = error.statusCode ?? 500;
  if (status === 415)
    return new NotTaken(415, "BAD_REQUEST", "Send the file as a form: multipart/form-data, with one part `file`.");
  if (status < 500) return new NotTaken(status, "BAD_REQUEST", "This form cannot be read: send the file again.");
  log.error({ err: error, requestId: request.id }, "an upload failed");
  const message = "Something went wrong on our side. It was recorded; nothing was half done.";
  return new NotTaken(500, "INTERNAL_SERVER_ERROR", message);
}
