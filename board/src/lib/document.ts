import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { introspection } from "@watchdesk/schema";
import type { initGraphQLTada, TadaDocumentNode } from "gql.tada";

type Setup = {
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; Position: string; ID: string };
};

/** A document by what it answers and what it asks for. */
export type Doc<R, V> = TadaDocumentNode<R, V, any>;
/** What a document is at run time: texts, each once. Types are checked at build time, so nothing is parsed here. */
type Texts = { readonly texts: ReadonlySet<string> };

const write = (text: string, fragments: readonly Texts[] = []): Texts => ({
  texts: new Set([text, ...fragments.flatMap(({ texts }) => [...texts])]),
});

/** Documents typed against `schema/schema.graphql`. Scalars travel as text, instants as RFC 3339 in UTC. */
export const graphql = write as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

export const textOf = (document: Doc<any, any>): string => [...(document as unknown as Texts).texts].join("\n");

const ids = new Map<string, string>();

/**
 * How a document is asked for: by the SHA-256 of its text, which the desk knows from this build. Reckoned here because
 * browsers have no digest of their own on a page without TLS, where walls hang.
 */
export function persisted(text: string) {
  const sha256Hash = ids.get(text) ?? bytesToHex(sha256(utf8ToBytes(text)));
  ids.set(text, sha256Hash);
  return { persistedQuery: { version: 1, sha256Hash } };
}
