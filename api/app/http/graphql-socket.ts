import type { IncomingMessage } from "node:http";
import { type ExecutionArgs, execute, GraphQLError, Kind, subscribe } from "graphql";
import { type Context as Connection, makeServer, type SubscribePayload } from "graphql-ws";
import type { WebSocket } from "ws";
import { Context } from "../../platform/context.ts";
import { showError, unauthenticated } from "../../platform/failures.ts";
import { readIdempotencyKey } from "../../platform/idempotency-key.ts";
import { uuidv7 } from "../../platform/ids.ts";
import { badInput, rateLimited } from "../../platform/refusals.ts";
import { SOCKETS } from "../../platform/shape-limits.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { agreeOnAnswers, type Result } from "../agree-on-answers.ts";
import type { Admitted, Cost, Refused } from "./admission.ts";
import { askedIn } from "./asked.ts";
import type { GraphqlParts } from "./graphql-http.ts";
import { joinLive, liveFieldOf } from "./live.ts";

export type Extra = {
  readonly socket: WebSocket;
  /** What it came with, until it is known who came: a socket lives for days, and its headers take more than itself. */
  request: IncomingMessage | null;
  visitor?: Visitor;
  /** Takes the socket out of those that its credential holds. */
  forget?: () => void;
};
type Init = { authorization?: string };
/** One operation on a socket: its request, and how it ends in the log. */
type Running = {
  readonly id: string;
  readonly extra: Extra;
  readonly visitor: Visitor;
  readonly admitted: Admitted;
  readonly requestId: string;
  readonly finish: (code: string, cost: Cost) => void;
  messages: number;
};

