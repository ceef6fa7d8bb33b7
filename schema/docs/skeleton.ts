import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";
import type { RootKind } from "./address.ts";

type Field = GraphQLField<unknown, unknown>;
const words: { readonly [kind in RootKind]: string } = {
  queries: "query",
  mutations: "mutation",
  subscriptions: "subscription",
};
const MOST_FIELDS = 6;
/** What names a thing comes first; the rest of a selection follows the contract's own order. */
const telling = ["id", "number", "name", "code", "subject", "status", "title", "kind", "at", "position"];

/** An operation to begin with: required arguments as variables, and of the answer what tells most. */
export function skeleton(kind: RootKind, field: Field): { query: string; variables: string } {
  const args = field.args.filter((arg) => isRequiredArgument(arg) || /^(first|filter|id)$/.test(arg.name));
  const name = `${field.name[0]?.toUpperCase()}${field.name.slice(1)}`;
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const head = `${words[kind]} ${name}${declared && `(${declared})`} {`;
  const body = `  ${field.name}${given && `(${given})`}${selection(field.type, "  ", 3)}`;
  const variables = Object.fromEntries(args.map((arg) => [arg.name, sampleOf(arg)]));
  return {
    query: `${head}\n${body}\n}\n`,
    variables: args.length > 0 ? `${JSON.stringify(variables, null, 2)}\n` : "",
  };
}

function selection(type: GraphQLOutputType, indent: string, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  const lines = linesOf(named, `${indent}  `, depth);
  return ` {\n${lines.map((line) => `${indent}  ${line}\n`).join("")}${indent}}`;
}

function linesOf(type: GraphQLNamedType, indent: string, depth: number): string[] {
  if (isUnionType(type))
    return [
      "__typename",
      ...type.getTypes().map((t) => {
        const lines = linesOf(t, `${indent}  `, depth - 1);
        return `... on ${t.name} {\n${lines.map((line) => `${indent}  ${line}\n`).join("")}${indent}}`;
      }),
    ];
  if (!isObjectType(type)) return ["__typename", "id"];
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const leaves = fields.filter((f) => isLeafType(getNullableType(f.type)) && f.deprecationReason == null);
  const chosen = leaves.sort((a, b) => rank(a) - rank(b)).slice(0, depth === 3 && fields.length > 6 ? 8 : MOST_FIELDS);
  const inside = fields.filter((f) => depth > 1 && !isLeafType(getNamedType(f.type)) && leadsOn(type, f));
  return [
    ...chosen.map((f) => f.name),
    ...inside.map((f) => f.name + selection(f.type, indent, depth - (f.name === "edges" ? 0 : 1))),
  ];
}

const rank = ({ name }: Field) => (telling.includes(name) ? telling.indexOf(name) : telling.length);

/** Lists, what a verb answers, and refusals are followed; the rest is for who asks to choose. */
function leadsOn(type: GraphQLNamedType, { name, type: of }: Field): boolean {
  if (type.name.endsWith("Connection")) return name === "edges" || name === "pageInfo";
  if (type.name.endsWith("Edge")) return name === "node";
  if (type.name.endsWith("Payload"))
    return name === "userErrors" || (name !== "current" && !isListType(getNullableType(of)));
  return Object.values(isObjectType(type) ? type.getFields() : {}).every((f) => !isLeafType(getNamedType(f.type)));
}

const samples: { readonly [type: string]: unknown } = {
  Int: 10,
  Float: 1,
  Boolean: true,
  ID: "",
  String: "",
  Date: "2026-12-01",
  DateTime: "2026-12-01T09:00:00Z",
  Position: "0",
};

function sampleOf({ name, type, defaultValue }: Pick<GraphQLArgument, "name" | "type" | "defaultValue">): unknown {
  if (defaultValue !== undefined) return defaultValue;
  return isNonNullType(type) || name === "first" ? sample(type) : {};
}

function sample(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sample(nullable.ofType as GraphQLInputType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return samples[getNamedType(nullable).name] ?? "";
  const fields = Object.values(nullable.getFields());
  const needed = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(needed.map((f) => [f.name, sample(f.type)]));
}
