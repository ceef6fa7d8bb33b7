import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Instant } from "../../core/time.ts";
import { Context } from "../../platform/context.ts";
import { showError, unauthenticated } from "../../platform/failures.ts";
import type { House } from "../../platform/house.ts";
import { readIdempotencyKey } from "../../platform/idempotency-key.ts";
import type { LiveHub } from "../../platform/live/hub.ts";
import type { Logger } from "../../platform/log.ts";
import { badInput, badRequest } from "../../platform/refusals.ts";
import { DateTime } from "../../platform/scalars.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { agreeOnAnswers } from "../agree-on-answers.ts";
import type { Door } from "../door.ts";
import type { TimeMachine } from "../set-clock.ts";
import type { Admission, Admitted, Refused } from "./admission.ts";
import { type Answer, JSON_TYPE, mediaTypeFor, send } from "./answer.ts";
import { askedIn, askedInAddress } from "./asked.ts";
import { mayBeForged, mediaFaultOf } from "./headers.ts";
import type { Observer } from "./observer.ts";
import type { Operations } from "./operations.ts";
import type { Spacing } from "./spacing.ts";

export type GraphqlParts = {
  house: House;
  door: Door;
  machine: TimeMachine;
  admission: Admission;
  operations: Operations;
  observer: Observer;
  spacing: Spacing;
  hub: LiveHub;
  log: Logger;
};

/** `/graphql` over HTTP: what a request looks like is judged here, what it asks for by the admission. */
export function serveGraphql(fastify: FastifyInstance, parts: GraphqlParts): void {
  const { door, admission, operations, observer, log } = parts;

  const answer = async (request: FastifyRequest): Promise<Answer> => {
    const visitor = await door.ofRequest(request).catch(clientFault);
    if (visitor instanceof GraphQLError) {
      observer.refused(request.id, null, "FORBIDDEN");
      return { ...shown([visitor], request.id), status: 403 };
    }
    if (!visitor) {
      observer.refused(request.id, null, "UNAUTHENTICATED");
      return { ...shown([unauthenticated()], request.id), status: 401, headers: { "www-authenticate": "Bearer" } };
    }
    const { viewer } = visitor;
    const fault = faultOf(request);
    const asked = fault ?? (request.method === "GET" ? askedInAddress(request.url) : askedIn(request.body));
    if ("fault" in asked) return refuse(request, viewer, admission.refuse(viewer, asked.fault, fault?.status ?? 400));
    const admitted = admission.admit(viewer, asked, request.method === "GET" ? "GET" : "POST");
    if ("errors" in admitted) return refuse(request, viewer, admitted);
    parts.house.heard(viewer);
    const done = await operations.inTurn(viewer, () => run(request, visitor, admitted));
    if (done) return done;
    admission.settle(admitted, null);
    const why = "Too many operations of this key wait for their turn.";
    return refuse(request, viewer, admission.tooMuch(viewer, why, 1, admitted.requested));
  };

  const refuse = async (request: FastifyRequest, viewer: Viewer, { errors, ...rest }: Refused): Promise<Answer> => {
    if (rest.status === 429) await parts.spacing.beforeRefusing(viewer.id);
    observer.refused(request.id, viewer, String(errors[0]?.extensions["code"]), rest.cost);
    return { ...shown(errors, request.id), ...rest };
  };

  const run = async (request: FastifyRequest, visitor: Visitor, admitted: Admitted): Promise<Answer> => {
    const finish = observer.begin(request.id, admitted);
    const context = await contextOf(request, visitor).catch(clientFault);
    if (context instanceof GraphQLError) {
      const cost = admission.settle(admitted, null);
      finish("BAD_USER_INPUT", cost);
      return { ...shown([context], request.id), status: 400, cost };
    }
    const result = await operations.execute(admitted, context);
    const replayed = await agreeOnAnswers(context, result);
    const { data, errors } = result;
    const cost = admission.settle(admitted, data);
    finish(String(errors?.[0]?.extensions?.["code"] ?? "OK"), cost);
    return { data, errors, cost, ...(replayed && { headers: { "idempotent-replayed": "true" } }) };
  };

  /** What must hold before anything runs: a key that can be kept, and a sandbox's clock where the request wants it. */
  const contextOf = async ({ headers, id }: FastifyRequest, visitor: Visitor): Promise<Context> => {
    const key = readIdempotencyKey(headers["idempotency-key"]);
    await travel(parts.machine, headers["watchdesk-at"]);
    return new Context(parts.house, visitor, id, key);
  };

  const shown = (errors: readonly GraphQLError[], requestId: string) => ({
    errors: errors.map((e) => showError(e.toJSON(), e, log, requestId)),
  });

  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const type = mediaTypeFor(request.headers.accept);
    if (type) return send(reply, type, await answer(request));
    const fault = badRequest("Answers come as application/json or application/graphql-response+json.");
    return send(reply, JSON_TYPE, { ...shown([fault], request.id), status: 406 });
  };
  fastify.route({ url: "/graphql", method: ["GET", "POST"], exposeHeadRoute: false, handler });
  fastify.options("/graphql", (_request, reply) => reply.code(204).header("allow", "GET, POST, OPTIONS").send());
}

function faultOf({ method, headers }: FastifyRequest): { fault: GraphQLError; status: number } | null {
  const media = mediaFaultOf(method, headers);
  if (media) return { fault: media, status: 415 };
  if (method !== "GET" || !mayBeForged(headers)) return null;
  const message =
    "This may come from a page of another site: ask by POST with JSON, or send the header apollo-require-preflight.";
  return { fault: badRequest(message), status: 400 };
}

/** `Watchdesk-At`: sets a sandbox's clock first, so that a script can say when each request happens. */
async function travel(machine: TimeMachine, header: string | string[] | undefined): Promise<void> {
  if (header === undefined) return;
  let to: Instant;
  try {
    to = DateTime.parseValue(header) as Instant;
  } catch (error) {
    throw badInput(`Watchdesk-At: ${(error as Error).message}`);
  }
  const done = await machine.reach(to);
  if (done?.kind === "refused") throw badInput(`Watchdesk-At: ${done.message}`);
}

function clientFault(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
}
