/** One top-level error of an answer. `extensions.code` is from the contract's closed list. */
export type GraphQLFault = {
  message: string;
  path?: (string | number)[];
  extensions?: {
    code?: string;
    requestId?: string;
    /** With FORBIDDEN: the scope that the key lacks. */
    requiredScope?: string;
    /** With CURSOR_EXPIRED: where to go on once everything was read anew. */
    position?: string;
    /** With RATE_LIMITED: whole seconds to wait. */
    retryAfterSeconds?: number;
    /** With errors that are about a limit. */
    limit?: { name: string; maximum: number; found: number };
  };
};

/**
 * Whatever the desk did not do. `code` is the desk's own word, or NETWORK when nobody answered; `faults` are all
 * top-level errors; `data` is what came beside them.
 */
export class DeskError extends Error {
  readonly code: string;
  readonly faults: readonly GraphQLFault[];
  readonly data: unknown;
  constructor(message: string, code: string, faults: readonly GraphQLFault[] = [], data: unknown = null) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.faults = faults;
    this.data = data;
  }
  /** What to name when asking for help: the desk's log has it too. */
  get requestId(): string | null {
    return this.faults[0]?.extensions?.requestId ?? null;
  }
}

/** No key, or one that is unknown, expired or revoked. */
export class Unauthenticated extends DeskError {}
/** The key may not do this; `requiredScope` names what it lacks, where it is that. */
export class Forbidden extends DeskError {
  get requiredScope(): string | null {
    return this.faults.find((f) => f.extensions?.requiredScope)?.extensions?.requiredScope ?? null;
  }
}
/** The budget is used up, and waiting as long as allowed did not help. */
export class RateLimited extends DeskError {
  /** Whole seconds until it is worth asking again. */
  get retryAfterSeconds(): number {
    return this.faults[0]?.extensions?.retryAfterSeconds ?? 1;
  }
}
/** The request asks for more than one request may cost: take smaller pages or fewer fields. */
export class CostExceeded extends DeskError {}
/** The position is older than changes are kept: read everything anew, then go on after `position`. */
export class CursorExpired extends DeskError {
  get position(): string {
    return this.faults.find((f) => f.extensions?.position)?.extensions?.position as string;
  }
}
/** The idempotency key was used for another request. */
export class IdempotencyMismatch extends DeskError {}
/** The same request is still in progress, or many wrote at once; asking again helps. */
export class Conflict extends DeskError {}
/** The request makes no sense: the document, a variable or an argument. */
export class BadInput extends DeskError {}
/** The desk failed, and it is not your doing. */
export class DeskFault extends DeskError {}
/** Nobody answered, or what answered is no desk. */
export class Unreachable extends DeskError {}

/** An expected refusal of a mutation, in its own words. Nothing was changed. */
export type UserError = { code: string; field: string | null; message: string };

/** A mutation refused. `errors` are the contract's `userErrors`; `payload` is all of the answer, `current` included. */
export class UserErrors extends DeskError {
  readonly errors: readonly UserError[];
  readonly payload: { readonly [field: string]: unknown };
  constructor(mutation: string, payload: { readonly userErrors: readonly UserError[] }) {
    const { userErrors } = payload;
    super(
      `${mutation}: ${userErrors.map(({ message }) => message).join(" ")}`,
      userErrors[0]?.code ?? "UNKNOWN",
      [],
      payload,
    );
    this.errors = userErrors;
    this.payload = payload;
  }
  /** Whether it was refused for this reason. */
  has(code: string): boolean {
    return this.errors.some((error) => error.code === code);
  }
  /** The object as it stands, where the refusal shows it (STALE_VERSION, ALREADY_EXISTS …). */
  get current(): unknown {
    return this.payload["current"] ?? null;
  }
}

const classes: { readonly [code: string]: typeof DeskError } = {
  UNAUTHENTICATED: Unauthenticated,
  FORBIDDEN: Forbidden,
  RATE_LIMITED: RateLimited,
  COST_EXCEEDED: CostExceeded,
  CURSOR_EXPIRED: CursorExpired,
  IDEMPOTENCY_MISMATCH: IdempotencyMismatch,
  CONFLICT: Conflict,
  BAD_USER_INPUT: BadInput,
  GRAPHQL_PARSE_FAILED: BadInput,
  GRAPHQL_VALIDATION_FAILED: BadInput,
  INTERNAL_SERVER_ERROR: DeskFault,
  NETWORK: Unreachable,
};

/** The error that top-level errors amount to: the first one's class. */
export function errorOf(faults: readonly GraphQLFault[], data: unknown = null): DeskError {
  const [first] = faults;
  const code = first?.extensions?.code ?? "UNKNOWN";
  return new (classes[code] ?? DeskError)(first?.message ?? "The desk refused.", code, faults, data);
}
