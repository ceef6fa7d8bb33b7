/** What can go wrong between the board and the desk, in words that a person can act on. */
export type DeskErrorCode = "UNAUTHENTICATED" | "FORBIDDEN" | "OFFLINE" | "BAD_REQUEST" | "TOO_MANY" | "FAILED";

export class DeskError extends Error {
  override readonly name = "DeskError";
  readonly code: DeskErrorCode;
  constructor(code: DeskErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const codes: { readonly [graphqlCode: string]: DeskErrorCode } = {
  UNAUTHENTICATED: "UNAUTHENTICATED",
  FORBIDDEN: "FORBIDDEN",
  BAD_USER_INPUT: "BAD_REQUEST",
  BAD_REQUEST: "BAD_REQUEST",
  GRAPHQL_VALIDATION_FAILED: "BAD_REQUEST",
  GRAPHQL_PARSE_FAILED: "BAD_REQUEST",
  PERSISTED_QUERY_NOT_FOUND: "BAD_REQUEST",
  RATE_LIMITED: "TOO_MANY",
  COST_EXCEEDED: "TOO_MANY",
};

export const deskError = (code: string | undefined, message: string): DeskError =>
  new DeskError(codes[code ?? ""] ?? "FAILED", message);

export const offline = (cause?: unknown): DeskError =>
  new DeskError("OFFLINE", "The desk does not answer. Check the network; nothing was changed.", cause);

export const unreadable = (status: number, cause?: unknown): DeskError =>
  new DeskError("FAILED", `The desk answered with something unreadable (HTTP ${status}).`, cause);
