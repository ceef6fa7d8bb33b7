import type { GraphQLError } from "graphql";
import { badRequest } from "../../platform/refusals.ts";
import type { Asked } from "./admission.ts";

type Parts = { readonly [part in "query" | "operationName" | "variables" | "extensions"]?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Reads what was asked from a body or a socket's message; each part is of its kind, or absent, or null. */
export function askedIn(body: unknown): Asked | { fault: GraphQLError } {
  const fault = (message: string) => ({ fault: badRequest(message) });
  if (Array.isArray(body)) return fault("One operation a request: batches are not taken.");
  if (!isObject(body)) return fault("Send a JSON object with `query`, and `variables` where it has any.");
  const { query, operationName, variables, extensions } = body as Parts;
  if (query != null && typeof query !== "string") return fault("`query` is a text.");
  if (operationName != null && typeof operationName !== "string") return fault("`operationName` is a text.");
  if (variables != null && !isObject(variables)) return fault("`variables` is an object.");
  if (extensions != null && !isObject(extensions)) return fault("`extensions` is an object.");
  const documentId = persisted(extensions?.["persistedQuery"]);
  if (documentId === undefined)
    return fault("`extensions.persistedQuery` is { version: 1, sha256Hash }, the hash in hexadecimal.");
  if (!query && documentId === null) return fault("Send a JSON object with `query`, the text of what is asked.");
  return { query: query || null, documentId, operationName: operationName || null, variables: variables ?? null };
}

/** The id in the form in which clients of persisted documents send it; null for none, undefined for one that is none. */
function persisted(extension: unknown): string | null | undefined {
  if (extension == null) return null;
  if (!isObject(extension) || extension["version"] !== 1) return undefined;
  const hash = extension["sha256Hash"];
  return typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

/** The same from the address of a GET, where `variables` and `extensions` are JSON text. */
export function askedInAddress(url: string): Asked | { fault: GraphQLError } {
  const at = url.indexOf("?");
  const search = new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
  const parts: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "variables", "extensions"] as const) {
    const [text, another] = search.getAll(name);
    if (another !== undefined) return { fault: badRequest(`\`${name}\` stands twice in the address.`) };
    if (text === undefined) continue;
    if (name === "query" || name === "operationName") parts[name] = text;
    else
      try {
        parts[name] = JSON.parse(text);
      } catch {
        return { fault: badRequest(`\`${name}\` in the address is not JSON.`) };
      }
  }
  return askedIn(parts);
}
