import { type GraphQLError, type OperationDefinitionNode, OperationTypeNode, valueFromASTUntyped } from "graphql";
import type { Variables } from "../../partners/cost/conditions.ts";
import { actualPoints, requestedPoints } from "../../partners/cost/price.ts";
import { REQUEST } from "../../partners/cost/weights.ts";
import type { Purses } from "../../partners/limits/purse.ts";
import {
  badRequest,
  costExceeded,
  noOperation,
  notPersisted,
  rateLimited,
  untrusted,
} from "../../platform/refusals.ts";
import type { Budgets, Throttle } from "../../platform/throttle.ts";
import { faultOfVariables, nulInText } from "../../platform/variables-shape.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { type Documents, idOf, type Read } from "./documents.ts";
import type { Trusted } from "./trusted-documents.ts";

/** What a client sent, its parts of the right kinds. */
export type Asked = {
  readonly query: string | null;
  /** SHA-256 of a document that the desk knows already. */
  readonly documentId: string | null;
  readonly operationName: string | null;
  readonly variables: Variables | null;
};
export type Cost = { readonly requested: number; readonly actual: number; readonly throttle: Throttle };
export type Admitted = {
  readonly viewer: Viewer;
  readonly read: Read;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** What it cost to read the document, where it was not known. */
  readonly reading: number;
  readonly requested: number;
  readonly spent: readonly (number | undefined)[];
};
export type Refused = {
  readonly errors: readonly GraphQLError[];
  readonly cost: Cost;
  /** Where it is not what the kind of answer says by itself. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
};
type Way = "POST" | "GET" | "SOCKET";

const USED_UP = "This key's budget is used up.";
/** Says whether an operation may run, for whoever asks it and by whichever way; and what it did cost in the end. */
export class Admission {
  readonly #documents: Documents;
  readonly #trusted: Trusted;
  readonly #purses: Purses;
  readonly #budgets: Budgets;

  constructor(documents: Documents, trusted: Trusted, purses: Purses, budgets: Budgets) {
    this.#documents = documents;
    this.#trusted = trusted;
    this.#purses = purses;
    this.#budgets = budgets;
  }

  admit(viewer: Viewer, asked: Asked, way: Way): Admitted | Refused {
    const text = this.#textOf(viewer, asked);
    if (typeof text !== "string") return this.#refuse(viewer, [text.fault]);
    if (text.includes("\u0000")) return this.#refuse(viewer, [nulInText()]);
    const wait = this.#purses.secondsUntil(viewer, REQUEST);
    // what it would cost is not found out for whoever cannot pay for that
    if (wait > 0 && !this.#documents.get(idOf(text))) return this.tooMuch(viewer, USED_UP, wait, REQUEST);
    const variables = asked.variables ?? {};
    const fault = faultOfVariables(variables);
    if (fault) return this.#refuse(viewer, [fault]);
    const reading = this.#documents.read(text);
    if ("errors" in reading) return this.#refuse(viewer, reading.errors, reading.points);
    const { read, points } = reading;
    const operation = operationOf(read, asked.operationName);
    if (!("kind" in operation)) return this.#refuse(viewer, [operation.fault], points);
    const misplaced = way === "SOCKET" ? null : faultOfWay(operation.operation, way);
    if (misplaced) return { ...this.#refuse(viewer, [misplaced.error], points), ...misplaced };
    return this.#spend(viewer, read, operation, { ...defaultsOf(operation), ...variables }, points);
  }

  #spend(
    viewer: Viewer,
    read: Read,
    operation: OperationDefinitionNode,
    variables: Variables,
    reading: number,
  ): Admitted | Refused {
    const requested = reading + requestedPoints(read.stepsOf(operation), variables);
    if (requested > this.#budgets.operationCost)
      return this.#refuse(viewer, [costExceeded(requested, this.#budgets.operationCost)], reading, requested);
    const paid = this.#purses.spend(viewer, requested);
    if ("spent" in paid) return { viewer, read, operation, variables, reading, requested, spent: paid.spent };
    return this.tooMuch(viewer, USED_UP, paid.retryAfterSeconds, requested);
  }

  /** The answer to whoever has to wait. */
  tooMuch(viewer: Viewer, why: string, retryAfterSeconds: number, requested: number): Refused {
    return {
      errors: [rateLimited(why, retryAfterSeconds)],
      cost: { requested, actual: 0, throttle: this.#purses.throttle(viewer) },
      status: 429,
      headers: { "retry-after": String(retryAfterSeconds) },
    };
  }

  /** What an operation did cost, by what came back; the rest is given back. */
  settle(admitted: Admitted, data: unknown): Cost {
    const { read, operation, variables, reading } = admitted;
    return this.settleAt(admitted, reading + actualPoints(read.stepsOf(operation), variables, data));
  }

  settleAt({ viewer, requested, spent }: Admitted, actual: number): Cost {
    this.#purses.giveBack(viewer, spent, requested - actual);
    return { requested, actual, throttle: this.#purses.throttle(viewer) };
  }

  /** What one message of a subscription costs, when it has been sent already. The first one is paid. */
  charge(admitted: Admitted, data: unknown): Cost {
    const { viewer, read, operation, variables, requested } = admitted;
    const actual = actualPoints(read.stepsOf(operation), variables, data);
    this.chargeAt(admitted, actual);
    return { requested, actual, throttle: this.#purses.throttle(viewer) };
  }

  /** The same where the cost is known and its message says nothing of what is left: thousands are told at once. */
  chargeAt({ viewer }: Admitted, actual: number): void {
    this.#purses.owe(viewer, actual);
  }

  /** What could not even be read as a question. */
  refuse(viewer: Viewer, fault: GraphQLError, status: number): Refused {
    return { status, ...this.#refuse(viewer, [fault]) };
  }

  /** Whoever looks at a request has had the work of it. */
  #refuse(viewer: Viewer, errors: readonly GraphQLError[], reading = 0, requested = REQUEST + reading): Refused {
    const wait = this.#purses.secondsUntil(viewer, REQUEST);
    if (wait > 0) return this.tooMuch(viewer, USED_UP, wait, REQUEST);
    const actual = REQUEST + reading;
    this.#purses.owe(viewer, actual);
    return { errors, cost: { requested, actual, throttle: this.#purses.throttle(viewer) } };
  }

  /** A wall runs what the board was built with, and nothing else: its token hangs on a wall. */
  #textOf(viewer: Viewer, { query, documentId }: Asked): string | { fault: GraphQLError } {
    const known = documentId === null ? undefined : this.#trusted.get(documentId);
    if (documentId !== null && query !== null && idOf(query) !== documentId)
      return { fault: badRequest("The document's id is not the SHA-256 of its text.") };
    const text = query ?? known;
    if (text === undefined) return { fault: notPersisted() };
    if (viewer.kind === "WALL" && !this.#trusted.has(documentId ?? idOf(text))) return { fault: untrusted() };
    return text;
  }
}

function operationOf({ operations }: Read, name: string | null): OperationDefinitionNode | { fault: GraphQLError } {
  if (name === null)
    return operations.length === 1 && operations[0]
      ? operations[0]
      : { fault: noOperation("Say which of the document's operations to run: operationName.") };
  const found = operations.find((o) => o.name?.value === name);
  return found ?? { fault: noOperation("The document has no operation of this name.") };
}

function faultOfWay(operation: OperationTypeNode, way: Way) {
  if (operation === OperationTypeNode.SUBSCRIPTION)
    return { error: noOperation("Subscriptions run over a WebSocket at this same address."), status: 400 };
  if (operation === OperationTypeNode.MUTATION && way === "GET")
    return { error: badRequest("A GET only asks: send mutations by POST."), status: 405, headers: { allow: "POST" } };
  return null;
}

/** Variables that are left out have their defaults. */
const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
