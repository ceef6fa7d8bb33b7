import type { FastifyReply } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether its bodies may take as long as a file takes on a slow line. */
    takesFiles?: boolean;
  }
}

/** Why a file is not taken, in the words of the contract's errors; `limit`: the one that was passed. */
export class NotTaken extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: {
    readonly limit?: { name: string; maximum: number };
    readonly retryAfterSeconds?: number;
    readonly requiredScope?: string;
  };
  constructor(status: number, code: string, message: string, more: NotTaken["more"] = {}) {
    super(message);
    [this.status, this.code, this.more] = [status, code, more];
  }
}

/** The form of errors that `/graphql` answers. */
export function refuse(reply: FastifyReply, { status, code, message, more }: NotTaken, requestId: string) {
  if (more.retryAfterSeconds !== undefined) reply.header("retry-after", more.retryAfterSeconds);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(`${JSON.stringify({ errors: [{ message, extensions: { code, ...more, requestId } }] })}\n`);
}
