import type { FastifyRequest } from "fastify";
import { ATTACHMENTS, megabytes } from "./limits.ts";
import { NotTaken } from "./taking-files.ts";

const { fileBytes } = ATTACHMENTS;
/** What a form with one file has around it, at most. */
const AROUND = 65_536;

export const tooLarge = () =>
  new NotTaken(413, "BAD_REQUEST", `A file has at most ${megabytes(fileBytes)} (${fileBytes} bytes).`, {
    limit: { name: "fileBytes", maximum: fileBytes },
  });
const malformed = (message: string) => new NotTaken(400, "BAD_REQUEST", message);

/** How large the whole request says it will be; of one that does not say, the most. */
export function saidSize({ headers }: FastifyRequest): number {
  const said = headers["content-length"] === undefined ? fileBytes + AROUND : Number(headers["content-length"]);
  if (said > fileBytes + AROUND) throw tooLarge();
  return said;
}

/** Whether a request says how long it is, and may be so long. */
export const isBounded = ({ headers }: FastifyRequest): boolean =>
  Number(headers["content-length"]) <= fileBytes + AROUND;

/** The one file of a form, whole and not too large. Nothing is kept of a form that ends before its end. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string | undefined; bytes: Buffer }> {
  if (!request.isMultipart())
    throw new NotTaken(415, "BAD_REQUEST", "Send the file as a form: multipart/form-data, with one part `file`.");
  let read: { name: string | undefined; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: fileBytes, files: 1, parts: 5, fieldSize: 1_024 } }))
      if (part.type === "file") read = { name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    throw faultOf(error as { code?: string; statusCode?: number });
  }
  if (read === null || (read.bytes.length === 0 && !read.name))
    throw malformed("There is no file in this form: send one part `file` with a file name.");
  if (read.bytes.length === 0) throw malformed("This file is empty: there is nothing to attach.");
  return read;
}

function faultOf({ code = "" }: { code?: string }): NotTaken {
  if (code === "FST_REQ_FILE_TOO_LARGE") return tooLarge();
  if (code === "FST_FILES_LIMIT" || code === "FST_PARTS_LIMIT")
    return malformed("One file goes with each request: send the others with requests of their own.");
  return malformed("This form cannot be read to its end: send the file again.");
}
