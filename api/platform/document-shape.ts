import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql";
import { badDocument, unreadable } from "./refusals.ts";
import { SHAPE } from "./shape-limits.ts";

const opens = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closes = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts tokens and nesting before anything is built of them: a parser that recurses never sees what is too deep. */
export function faultOfText(text: string): GraphQLError | null {
  if (text.length > SHAPE.documentCharacters)
    return unreadable(`A document has at most ${SHAPE.documentCharacters} characters.`, {
      name: "documentCharacters",
      maximum: SHAPE.documentCharacters,
      found: text.length,
    });
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      tokens += 1;
      if (tokens > SHAPE.tokens)
        return unreadable(`A document has at most ${SHAPE.tokens} tokens.`, { name: "tokens", maximum: SHAPE.tokens });
      if (opens.has(lexer.token.kind)) nesting += 1;
      else if (closes.has(lexer.token.kind)) nesting -= 1;
      if (nesting > SHAPE.nesting)
        return unreadable(`Brackets stand at most ${SHAPE.nesting} deep.`, { name: "nesting", maximum: SHAPE.nesting });
    }
  } catch (error) {
    const { message, positions, source } = error as GraphQLError;
    return new GraphQLError(message, {
      ...(source && positions && { source, positions }),
      extensions: { code: "GRAPHQL_PARSE_FAILED" },
    });
  }
  return null;
}

type Counts = { fields: number; aliases: number; directives: number; spreads: number };
/** What a selection set comes to once its fragments are followed. */
type Extent = { depth: number; fields: number; lists: number };
type Shape = keyof typeof SHAPE;

class Passed extends Error {
  readonly limit: Shape;
  readonly found: number;
  constructor(limit: Shape, found: number) {
    super(limit);
    this.limit = limit;
    this.found = found;
  }
}
const within = (limit: Shape, found: number): number => {
  if (found > SHAPE[limit]) throw new Passed(limit, found);
  return found;
};

const said: { readonly [limit in Shape]?: string } = {
  depth: "Fields stand at most {n} deep",
  fields: "A document has at most {n} fields",
  expandedFields: "An operation has at most {n} fields, fragments followed",
  aliases: "A document has at most {n} aliases",
  repeated: "One field stands at most {n} times in a selection set",
  directives: "A document has at most {n} directives",
  fragments: "A document has at most {n} fragments",
  spreads: "A document spreads fragments at most {n} times",
  operations: "A document has at most {n} operations",
  introspectionLists: "Lists of the schema's description stand at most {n} deep",
};

/** The lists by which a schema's description leads from types to types. */
const introspectionLists = new Set(["fields", "inputFields", "interfaces", "possibleTypes"]);

/**
 * Judges what a document would come to, before any rule that compares fields with fields looks at it. Every selection
 * set is walked once; what a fragment comes to is remembered, so that fragments of fragments cost nothing more.
 */
export function faultOfShape(document: DocumentNode): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const extents = new Map<string, Extent | "open">();
  const counts: Counts = { fields: 0, aliases: 0, directives: 0, spreads: 0 };
  const measureFragment = (name: string): Extent => {
    const known = extents.get(name);
    if (known === "open") throw badDocument(`Cannot spread fragment "${name}" within itself.`);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return { depth: 0, fields: 0, lists: 0 }; // unknown: validation says so
    extents.set(name, "open");
    const extent = measure(fragment.selectionSet, 0);
    extents.set(name, extent);
    return extent;
  };
  const measure = (set: SelectionSetNode, at: number): Extent => {
    const seen = new Map<string, number>();
    const all: Extent = { depth: 0, fields: 0, lists: 0 };
    const add = ({ depth, fields, lists }: Extent) => {
      all.depth = within("depth", Math.max(all.depth, depth));
      all.fields = within("expandedFields", all.fields + fields);
      all.lists = within("introspectionLists", Math.max(all.lists, lists));
    };
    for (const selection of set.selections) {
      counts.directives = within("directives", counts.directives + (selection.directives?.length ?? 0));
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        counts.spreads = within("spreads", counts.spreads + 1);
        add(measureFragment(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(measure(selection.selectionSet, at));
      else {
        const name = selection.name.value;
        counts.fields = within("fields", counts.fields + 1);
        if (selection.alias) counts.aliases = within("aliases", counts.aliases + 1);
        seen.set(name, within("repeated", (seen.get(name) ?? 0) + 1));
        within("depth", at + 1);
        const inner = selection.selectionSet ? measure(selection.selectionSet, at + 1) : null;
        const list = introspectionLists.has(name) ? 1 : 0;
        add({ depth: 1 + (inner?.depth ?? 0), fields: 1 + (inner?.fields ?? 0), lists: list + (inner?.lists ?? 0) });
      }
    }
    return all;
  };
  try {
    let operations = 0;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        fragments.set(definition.name.value, definition);
        within("fragments", fragments.size);
      } else operations += 1;
    within("operations", operations);
    for (const definition of document.definitions) {
      if ("directives" in definition)
        counts.directives = within("directives", counts.directives + (definition.directives?.length ?? 0));
      if (definition.kind === Kind.OPERATION_DEFINITION) measure(definition.selectionSet, 0);
    }
    for (const name of fragments.keys()) measureFragment(name); // also those that nobody spreads
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    if (!(error instanceof Passed)) throw error;
    const { limit: name, found } = error;
    const maximum = SHAPE[name];
    return badDocument(`${(said[name] ?? name).replace("{n}", maximum.toLocaleString("en"))}.`, {
      limit: { name, maximum, found },
    });
  }
  return null;
}
