import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { compile } from "../../partners/cost/compile.ts";
import type { Step } from "../../partners/cost/step.ts";
import { READ_PER_POINT } from "../../partners/cost/weights.ts";
import { faultOfShape, faultOfText } from "../../platform/document-shape.ts";
import { withoutSuggestions } from "../../platform/failures.ts";
import { badDocument } from "../../platform/refusals.ts";
import { SHAPE } from "../../platform/shape-limits.ts";

/** Each character of a document that is kept takes a hundred bytes. */
const MOST_CHARACTERS = 1_000_000;
/** Of all characters kept, so many of documents that were asked for once: a client that never repeats itself pushes nobody's out. */
const MOST_ONCE = 100_000;
const MOST_ERRORS = 20;

export const idOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A document that may run, with its operations and what each costs. */
export type Read = {
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  stepsOf(operation: OperationDefinitionNode): readonly Step[];
};

/** A document as it was read, or what is wrong with it; and what it cost to read, where it was not known. */
type Reading = { readonly points: number } & ({ readonly read: Read } | { readonly errors: readonly GraphQLError[] });

/**
 * Reads documents: counts them, parses, judges their shape, validates, prices; each text once. What was found good is
 * kept, so that a client that repeats itself pays for its rows only. HTTP and sockets come here alike, and Apollo finds
 * here what was read (its document store).
 */
export class Documents {
  readonly #schema: GraphQLSchema;
  /** Asked for once, and again; whoever was asked for last is forgotten last. */
  readonly #once = new Shelf(MOST_ONCE);
  readonly #again = new Shelf(MOST_CHARACTERS);

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  get(id: string): Read | undefined {
    return this.#again.get(id) ?? this.#once.get(id);
  }

  read(text: string): Reading {
    const id = idOf(text);
    const known = this.#again.take(id) ?? this.#once.take(id);
    if (known) {
      this.#again.put(known);
      return { read: known, points: 0 };
    }
    const points = Math.floor(text.length / READ_PER_POINT);
    const read = this.#judge(id, text);
    return "errors" in read ? { ...read, points } : { read, points };
  }

  #judge(id: string, text: string): Read | { errors: readonly GraphQLError[] } {
    const fault = faultOfText(text);
    if (fault) return { errors: [fault] };
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: SHAPE.tokens });
    } catch (error) {
      return { errors: [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")] };
    }
    const misshapen = faultOfShape(document);
    if (misshapen) return { errors: [misshapen] };
    const errors = validate(this.#schema, document, undefined, { maxErrors: MOST_ERRORS });
    if (errors.length > 0) return { errors: errors.map((e) => withCode(e, "GRAPHQL_VALIDATION_FAILED")) };
    const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
    if (operations.length === 0) return { errors: [badDocument("This document holds no operation.")] };
    const read = this.#priced(id, text, document, operations);
    this.#once.put(read);
    return read;
  }

  #priced(id: string, text: string, document: DocumentNode, operations: OperationDefinitionNode[]): Read {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);
    const priced = new Map<OperationDefinitionNode, readonly Step[]>();
    const stepsOf = (operation: OperationDefinitionNode) => {
      const steps = priced.get(operation) ?? compile(this.#schema, operation, fragments);
      priced.set(operation, steps);
      return steps;
    };
    return { id, text, document, operations, stepsOf };
  }
}

/** Documents up to so many characters, in the order in which they were put. */
class Shelf {
  readonly #most: number;
  readonly #kept = new Map<string, Read>();
  #characters = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(id: string): Read | undefined {
    return this.#kept.get(id);
  }

  take(id: string): Read | undefined {
    const read = this.#kept.get(id);
    if (read) this.#characters -= read.text.length;
    this.#kept.delete(id);
    return read;
  }

  put(read: Read): void {
    this.#kept.set(read.id, read);
    this.#characters += read.text.length;
    for (const [id] of this.#kept) {
      if (this.#characters <= this.#most) return;
      this.take(id);
    }
  }
}

const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string) =>
  new GraphQLError(withoutSuggestions(message), {
    nodes: nodes ?? null,
    ...(source && positions && !nodes && { source, positions }),
    extensions: { code },
  });
