import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { madePages, oneOfEachKind } from "../made-pages.ts";

/** The pages' own inline scripts, each by its hash: whatever else is written into a page does not run. */
function inlineScripts(boardDir: string | undefined): string[] {
  if (!boardDir) return [];
  const texts = oneOfEachKind(madePages(boardDir)).flatMap((page) =>
    [...readFileSync(join(boardDir, page), "utf8").matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text = ""]) => text,
    ),
  );
  return [...new Set(texts)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

/**
 * Helmet's headers, with a policy that fits the board: everything from here, nothing in a frame elsewhere. Walls hang in
 * networks without TLS: to insist on it is for the proxy that has it.
 */
export const secureHeaders = (fastify: FastifyInstance, boardDir: string | undefined) =>
  fastify.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(boardDir)],
        styleSrc: ["'self'", "'unsafe-inline'"], // Svelte sets styles of single elements
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
  });
