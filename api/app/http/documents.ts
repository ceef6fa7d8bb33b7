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
import { faultOfShape, faultOfText } from "../../platform/document-shape.ts";
import { withoutSuggestions } from "../../platform/failures.ts";
import { badDocument } from "../../platform/refusals.ts";
import { SHAPE } from "../../platform/shape-limits.ts";

const MOST_DOCUMENTS = 1_000;
const MOST_CHARACTERS = 4_000_000;
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

/**
 * Reads documents: counts them, parses, judges their shape, validates, prices; each text once. What was found good is
 * kept, so that a client that repeats itself pays for its rows only. HTTP and sockets come here alike, and Apollo finds
 * here what was read (its document store).
 */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #kept = new Map<string, Read>();
  #characters = 0;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  get(id: string): Read | undefined {
    return this.#kept.get(id);
  }

  read(text: string): Read | { errors: readonly GraphQLError[] } {
    const id = idOf(text);
    const known = this.#kept.get(id);
    if (known) {
      this.#kept.delete(id); // and to the end: who was asked for last is forgotten last
      this.#kept.set(id, known);
      return known;
    }
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
    return this.#keep(this.#priced(id, text, document, operations));
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

  #keep(read: Read): Read {
    this.#kept.set(read.id, read);
    this.#characters += read.text.length;
    for (const [id, { text }] of this.#kept) {
      if (this.#kept.size <= MOST_DOCUMENTS && this.#characters <= MOST_CHARACTERS) break;
      this.#kept.delete(id);
      this.#characters -= text.length;
    }
    return read;
  }
}

const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string) =>
  new GraphQLError(withoutSuggestions(message), {
    nodes: nodes ?? null,
    ...(source && positions && !nodes && { source, positions }),
    extensions: { code },
  });
