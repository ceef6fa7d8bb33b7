import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from "graphql";
import { actualPoints } from "../../partners/cost/price.ts";
import type { Context } from "../../platform/context.ts";
import { showError } from "../../platform/failures.ts";
import type { Rendered } from "../../platform/live/frame.ts";
import type { LiveHub } from "../../platform/live/hub.ts";
import { Member } from "../../platform/live/member.ts";
import { Live, type Told } from "../../platform/live/story.ts";
import type { Logger } from "../../platform/log.ts";
import { rateLimited } from "../../platform/refusals.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Admitted } from "./admission.ts";

type Args = Pick<ExecutionArgs, "schema" | "document" | "operationName" | "variableValues"> & { contextValue: Context };
type Joining = {
  readonly args: Args;
  readonly admitted: Admitted;
  readonly socket: ConstructorParameters<typeof Member>[0];
  readonly id: string;
  /** Another context for the same visitor: what a message loads must not outlive it. */
  readonly contextOf: () => Context;
  /** Called for each message that is sent, with what it costs. */
  readonly sent: (points: number) => void;
};

type Series = AsyncGenerator<ExecutionResult>;

/** The field of a subscription, where it is one that its askers share. */
export function liveFieldOf(schema: GraphQLSchema, operation: OperationDefinitionNode) {
  const [node] = operation.selectionSet.selections;
  if (node?.kind !== Kind.FIELD) return null;
  const field = schema.getSubscriptionType()?.getFields()[node.name.value];
  return field?.extensions["live"] ? { node, field } : null;
}

/**
 * Subscribes to a field that is told alike to all who ask for the same: by document, variables, and what they may see.
 * The library keeps the protocol; it is given a series that never yields and ends when the operation does, while the
 * group writes to the socket.
 */
export async function joinLive(hub: LiveHub, log: Logger, joining: Joining): Promise<Series | ExecutionResult> {
  const { args, admitted } = joining;
  const { node, field } = liveFieldOf(args.schema, admitted.operation) as NonNullable<ReturnType<typeof liveFieldOf>>;
  const variables = { ...args.variableValues };
  let live: Live;
  let after: string | null;
  try {
    const given = getArgumentValues(field, node, variables);
    after = (given["after"] as string | undefined) ?? null;
    live = await subscribed(field, given, args.contextValue);
  } catch (error) {
    return { errors: [locatedError(error, [node], [node.alias?.value ?? node.name.value])] };
  }
  // where each stands is its own: those who come back share what those who come anew do
  for (const { name, value } of node.arguments ?? [])
    if (name.value === "after" && value.kind === Kind.VARIABLE) delete variables[value.name.value];
  const key = JSON.stringify([admitted.read.id, args.operationName, sorted(variables), seenBy(admitted.viewer)]);
  const member = new Member(joining.socket, joining.id, after, (frame) => joining.sent(frame.points));
  const { house } = args.contextValue;
  const course = {
    begin: live.begin,
    changes: house.changes,
    render: (message: Told) => render({ ...args, variableValues: variables }, joining, log, message),
  };
  const leave = hub.join(key, course, member);
  return leave ? parked(leave) : { errors: [rateLimited("Too many different boards are watched already.", 5)] };
}

const subscribed = async (field: GraphQLField<unknown, Context>, given: object, context: Context): Promise<Live> => {
  const live = await field.subscribe?.(undefined, given, context, undefined as never);
  if (!(live instanceof Live)) throw new GraphQLError("", { originalError: new Error(`${field.name} is not live`) });
  return live;
};

async function render(args: Args, { admitted, contextOf }: Joining, log: Logger, message: Told): Promise<Rendered> {
  const contextValue = contextOf();
  const { data, errors } = await execute({ ...args, rootValue: message, contextValue });
  const points = actualPoints(admitted.read.stepsOf(admitted.operation), admitted.variables, data);
  const shown = errors?.map((e) => showError(e.toJSON(), e, log, contextValue.requestId));
  // everybody's alike: without what the first of them paid for reading the document, and without anyone's budget
  const extensions = { cost: { requested: admitted.requested - admitted.reading, actual: points } };
  return { json: JSON.stringify({ data, ...(shown && { errors: shown }), extensions }), points };
}

/** Whoever may see the same. What only one viewer sees has no place in a live field. */
const seenBy = ({ kind, partnerId, clientId, contactId, lead, scopes }: Viewer) => [
  kind,
  partnerId,
  clientId,
  contactId,
  lead,
  scopes && [...scopes].sort(),
];

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

function parked(leave: () => void): Series {
  let end = () => {};
  const ended = new Promise<IteratorResult<ExecutionResult>>((done) => {
    end = () => done({ value: undefined, done: true });
  });
  const finish = () => {
    leave();
    end();
    return ended;
  };
  const series = {
    next: () => ended,
    return: finish,
    throw: finish,
    [Symbol.asyncIterator]: () => series,
    [Symbol.asyncDispose]: async () => void (await finish()),
  } as Series;
  return series;
}
