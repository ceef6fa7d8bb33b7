import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Desk } from "../platform/desk.ts";
import type { House } from "../platform/house.ts";
import type { Logger } from "../platform/log.ts";
import { isForeign } from "../platform/origin.ts";
import { theDesk, type Viewer } from "../platform/viewer.ts";
import type { SessionCookie } from "./session-cookie.ts";
import type { SignIn } from "./sign-in.ts";

/** What the ways in over HTTP share. `own`: the desk's public origin, where it is configured. */
export type DoorParts = {
  readonly house: House;
  readonly signIn: SignIn;
  readonly cookie: SessionCookie;
  readonly own: string | null;
  readonly log: Logger;
};

/** An answer other than the one that was hoped for, in words for a person. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    [this.status, this.code, this.retryAfter] = [status, code, retryAfter];
  }
}

/** Nobody known acts: what is done is the desk's doing, and the audit names who it was for. */
export const asDesk = <T>({ house }: Pick<DoorParts, "house">, act: (desk: Desk) => Promise<T>): Promise<T> =>
  house.perform(theDesk, act);

/** Whoever the session of the request's cookie stands for. */
export const sessionOf = ({ signIn, cookie }: DoorParts, request: FastifyRequest): Promise<Viewer | null> =>
  signIn.viewerOf(undefined, request.cookies[cookie.name]);

/**
 * Routes that take part in signing in: only JSON, only from the desk's own pages or from programs; refusals as
 * `{ code, message }`, faults without their insides, nothing kept by any cache.
 */
export function behindTheDoor(
  fastify: FastifyInstance,
  parts: DoorParts,
  routes: (own: FastifyInstance) => void,
): void {
  fastify.register(async (own) => {
    own.addHook("onRequest", async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (request.method !== "GET" && isForeign(request.raw, parts.own))
        throw new Refused(403, "FORBIDDEN", "A page of another site may not do this.");
    });
    own.setErrorHandler((error, request, reply) => answer(error, request, reply, parts.log));
    routes(own);
  });
}

function answer(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger) {
  if (error instanceof Refused) {
    if (error.retryAfter !== undefined) reply.header("retry-after", String(error.retryAfter));
    return reply.code(error.status).send({ code: error.code, message: error.message });
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return reply.code(status).send({ code: "BAD_REQUEST", message: (error as Error).message });
  log.error({ err: error, requestId: request.id }, "a sign-in request failed");
  const message = "Something went wrong on our side. It was recorded; nothing was half done.";
  return reply.code(500).send({ code: "INTERNAL_SERVER_ERROR", message });
}
