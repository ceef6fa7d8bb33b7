import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";

const UNKNOWN = "application/octet-stream";
/** Control characters that no text has: what holds one is not text, whatever it decodes to. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/**
 * What a file is by its content, as a media type. What only reads as text (a script, a page of HTML, an SVG) is plain text: it
 * is shown to nobody as anything else. What is neither known nor text is `application/octet-stream`.
 */
export async function contentTypeOf(bytes: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined); // a broken file is of no known type
  // XML is text with a head, and may be an SVG, which runs scripts
  if (known && !/[/+]xml$|html/.test(known.mime)) return known.mime;
  return isUtf8(bytes) && !NOT_TEXT.test(bytes.toString("latin1")) ? "text/plain" : UNKNOWN;
}

/** Pictures that pages may show: none of these can hold a script. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
export const isShown = (contentType: string): boolean => SHOWN.has(contentType);
