import { GraphQLError, type GraphQLErrorOptions } from "graphql";

/** A limit that was passed: told with the error, so that a client need not read the sentence. */
export type Passed = { readonly name: string; readonly maximum: number; readonly found?: number };

const withCode = (
  message: string,
  code: string,
  { limit, ...options }: GraphQLErrorOptions & { limit?: Passed } = {},
) => new GraphQLError(message, { ...options, extensions: { code, ...(limit && { limit }), ...options.extensions } });

export const badRequest = (message: string, limit?: Passed) => withCode(message, "BAD_REQUEST", limit && { limit });
export const unreadable = (message: string, limit?: Passed) =>
  withCode(message, "GRAPHQL_PARSE_FAILED", limit && { limit });
export const badDocument = (message: string, options?: GraphQLErrorOptions & { limit?: Passed }) =>
  withCode(message, "GRAPHQL_VALIDATION_FAILED", options);
export const badInput = (message: string, limit?: Passed) => withCode(message, "BAD_USER_INPUT", limit && { limit });
export const noOperation = (message: string) => withCode(message, "OPERATION_RESOLUTION_FAILURE");
export const notPersisted = () =>
  withCode("This desk has no document of that id: send its text, or load the board anew.", "PERSISTED_QUERY_NOT_FOUND");
export const untrusted = () => withCode("A wall screen runs the board's own documents only.", "FORBIDDEN");
export const costExceeded = (requested: number, maximum: number) =>
  withCode(
    `This operation may cost ${requested} points, and one may cost ${maximum}: ask for fewer rows or fewer lists in lists.`,
    "COST_EXCEEDED",
    { limit: { name: "operationCost", maximum, found: requested } },
  );
export const rateLimited = (message: string, retryAfterSeconds: number) =>
  withCode(`${message} Try again in ${retryAfterSeconds} s.`, "RATE_LIMITED", { extensions: { retryAfterSeconds } });
