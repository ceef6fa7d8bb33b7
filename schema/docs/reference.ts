import { type GraphQLNamedType, type GraphQLSchema, isSpecifiedScalarType, isUnionType } from "graphql";
import { type AddressOf, addresses, foldedTypes, type Kind, kindOf, type RootKind, rootsOf } from "./address.ts";
import type { Highlight } from "./highlight.ts";
import { argumentsOf, type Member, membersOf, typeHtml } from "./members.ts";
import { skeleton } from "./skeleton.ts";
import { usesIn } from "./uses.ts";
import type { Rights, Viewers } from "./viewers.ts";
import { describe } from "./words.ts";

/** A type on the page of another. */
export type Part = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly members: readonly Member[];
};
export type Use = { readonly name: string; readonly path: string };
/** A page of the reference. Texts are HTML. */
export type Item = {
  readonly kind: Kind;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** The same as plain text. */
  readonly about: string;
  readonly deprecated: string | null;
  /** What an operation answers. */
  readonly type: string | null;
  /** Who may use an operation. */
  readonly viewers: Viewers | null;
  readonly members: readonly Member[];
  readonly parts: readonly Part[];
  readonly uses: readonly Use[];
  /** Of a union: what it may be. */
  readonly possible: readonly Use[];
  readonly example: { readonly html: string; readonly query: string; readonly variables: string } | null;
};

const titles: { readonly [ending: string]: string } = {
  Input: "Input",
  Payload: "Answer",
  ErrorCode: "Refusals",
  Error: "A refusal",
  Connection: "A page of a list",
  Edge: "One item in a list",
};
const order = Object.keys(titles);
const plain = (description: string | null | undefined) => (description ?? "").replaceAll("`", "");
const endingOf = (name: string) => order.find((ending) => name.endsWith(ending)) ?? "";

export function referenceOf(
  schema: GraphQLSchema,
  highlight: Highlight,
  rights: Rights,
): { readonly items: readonly Item[]; readonly addressOf: AddressOf } {
  const addressOf = addresses(schema);
  const folded = foldedTypes(schema);
  const uses = usesIn(schema);
  const at = (name: string): Use => ({ name, path: addressOf(name) ?? "" });
  const partsAt = (path: string): Part[] =>
    [...folded]
      .filter(([, home]) => home === path)
      .map(([name]) => name)
      .sort((a, b) => order.indexOf(endingOf(a)) - order.indexOf(endingOf(b)))
      .map((name) => {
        const type = schema.getType(name) as GraphQLNamedType;
        return {
          name,
          title: titles[endingOf(name)] ?? name,
          description: describe(type.description ?? "", addressOf),
          members: membersOf(type, `${name}.`, addressOf),
        };
      });
  const operations = rootsOf(schema).flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).map((field): Item => {
      const path = `/docs/reference/${kind}/${field.name}`;
      const example = skeleton(kind as RootKind, field);
      return {
        kind,
        name: field.name,
        path,
        description: describe(field.description ?? "", addressOf),
        about: plain(field.description),
        deprecated: field.deprecationReason == null ? null : describe(field.deprecationReason, addressOf),
        type: typeHtml(field.type, addressOf),
        viewers: rights.operations[field.name] ?? null,
        members: argumentsOf(field.args, "", addressOf),
        parts: partsAt(path),
        uses: [],
        possible: [],
        example: { ...example, html: highlight(example.query, "graphql") },
      };
    }),
  );
  const roots = new Set(rootsOf(schema).map(([, type]) => type?.name));
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__") && !roots.has(name) && !folded.has(name))
    .filter((type) => !isSpecifiedScalarType(type))
    .map((type): Item => {
      const path = `/docs/reference/${kindOf(type)}/${type.name}`;
      return {
        kind: kindOf(type),
        name: type.name,
        path,
        description: describe(type.description ?? "", addressOf, path),
        about: plain(type.description),
        deprecated: null,
        type: null,
        viewers: null,
        members: membersOf(type, "", addressOf).map((member) => ({
          ...member,
          scope: rights.fields[`${type.name}.${member.name}`] ?? null,
        })),
        parts: partsAt(path),
        uses: (uses.get(type.name) ?? []).map(at),
        possible: isUnionType(type) ? type.getTypes().map(({ name }) => at(name)) : [],
        example: null,
      };
    });
  return { items: [...operations, ...types], addressOf };
}
