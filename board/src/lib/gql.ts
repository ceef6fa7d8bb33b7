import type { ResultOf, VariablesOf } from "gql.tada";
import { type DeskError, deskError, offline, unreadable } from "./desk-error.ts";
import { type Doc, graphql, persisted, textOf } from "./document.ts";
import { session } from "./session.svelte.ts";
import { listen, type Stop } from "./socket.ts";

export { graphql, type ResultOf, type VariablesOf };

const GIVE_UP_AFTER = 20_000;

/** Asks once, over HTTP. Rejects with a `DeskError` only. */
export const query = <R, V>(document: Doc<R, V>, variables?: V, signal?: AbortSignal): Promise<R> =>
  ask(document, variables, signal, import.meta.env.DEV);

/** By its id; a desk of another build does not know it, and is told in full. */
async function ask<R, V>(
  document: Doc<R, V>,
  variables: V | undefined,
  signal: AbortSignal | undefined,
  inFull: boolean,
): Promise<R> {
  const limit = AbortSignal.timeout(GIVE_UP_AFTER);
  let response: Response;
  let body: { data?: R | null; errors?: { message: string; extensions?: { code?: string } }[] };
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json",
        ...(session.token ? { authorization: `Bearer ${session.token}` } : {}),
      },
      body: JSON.stringify({
        variables,
        extensions: persisted(textOf(document)),
        ...(inFull && { query: textOf(document) }),
      }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (cause) {
    throw offline(cause);
  }
  if (response.status === 401)
    throw refused(
      deskError("UNAUTHENTICATED", session.token ? "This token is not known here." : "You are signed out."),
    );
  try {
    body = await response.json();
  } catch (cause) {
    throw unreadable(response.status, cause);
  }
  const [first] = body.errors ?? [];
  if (first?.extensions?.code === "PERSISTED_QUERY_NOT_FOUND" && !inFull) return ask(document, variables, signal, true);
  if (first) throw refused(deskError(first.extensions?.code, first.message));
  if (!body.data) throw unreadable(response.status);
  return body.data;
}

/** Asks for a change. What the desk refuses by its rules is in the payload's `userErrors`, not an exception. */
export const mutate = <R, V>(document: Doc<R, V>, variables: V): Promise<R> => query(document, variables);

export type Listener<R> = {
  next: (data: R) => void;
  /** The subscription was refused or ended; it is asked for again by itself, unless the token is not good. */
  error?: (error: DeskError) => void;
};

/**
 * Listens until the returned function is called, over every loss of the socket. A reconnection asks again with
 * `variables()`, so that a listener may say where it stands.
 */
export function subscribe<R, V>(
  document: Doc<R, V>,
  variables: V | (() => V),
  listener: Listener<R> | Listener<R>["next"],
): Stop {
  const to: Listener<R> = typeof listener === "function" ? { next: listener } : listener;
  return listen<R>(
    {
      query: import.meta.env.DEV ? textOf(document) : "",
      extensions: persisted(textOf(document)),
      get variables() {
        return (typeof variables === "function" ? (variables as () => V)() : variables) as Record<string, unknown>;
      },
    },
    {
      next: to.next,
      error: (error) => {
        if (error.code !== "OFFLINE") console.warn(`subscription: ${error.code} ${error.message}`);
        to.error?.(refused(error));
      },
    },
  );
}

/** A token that is not good ends the session; the layout sees it and leads to the way in. */
function refused(error: DeskError): DeskError {
  if (error.code === "UNAUTHENTICATED") session.refuse();
  return error;
}
