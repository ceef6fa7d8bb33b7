import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";

/** The rooms of the reference, in the order in which it shows them. */
export const KINDS = [
  "queries",
  "mutations",
  "subscriptions",
  "objects",
  "interfaces",
  "unions",
  "inputs",
  "enums",
  "scalars",
] as const;
export type Kind = (typeof KINDS)[number];

const root = "/docs/reference";

export function kindOf(type: GraphQLNamedType): Kind {
  if (isObjectType(type)) return "objects";
  if (isInterfaceType(type)) return "interfaces";
  if (isUnionType(type)) return "unions";
  if (isInputObjectType(type)) return "inputs";
  return isEnumType(type) ? "enums" : "scalars";
}

export type RootKind = "queries" | "mutations" | "subscriptions";
export const rootsOf = (schema: GraphQLSchema) =>
  [
    ["queries", schema.getQueryType()],
    ["mutations", schema.getMutationType()],
    ["subscriptions", schema.getSubscriptionType()],
  ] as const;

/** Types that are documented on the page of something else: a mutation's own, and the pages of lists. By their names. */
export function foldedTypes(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const { name } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    for (const part of ["Input", "Payload", "Error", "ErrorCode"])
      if (schema.getType(Name + part)) folded.set(Name + part, `${root}/mutations/${name}`);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    const edge = isObjectType(type) && type.name.endsWith("Connection") ? type.getFields()["edges"] : undefined;
    const edgeType = edge && getNamedType(edge.type);
    const node = isObjectType(edgeType) ? edgeType.getFields()["node"] : undefined;
    if (!edgeType || !node) continue;
    const home = getNamedType(node.type);
    for (const { name } of [type, edgeType]) folded.set(name, `${root}/${kindOf(home)}/${home.name}`);
  }
  return folded;
}

/** Where in the reference a name stands: a type, `Type.member`, or the name of an operation; null for any other word. */
export type AddressOf = (name: string) => string | null;

export function addresses(schema: GraphQLSchema): AddressOf {
  const folded = foldedTypes(schema);
  const roots = new Map<string, RootKind>(rootsOf(schema).map(([kind, type]) => [type?.name ?? "", kind]));
  const operations = new Map<string, string[]>();
  for (const [kind, type] of rootsOf(schema))
    for (const name of Object.keys(type?.getFields() ?? {}))
      operations.set(name, [...(operations.get(name) ?? []), `${root}/${kind}/${name}`]);

  const ofType = (name: string): string | null => {
    const type = schema.getType(name);
    if (!type || name.startsWith("__") || isSpecifiedScalarType(type)) return null;
    if (roots.has(name)) return `${root}#${roots.get(name)}`;
    const home = folded.get(name);
    return home ? `${home}#${name}` : `${root}/${kindOf(type)}/${name}`;
  };
  const ofMember = (name: string, member: string): string | null => {
    const type = schema.getType(name);
    const members = type && memberNames(type);
    if (!members?.includes(member)) return null;
    const kind = roots.get(name);
    if (kind) return `${root}/${kind}/${member}`;
    const home = folded.get(name);
    return home ? `${home}#${name}.${member}` : `${ofType(name)}#${member}`;
  };
  return (name) => {
    const [first = "", member] = name.split(".");
    if (member !== undefined) return ofMember(first, member);
    const [operation, another] = operations.get(first) ?? [];
    // plain words such as `ticket` are mostly just words
    return ofType(first) ?? (operation && !another && /[A-Z]/.test(first) ? operation : null);
  };
}

export function memberNames(type: GraphQLNamedType): string[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}
