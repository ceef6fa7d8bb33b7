import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "./documents.ts";

/** Texts by the SHA-256 of their UTF-8 bytes, in hexadecimal. */
export type Trusted = Map<string, string>;

/** The board's own documents, as its build wrote them down. An id that is not its text's is a broken build. */
export function readTrusted(boardDir: string | undefined): Trusted {
  const file = boardDir && join(boardDir, "trusted-documents.json");
  if (!file || !existsSync(file)) return new Map();
  const trusted = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
  for (const [id, text] of trusted)
    if (idOf(text) !== id) throw new Error(`${file}: ${id} is not the SHA-256 of its text; build the board anew.`);
  return trusted;
}
