import type { FastifyReply } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import Negotiator from "negotiator";
import type { Cost } from "./admission.ts";

export const JSON_TYPE = "application/json; charset=utf-8";
const RESPONSE_TYPE = "application/graphql-response+json; charset=utf-8";
export type MediaType = typeof JSON_TYPE | typeof RESPONSE_TYPE;

/** Which of the two kinds of answer a client takes; null: neither. Whoever says nothing, or takes all, gets JSON. */
export function mediaTypeFor(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept.trim() === "") return JSON_TYPE;
  const wanted = new Negotiator({ headers: { accept } }).mediaType([
    "application/json",
    "application/graphql-response+json",
  ]);
  return wanted === undefined ? null : wanted === "application/json" ? JSON_TYPE : RESPONSE_TYPE;
}

export type Answer = {
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly data?: unknown;
  readonly cost?: Cost | undefined;
  readonly status?: number | undefined;
  readonly headers?: { readonly [name: string]: string } | undefined;
};

/**
 * A request that could not be run says so by its status where the client knows the kind of answer that allows it;
 * under `application/json` a well-formed answer is a 200, whatever it says.
 */
function statusOf({ status, errors, data }: Answer, type: MediaType): number {
  if (status !== undefined) return status;
  if (data !== undefined || !errors?.length) return 200;
  if (errors.some((e) => e.extensions?.["code"] === "INTERNAL_SERVER_ERROR")) return 500;
  return type === JSON_TYPE ? 200 : 400;
}

export function send(reply: FastifyReply, type: MediaType, answer: Answer): FastifyReply {
  const { errors, data, cost, headers } = answer;
  const body = {
    ...(errors?.length && { errors }),
    ...(data !== undefined && { data }),
    ...(cost && { extensions: { cost } }),
  };
  reply.code(statusOf(answer, type)).type(type);
  if (headers) reply.headers({ ...headers });
  return reply.send(`${JSON.stringify(body)}\n`);
}
