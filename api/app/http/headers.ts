import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLError } from "graphql";
import { badRequest } from "../../platform/refusals.ts";

/** Headers that no page can send to another site without asking it first. */
const asksFirst = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/**
 * Whether a GET may be one that somebody's browser was tricked into: it carries what a browser adds by itself, and
 * nothing that only a deliberate client sends. A client that is no browser has none of these, and passes.
 */
export function mayBeForged(headers: IncomingHttpHeaders): boolean {
  if (asksFirst.some((name) => headers[name])) return false;
  const site = headers["sec-fetch-site"];
  const crossSite = site !== undefined && site !== "same-origin" && site !== "none";
  return headers.cookie !== undefined || headers.origin !== undefined || crossSite;
}

/** Bodies are JSON in UTF-8, as they are. What is of another media type altogether Fastify refuses before this. */
export function mediaFaultOf(method: string, headers: IncomingHttpHeaders): GraphQLError | null {
  if (method === "GET") {
    const type = headers["content-type"];
    return type === undefined || /^application\/json\b/i.test(type)
      ? null
      : badRequest("A GET has no body: leave its content-type away.");
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  return charset && !/^utf-?8$/i.test(charset) ? badRequest("Bodies are JSON in UTF-8.") : null;
}