/** The protocol by its library; what may run, at what cost and in whose turn by the same rules as over HTTP. */
export function graphqlOnSockets(
  parts: GraphqlParts,
  schema: ExecutionArgs["schema"],
  joined: (extra: Extra) => boolean,
) {
  const { admission, operations, observer, house, door, log } = parts;
  const running = new WeakMap<object, Running>();
  const runningOf = (args: ExecutionArgs) => running.get(args.contextValue as object) as Running;

  const begin = (
    who: Pick<Running, "id" | "extra" | "visitor">,
    admitted: Admitted,
    idempotencyKey: string | null,
  ): ExecutionArgs => {
    const { visitor } = who;
    house.heard(visitor.viewer);
    const requestId = uuidv7();
    const contextValue = new Context(house, visitor, requestId, idempotencyKey);
    running.set(contextValue, {
      ...who,
      admitted,
      requestId,
      finish: observer.begin(requestId, admitted),
      messages: 0,
    });
    const { read, operation, variables } = admitted;
    return {
      schema,
      document: read.document,
      operationName: operation.name?.value ?? null,
      variableValues: variables,
      contextValue,
    };
  };
  const refuse = async (viewer: Viewer, { errors, cost, status }: Refused) => {
    if (status === 429) await parts.spacing.beforeRefusing(viewer.id);
    const requestId = uuidv7();
    observer.refused(requestId, viewer, String(errors[0]?.extensions["code"]), cost);
    // an error of this protocol has no place of its own for the cost
    return errors.map(
      (e) => new GraphQLError(e.message, { nodes: e.nodes ?? null, extensions: { ...e.extensions, requestId, cost } }),
    );
  };
  const shared = (args: ExecutionArgs, run: Running) =>
    joinLive(parts.hub, log, {
      args: args as Parameters<typeof joinLive>[2]["args"],
      admitted: run.admitted,
      socket: run.extra.socket,
      id: run.id,
      contextOf: () => new Context(house, run.visitor, run.requestId),
      sent: (points) => {
        run.messages += 1;
        if (run.messages > 1) admission.chargeAt(run.admitted, points);
        else run.finish("OK", admission.settleAt(run.admitted, run.admitted.reading + points));
      },
    });
  return makeServer<Init, Extra>({
    schema,
    connectionInitWaitTimeout: SOCKETS.initSeconds * 1000,
    jsonMessageReviver: refuseForeignTypes,
    onConnect: async ({ connectionParams, extra }) => {
      const { request } = extra;
      extra.request = null;
      const visitor = request && (await door.ofSocket(connectionParams?.authorization, request));
      if (!visitor) return false; // closes with 4403: Forbidden
      extra.visitor = visitor;
      return joined(extra);
    },
    onSubscribe: (ctx: Connection<Init, Extra>, id: string, payload: SubscribePayload) => {
      const { visitor } = ctx.extra;
      if (!visitor) return [unauthenticated()];
      const { viewer } = visitor;
      const inAll = Object.keys(ctx.subscriptions).length;
      if (inAll > SOCKETS.operationsPerSocket)
        return [rateLimited(`A socket runs at most ${SOCKETS.operationsPerSocket} operations at once.`, 1)];
      const asked = askedIn(payload);
      if ("fault" in asked) return refuse(viewer, admission.refuse(viewer, asked.fault, 400));
      const key = idempotencyKeyIn(payload);
      if (key instanceof GraphQLError) return refuse(viewer, admission.refuse(viewer, key, 400));
      const admitted = admission.admit(viewer, asked, "SOCKET");
      if ("errors" in admitted) return refuse(viewer, admitted);
      // the library keeps the message while its operation runs: with the text that all share, not with one of its own
      if (payload.query) Object.assign(payload, { query: admitted.read.text });
      return begin({ id, extra: ctx.extra, visitor }, admitted, key);
    },
    execute: async (args: ExecutionArgs) => {
      const { admitted } = runningOf(args);
      const done = await operations.inTurn(admitted.viewer, async () => execute(args));
      if (done) return done;
      const error = rateLimited("Too many operations of this key wait for their turn.", 1);
      return { errors: [error] };
    },
    subscribe: async (args: ExecutionArgs) => {
      const run = runningOf(args);
      const { viewer, operation } = run.admitted;
      const begin = async () => (liveFieldOf(schema, operation) ? shared(args, run) : subscribe(args));
      const begun = await operations.inTurn(viewer, begin);
      return begun ?? { errors: [rateLimited("Too many operations of this key wait for their turn.", 1)] };
    },
    onNext: async (_ctx, _id, _payload, args, result) => {
      const run = runningOf(args);
      run.messages += 1;
      const replayed = await agreeOnAnswers(args.contextValue as Context, result as Result);
      const cost =
        run.messages === 1 ? admission.settle(run.admitted, result.data) : admission.charge(run.admitted, result.data);
      const errors = result.errors?.map(asClientFault).map((e) => showError(e.toJSON(), e, log, run.requestId));
      if (run.messages === 1) run.finish(String(errors?.[0]?.extensions?.["code"] ?? "OK"), cost);
      const extensions = { ...result.extensions, ...(replayed && { idempotentReplayed: true }), cost };
      return { ...result, ...(errors && { errors }), extensions } as never;
    },
    onError: (_ctx, _id, _payload, errors) =>
      errors.map((e) => {
        const error = e instanceof GraphQLError ? e : new GraphQLError("", { originalError: e });
        return showError(
          asClientFault(error).toJSON(),
          error,
          log,
          error.extensions["requestId"] as string | undefined,
        );
      }),
  });
}

const fromClients = new Set(["connection_init", "ping", "pong", "subscribe", "complete"]);

/** A message that only a server sends is as unknown as any other: closes with 4400, not as a fault of ours. */
function refuseForeignTypes(this: unknown, key: string, value: unknown): unknown {
  if (key !== "" || fromClients.has((value as { type?: string } | null)?.type ?? "")) return value;
  throw new Error("no message of a client");
}

function idempotencyKeyIn({ extensions }: SubscribePayload): string | null | GraphQLError {
  try {
    return readIdempotencyKey(extensions?.["idempotencyKey"]);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Variables that do not fit are the client's to mend: graphql-js tells them by the node, not by a code. */
const asClientFault = (error: GraphQLError): GraphQLError =>
  error.extensions["code"] === undefined &&
  error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION &&
  error.message.startsWith('Variable "$')
    ? badInput(error.message)
    : error;

export type GraphqlSockets = ReturnType<typeof graphqlOnSockets>;
