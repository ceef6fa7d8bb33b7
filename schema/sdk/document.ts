import { print } from "graphql/language/printer.js";

/** A document that knows what it answers and what it asks for, as gql.tada, GraphQL Code Generator and others make them. */
export type TypedDocument<Result, Variables> = {
  readonly __apiType?: (variables: Variables) => Result;
};
/** The same as a text: what GraphQL Code Generator makes in its string mode, and what the SDK's own documents are. */
export type TypedText<Result, Variables> = string & TypedDocument<Result, Variables>;

/** A document as a bare text, which knows nothing of itself. */
export type PlainText = string & { readonly __apiType?: never };

export const text = <Result, Variables>(document: string): TypedText<Result, Variables> => document;

/** What is sent for a document, in whichever form it is at hand. */
export function textOf(document: TypedDocument<unknown, never> | string): string {
  if (typeof document === "string") return document;
  if ("kind" in document) return print(document as Parameters<typeof print>[0]);
  return String(document);
}

/** Whether a document changes anything: it is then sent under an idempotency key. */
export function isMutation(document: string): boolean {
  const bare = document.replaceAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g, " ");
  let depth = 0;
  for (const [token] of bare.matchAll(/[{}]|\bmutation\b/g)) {
    if (token === "mutation" && depth === 0) return true;
    depth += token === "{" ? 1 : token === "}" ? -1 : 0;
  }
  return false;
}
