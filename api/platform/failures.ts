import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";

/** The codes that top-level errors may carry; anything else is a bug, and is shown as INTERNAL_SERVER_ERROR. */
export const CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "RATE_LIMITED",
  "COST_EXCEEDED",
  "CURSOR_EXPIRED",
  "IDEMPOTENCY_MISMATCH",
  "CONFLICT",
  "BAD_USER_INPUT",
  "INTERNAL_SERVER_ERROR",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
] as const;
const known = new Set<string>(CODES);

export const unauthenticated = () =>
  new GraphQLError("Say who you are: send `Authorization: Bearer <token>`.", {
    extensions: { code: "UNAUTHENTICATED" },
  });

export const forbidden = (kind: string, field: string) =>
  new GraphQLError(`A ${kind} may not use ${field}.`, { extensions: { code: "FORBIDDEN" } });

export const conflict = (why = "Others changed the same things at the same time: send it again.") =>
  new GraphQLError(why, { extensions: { code: "CONFLICT" } });

/** The key is good, and was not given this: what it needs is said, so that an integration can ask for it. */
export const lacksScope = (requiredScope: string, what: string) =>
  new GraphQLError(`${what} needs a key with the scope ${requiredScope}.`, {
    extensions: { code: "FORBIDDEN", requiredScope },
  });

/** Texts that the database cannot keep, by its code; whatever checks a field of its own says so before, with its name. */
const unkeepable: { readonly [code: string]: string } = {
  "22001":
    "A text of this request is longer than it may be (255 characters, unless said otherwise). Nothing was changed.",
};

/** What graphql-js says, without a code, when it has found so many faults in the variables that it looks no further. */
const TOO_MANY_FAULTS = "Too many errors processing variables";

/** A message without the names that the schema has: nobody learns it by guessing. */
export const withoutSuggestions = (message: string): string => message.replace(/ Did you mean [\s\S]*$/, "");

/** What a client may read of an error. A bug is logged with the request's id and answered without its insides. */
export function showError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
  requestId?: string,
): GraphQLFormattedError {
  const code = String(formatted.extensions?.["code"] ?? "");
  if (known.has(code) && code !== "INTERNAL_SERVER_ERROR") {
    const { stacktrace: _hidden, http: _ours, ...extensions } = formatted.extensions ?? {};
    return {
      ...formatted,
      message: withoutSuggestions(formatted.message),
      extensions: { ...extensions, ...(requestId && { requestId }) },
    };
  }
  const original = (error as { originalError?: unknown })?.originalError ?? error;
  const unkept = unkeepable[(original as { code?: string })?.code ?? ""];
  if (unkept)
    return { ...formatted, message: unkept, extensions: { code: "BAD_USER_INPUT", ...(requestId && { requestId }) } };
  if (formatted.message.startsWith(TOO_MANY_FAULTS))
    return {
      message: "The variables have more faults than are told here: mend these first.",
      extensions: { code: "BAD_USER_INPUT", ...(requestId && { requestId }) },
    };
  log.error({ err: original, requestId, path: formatted.path }, "a request failed");
  return {
    message: "Something went wrong on our side. It was recorded; nothing was half done.",
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
    extensions: { code: "INTERNAL_SERVER_ERROR", ...(requestId && { requestId }) },
  };
}
