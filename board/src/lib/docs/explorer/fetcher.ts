import type { GraphiQLProps } from "graphiql";
import { type Client, createClient } from "graphql-ws";
import { session } from "../../session.svelte.ts";

type Fetcher = NonNullable<GraphiQLProps["fetcher"]>;

const as = (): Record<string, string> => (session.token ? { authorization: `Bearer ${session.token}` } : {});

let socket: Client | null = null;
/** One socket for all subscriptions, opened by the first of them. It ends where it ends: here somebody looks. */
const openSocket = () =>
  (socket ??= createClient({
    url: () => new URL("/graphql", location.href.replace(/^http/, "ws")).href,
    connectionParams: as,
    retryAttempts: 0,
  }));

/** Asks this desk as the person who is signed in, and shows what came, extensions and refusals included. */
export const fetcher: Fetcher = ({ query, variables, operationName }, options) => {
  const asked = { query, variables: variables ?? {}, operationName: operationName ?? null };
  const kind = options?.documentAST?.definitions.find(
    (d) => d.kind === "OperationDefinition" && (!operationName || d.name?.value === operationName),
  );
  if (kind && "operation" in kind && kind.operation === "subscription") return openSocket().iterate(asked) as never;
  return ask(asked, options?.headers ?? {});
};

async function ask(asked: object, headers: Record<string, string>) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...as(), ...headers },
    body: JSON.stringify(asked),
  });
  if (response.status === 401) session.refuse();
  return response.json();
}
